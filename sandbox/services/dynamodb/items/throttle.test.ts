import {
  BatchWriteItemCommand,
  CreateTableCommand,
  DynamoDBClient,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { memoryStore } from '#sandbox/core/memory-store.ts';
import { openSandbox } from '#sandbox/testing/open-sandbox.ts';
import { refusal } from '#sandbox/testing/open-table.ts';

/** A table of one unit, which has 300 to begin with; each put below costs 100. */
async function small(awsLimits: boolean) {
  const sandbox = openSandbox({ parts: { store: memoryStore(), awsLimits } });
  const client = () => sandbox.client(DynamoDBClient);
  await client().send(
    new CreateTableCommand({
      TableName: 'small',
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
    }),
  );
  await sandbox.settle();
  const item = { pk: { S: 'a' }, big: { S: 'x'.repeat(102_000) } };
  const put = () => client().send(new PutItemCommand({ TableName: 'small', Item: item }));
  return { sandbox, client, put, item };
}

test('a provisioned table refuses what is beyond its capacity, and recovers', async () => {
  const { sandbox, client, put, item } = await small(true);
  for (let n = 0; n < 4; n++) await put().catch(() => {});
  expect(await refusal(put())).toMatchObject({
    name: 'ProvisionedThroughputExceededException',
    message:
      'The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API.',
  });
  const batch = await client().send(
    new BatchWriteItemCommand({ RequestItems: { small: [{ PutRequest: { Item: item } }] } }),
  );
  expect(batch.UnprocessedItems?.small).toHaveLength(1);
  sandbox.clock.advance(120_000);
  await put();
});

test('nothing is throttled unless the limits of AWS are asked for', async () => {
  const { put } = await small(false);
  for (let n = 0; n < 10; n++) await put();
});
