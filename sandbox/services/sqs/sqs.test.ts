import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  ListQueuesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterEach, describe, expect, it } from 'vitest';
import { type Opened, openSandbox } from '#sandbox/testing/open-sandbox.ts';

let sandbox: Opened | undefined;
afterEach(() => sandbox?.close());

async function openQueue(attributes: Record<string, string> = {}) {
  const opened = openSandbox();
  sandbox = opened;
  const sqs = opened.client(SQSClient);
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'q', Attributes: attributes }));
  return { opened, sqs, QueueUrl };
}

describe('a queue', () => {
  it('has an address on the sandbox, which the client follows', async () => {
    const { sqs, QueueUrl } = await openQueue();
    expect(QueueUrl).toBe('http://sandbox.invalid/111122223333/q');
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'hello' }));
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    expect(Messages?.map(({ Body }) => Body)).toEqual(['hello']);
  });

  it('hides a received message until its visibility timeout is over', async () => {
    const { opened, sqs, QueueUrl } = await openQueue({ VisibilityTimeout: '30' });
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'once' }));
    await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    expect((await sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages).toBeUndefined();
    opened.clock.advance(30_001);
    const again = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MessageSystemAttributeNames: ['ApproximateReceiveCount'] }),
    );
    expect(again.Messages?.[0]?.Attributes).toEqual({ ApproximateReceiveCount: '2' });
  });

  it('forgets a message that was deleted with its last receipt, and keeps it otherwise', async () => {
    const { opened, sqs, QueueUrl } = await openQueue();
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }));
    const first = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    opened.clock.advance(31_000);
    const second = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    const drop = (handle: string | undefined) =>
      sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: handle }));
    const count = async () => {
      const asked = { QueueUrl, AttributeNames: ['ApproximateNumberOfMessagesNotVisible' as const] };
      return (await sqs.send(new GetQueueAttributesCommand(asked))).Attributes;
    };
    await drop(first.Messages?.[0]?.ReceiptHandle);
    expect(await count()).toEqual({ ApproximateNumberOfMessagesNotVisible: '1' });
    await drop(second.Messages?.[0]?.ReceiptHandle);
    expect(await count()).toEqual({ ApproximateNumberOfMessagesNotVisible: '0' });
  });

  it('takes with it what was in it', async () => {
    const { sqs, QueueUrl } = await openQueue();
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }));
    await sqs.send(new DeleteQueueCommand({ QueueUrl }));
    expect((await sqs.send(new ListQueuesCommand({}))).QueueUrls).toBeUndefined();
    await sqs.send(new CreateQueueCommand({ QueueName: 'q' }));
    expect((await sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages).toBeUndefined();
  });

  it('sends on to the dead-letter queue what was received too often', async () => {
    const { opened, sqs } = await openQueue();
    const RedrivePolicy = JSON.stringify({
      deadLetterTargetArn: 'arn:aws:sqs:ap-northeast-1:111122223333:q',
      maxReceiveCount: 1,
    });
    const { QueueUrl } = await sqs.send(
      new CreateQueueCommand({ QueueName: 'work', Attributes: { RedrivePolicy } }),
    );
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'poison' }));
    await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    opened.clock.advance(31_000);
    expect((await sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages).toBeUndefined();
    const dead = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: 'http://sandbox.invalid/111122223333/q' }),
    );
    expect(dead.Messages?.[0]?.Body).toBe('poison');
  });

  it('takes batches, and tells which entries failed', async () => {
    const { sqs, QueueUrl } = await openQueue();
    const Entries = [
      { Id: 'good', MessageBody: 'x' },
      { Id: 'bad', MessageBody: 'y', DelaySeconds: 901 },
    ];
    const sent = await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    expect(sent.Successful?.map(({ Id }) => Id)).toEqual(['good']);
    expect(sent.Failed?.map(({ Id }) => Id)).toEqual(['bad']);
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    const handles = (Messages ?? []).map(({ ReceiptHandle }, index) => ({ Id: `m${index}`, ReceiptHandle }));
    const gone = await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries: handles }));
    expect(gone.Successful).toEqual([{ Id: 'm0' }]);
  });

  it('refuses what it does not keep, by name', async () => {
    const { sqs } = await openQueue();
    const fifo = sqs.send(new CreateQueueCommand({ QueueName: 'a.fifo', Attributes: { FifoQueue: 'true' } }));
    await expect(fifo).rejects.toThrow(/no FIFO queues/);
  });
});
