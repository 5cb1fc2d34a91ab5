import { existsSync, readFileSync } from 'node:fs';
import {
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, describe, expect, it } from 'vitest';
import { openSandbox } from '#sandbox/testing/open-sandbox.ts';

const ORACLE = new URL('../../../../shared/oracle/aws-recorded.json', import.meta.url);

interface Recorded {
  id: string;
  service: string;
  recorded: Record<string, { Error: { Code: string; Message: string; Type: string }; _httpStatus: number }>;
}

const oracle = existsSync(ORACLE)
  ? (JSON.parse(readFileSync(ORACLE, 'utf8')) as { cases: Recorded[] }).cases.filter(
      ({ service }) => service === 'sqs',
    )
  : undefined;

/** Of a case, what this test cannot ask for. */
const LEFT_OUT = {
  'queue-does-not-exist-query': 'the JavaScript client speaks the JSON protocol only',
};

const sandbox = openSandbox({ http: true });
afterAll(() => sandbox.close());
const sqs = sandbox.client(SQSClient);

const ASKED: Record<string, () => Promise<unknown>> = {
  'queue-does-not-exist': () =>
    sqs.send(new GetQueueAttributesCommand({ QueueUrl: 'http://sandbox.invalid/111122223333/none' })),
  'queue-does-not-exist-url': () => sqs.send(new GetQueueUrlCommand({ QueueName: 'none' })),
  send_empty_message: async () => {
    const { CreateQueueCommand } = await import('@aws-sdk/client-sqs');
    const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'empty' }));
    return sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: '' }));
  },
};

describe.skipIf(!oracle)('SQS answers as AWS did when it was recorded (skipped without ../shared)', () => {
  it('asks for every recorded case', () => {
    const all = (oracle ?? []).flatMap(({ recorded }) => Object.keys(recorded)).sort();
    expect([...Object.keys(ASKED), ...Object.keys(LEFT_OUT)].sort()).toEqual(all);
  });

  for (const { id, recorded } of oracle ?? []) {
    for (const [key, expected] of Object.entries(recorded).filter(([name]) => name in ASKED)) {
      it(`${id}: ${key}`, async () => {
        const error = await ASKED[key]?.().then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
        expect(error).toMatchObject({
          message: expected.Error.Message,
          Error: { Code: expected.Error.Code, Type: expected.Error.Type },
          $metadata: { httpStatusCode: expected._httpStatus },
        });
      });
    }
  }
});
