import { BatchWriteItem$ } from '@aws-sdk/client-dynamodb';
import { CreateFunction$ } from '@aws-sdk/client-lambda';
import { NormalizedSchema } from '@smithy/core/schema';
import { expect, test } from 'vitest';
import { withoutSecrets } from './redact.ts';

const inputOf = (operation: readonly unknown[]) => NormalizedSchema.of(operation[4] as never);

test('code, payloads and what the schema calls sensitive are not kept', () => {
  const input = {
    FunctionName: 'f',
    Code: { ZipFile: new Uint8Array(3), S3Bucket: 'b' },
    Environment: { Variables: { NAME: 'value' } },
  };
  expect(withoutSecrets(inputOf(CreateFunction$), input)).toEqual({
    FunctionName: 'f',
    Code: { ZipFile: '<3 bytes>', S3Bucket: 'b' },
    Environment: { Variables: '***' },
  });
});

test('however large an input is, little of it is kept', () => {
  const item = { PutRequest: { Item: { text: { S: 'x'.repeat(4000) }, n: { N: '1' } } } };
  const input = {
    RequestItems: Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`t${at}`, [item]])),
  };
  const kept = JSON.stringify(withoutSecrets(inputOf(BatchWriteItem$), input));
  expect(kept.length).toBeLessThan(8000);
  expect(kept).toContain('xxx…');
});
