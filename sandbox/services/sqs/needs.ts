import type { Ctx } from '#sandbox/core/context.ts';
import type { Need, Service } from '#sandbox/core/service.ts';
import { placeOf, queueArn, queues } from './records.ts';

interface Named {
  QueueUrl?: string;
  QueueName?: string;
  QueueOwnerAWSAccountId?: string;
}

const OPERATIONS = [
  'CreateQueue',
  'GetQueueUrl',
  'GetQueueAttributes',
  'SetQueueAttributes',
  'DeleteQueue',
  'PurgeQueue',
  'SendMessage',
  'ReceiveMessage',
  'DeleteMessage',
  'ChangeMessageVisibility',
  'TagQueue',
  'UntagQueue',
  'ListQueueTags',
];

export const needs: NonNullable<Service['needs']> = {
  ListQueues: (_input: Named, ctx: Ctx) => ({ action: 'sqs:ListQueues', resource: queueArn(ctx, '*') }),
  // A batch needs what its entries need one by one.
  SendMessageBatch: (input: Named, ctx: Ctx) => onQueue('SendMessage', input, ctx),
  DeleteMessageBatch: (input: Named, ctx: Ctx) => onQueue('DeleteMessage', input, ctx),
  ...Object.fromEntries(
    OPERATIONS.map((operation) => [operation, (input: Named, ctx: Ctx) => onQueue(operation, input, ctx)]),
  ),
};

function onQueue(operation: string, input: Named, ctx: Ctx): Need {
  const owner = input.QueueOwnerAWSAccountId;
  const place = input.QueueUrl
    ? placeOf(ctx, input.QueueUrl)
    : { home: owner ? ctx.in({ account: owner }) : ctx, name: input.QueueName ?? '' };
  const policy = queues(place.home).get(encodeURIComponent(place.name))?.attributes.Policy;
  return {
    action: `sqs:${operation}`,
    resource: queueArn(place.home, place.name),
    ...(policy ? { resourcePolicy: policy } : {}),
  };
}
