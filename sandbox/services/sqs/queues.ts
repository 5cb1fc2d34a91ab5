import type {
  CreateQueueCommandInput,
  CreateQueueCommandOutput,
  DeleteQueueCommandInput,
  DeleteQueueCommandOutput,
  GetQueueUrlCommandInput,
  GetQueueUrlCommandOutput,
  ListQueuesCommandInput,
  ListQueuesCommandOutput,
  PurgeQueueCommandInput,
  PurgeQueueCommandOutput,
} from '@aws-sdk/client-sqs';
import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { checkedAttributes } from './attributes.ts';
import { NUMBER_ATTRIBUTES, PURGE_PAUSE_MS } from './facts.ts';
import {
  deletions,
  existingQueue,
  invalidValue,
  messages,
  missing,
  noQueue,
  type QueueRecord,
  queues,
  queueUrl,
  unsupported,
} from './records.ts';

export const createQueue: Operation<CreateQueueCommandInput, CreateQueueCommandOutput> = (input, ctx) => {
  const name = input.QueueName;
  if (!name) throw missing('QueueName');
  if (name.endsWith('.fifo')) throw unsupported('The sandbox has no FIFO queues: leave .fifo out.');
  if (!/^[A-Za-z0-9_-]{1,80}$/.test(name)) {
    throw invalidValue(
      'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length',
    );
  }
  const attributes = checkedAttributes(input.Attributes);
  const existing = queues(ctx).get(name);
  if (existing) return { QueueUrl: sameQueue(ctx, existing, attributes) };
  refuseJustDeleted(ctx, name);
  const now = ctx.now();
  queues(ctx).put(name, { name, attributes, tags: input.tags ?? {}, createdAt: now, modifiedAt: now });
  return { QueueUrl: queueUrl(ctx, name) };
};

export const getQueueUrl: Operation<GetQueueUrlCommandInput, GetQueueUrlCommandOutput> = (input, ctx) => {
  const home = input.QueueOwnerAWSAccountId ? ctx.in({ account: input.QueueOwnerAWSAccountId }) : ctx;
  const queue = queues(home).get(encodeURIComponent(input.QueueName ?? ''));
  if (!queue) throw noQueue();
  return { QueueUrl: queueUrl(home, queue.name) };
};

export const listQueues: Operation<ListQueuesCommandInput, ListQueuesCommandOutput> = (input, ctx) => {
  const size = input.MaxResults ?? 1000;
  if (size < 1 || size > 1000) {
    throw invalidValue(
      `Value ${size} for parameter MaxResults is invalid. Reason: Must be between 1 and 1000.`,
    );
  }
  const found = queues(ctx).list({
    prefix: encodeURIComponent(input.QueueNamePrefix ?? ''),
    limit: size + 1,
    ...(input.NextToken === undefined ? {} : { after: input.NextToken }),
  });
  if (found.length === 0) return {};
  const page = found.slice(0, size);
  return {
    QueueUrls: page.map(([name]) => queueUrl(ctx, name)),
    ...(found.length > size && input.MaxResults ? { NextToken: page.at(-1)?.[0] } : {}),
  };
};

export const deleteQueue: Operation<DeleteQueueCommandInput, DeleteQueueCommandOutput> = (input, ctx) => {
  const { home, queue } = existingQueue(ctx, input.QueueUrl);
  home.atomic(() => {
    queues(home).delete(queue.name);
    emptyQueue(home, queue.name);
    if (home.parts.awsLimits) deletions(home).put(queue.name, home.now());
  });
  return {};
};

export const purgeQueue: Operation<PurgeQueueCommandInput, PurgeQueueCommandOutput> = (input, ctx) => {
  const { home, queue } = existingQueue(ctx, input.QueueUrl);
  const since = home.now() - (queue.purgedAt ?? 0);
  if (home.parts.awsLimits && since < PURGE_PAUSE_MS) {
    throw new AwsError(
      'PurgeQueueInProgress',
      `Only one PurgeQueue operation on ${queue.name} is allowed every 60 seconds.`,
    );
  }
  home.atomic(() => {
    emptyQueue(home, queue.name);
    queues(home).put(queue.name, { ...queue, purgedAt: home.now() });
  });
  return {};
};

/** Asking again for the same queue is fine; asking for another one under its name is not. */
function sameQueue(ctx: Ctx, queue: QueueRecord, attributes: Record<string, string>): string {
  for (const [name, value] of Object.entries(attributes)) {
    const current = queue.attributes[name] ?? String(NUMBER_ATTRIBUTES[name]?.default ?? '');
    if (current === value) continue;
    throw new AwsError(
      'QueueNameExists',
      `A queue already exists with the same name and a different value for attribute ${name}`,
    );
  }
  return queueUrl(ctx, queue.name);
}

function refuseJustDeleted(ctx: Ctx, name: string): void {
  const at = deletions(ctx).get(name);
  if (at === undefined) return;
  if (ctx.now() - at < PURGE_PAUSE_MS) {
    throw new AwsError(
      'QueueDeletedRecently',
      'You must wait 60 seconds after deleting a queue before you can create another with the same name.',
    );
  }
  deletions(ctx).delete(name);
}

function emptyQueue(home: Ctx, name: string): void {
  const table = messages(home);
  for (const [key] of table.list({ prefix: `${name}/` })) table.delete(key);
}
