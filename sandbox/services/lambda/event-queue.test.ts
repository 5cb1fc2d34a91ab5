import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvokeCommand, PutFunctionEventInvokeConfigCommand } from '@aws-sdk/client-lambda';
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect, it } from 'vitest';
import { memoryStore } from '#sandbox/core/memory-store.ts';
import type { Store } from '#sandbox/core/store.ts';
import { childRuntimes } from '#sandbox/parts/runtimes/child-runtimes.ts';
import { ACCOUNT, MAY_LOG, openLambda, REGION, refusal } from '#sandbox/testing/open-lambda.ts';
import { openSandbox } from '#sandbox/testing/open-sandbox.ts';

const Destination = `arn:aws:sqs:${REGION}:${ACCOUNT}:told`;
const toldSuccess = new PutFunctionEventInvokeConfigCommand({
  FunctionName: 'survivor',
  DestinationConfig: { OnSuccess: { Destination } },
});

it('an accepted event outlives the process that accepted it, and goes on before Lambda is called', async () => {
  const first = await openLambda({ runs: true });
  await first.create('survivor');
  const { QueueUrl } = await first.sqs.send(new CreateQueueCommand({ QueueName: 'told' }));
  await first.allow([MAY_LOG, { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' }]);
  await first.lambda.send(toldSuccess);
  const event = { FunctionName: 'survivor', InvocationType: 'Event', Payload: '{"kept":1}' } as const;
  const { $metadata } = await first.lambda.send(new InvokeCommand(event));
  const disk = copyOf(first.sandbox.parts.store);

  const dir = mkdtempSync(join(tmpdir(), 'handson-events-'));
  const second = openSandbox({ parts: { store: disk, runtimes: childRuntimes({ dir }) } });
  const sqs = second.client(SQSClient);
  expect((await sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages).toBeUndefined();
  await second.settle();
  const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
  expect(JSON.parse(Messages?.[0]?.Body ?? '{}')).toMatchObject({
    requestContext: { condition: 'Success', requestId: $metadata.requestId },
    requestPayload: { kept: 1 },
  });
  await first.close();
  await second.close();
  rmSync(dir, { recursive: true, force: true });
});

it('a destination that the role may not send to is refused beforehand', async () => {
  const { create, lambda, sqs, close } = await openLambda();
  await create('survivor');
  await sqs.send(new CreateQueueCommand({ QueueName: 'told' }));
  const error = await refusal(lambda.send(toldSuccess));
  expect(error.message).toBe(
    `The function's execution role does not have permissions to call SendMessage on ${Destination}`,
  );
  await close();
});

/** What a process that is killed now leaves on disk. */
function copyOf(store: Store): Store {
  const copy = memoryStore();
  for (const [key, value] of store.list({})) copy.put(key, value);
  return copy;
}
