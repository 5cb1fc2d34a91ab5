import type {
  ListQueueTagsCommandInput,
  ListQueueTagsCommandOutput,
  TagQueueCommandInput,
  TagQueueCommandOutput,
  UntagQueueCommandInput,
  UntagQueueCommandOutput,
} from '@aws-sdk/client-sqs';
import type { Operation } from '#sandbox/core/service.ts';
import { existingQueue, invalidValue, queues } from './records.ts';

const MOST_TAGS = 50;

export const tagQueue: Operation<TagQueueCommandInput, TagQueueCommandOutput> = (input, ctx) => {
  const { home, queue } = existingQueue(ctx, input.QueueUrl);
  const tags = { ...queue.tags, ...input.Tags };
  if (Object.keys(tags).length > MOST_TAGS)
    throw invalidValue(`Too many tags added for queue ${queue.name}.`);
  queues(home).put(queue.name, { ...queue, tags });
  return {};
};

export const untagQueue: Operation<UntagQueueCommandInput, UntagQueueCommandOutput> = (input, ctx) => {
  const { home, queue } = existingQueue(ctx, input.QueueUrl);
  const left = Object.entries(queue.tags).filter(([key]) => !input.TagKeys?.includes(key));
  queues(home).put(queue.name, { ...queue, tags: Object.fromEntries(left) });
  return {};
};

export const listQueueTags: Operation<ListQueueTagsCommandInput, ListQueueTagsCommandOutput> = (
  input,
  ctx,
) => {
  const { queue } = existingQueue(ctx, input.QueueUrl);
  return Object.keys(queue.tags).length > 0 ? { Tags: queue.tags } : {};
};
