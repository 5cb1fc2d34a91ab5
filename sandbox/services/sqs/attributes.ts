import type {
  GetQueueAttributesCommandInput,
  GetQueueAttributesCommandOutput,
  QueueAttributeName,
  SetQueueAttributesCommandInput,
  SetQueueAttributesCommandOutput,
} from '@aws-sdk/client-sqs';
import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { ABSENT_ATTRIBUTES, NUMBER_ATTRIBUTES, TEXT_ATTRIBUTES } from './facts.ts';
import { existingQueue, messages, type QueueRecord, queueArn, queues, unsupported } from './records.ts';

export const getQueueAttributes: Operation<
  GetQueueAttributesCommandInput,
  GetQueueAttributesCommandOutput
> = (input, ctx) => {
  const { home, queue } = existingQueue(ctx, input.QueueUrl);
  const all = allAttributes(home, queue);
  const wanted = input.AttributeNames ?? [];
  const unknown = wanted.find((name) => !isKnown(name) && name !== 'All' && !(name in all));
  if (unknown) throw new AwsError('InvalidAttributeName', `Unknown Attribute ${unknown}.`);
  if (wanted.length === 0) return {};
  const names = wanted.includes('All') ? Object.keys(all) : wanted.filter((name) => name in all);
  return { Attributes: Object.fromEntries(names.map((name) => [name, all[name] ?? ''])) };
};

export const setQueueAttributes: Operation<
  SetQueueAttributesCommandInput,
  SetQueueAttributesCommandOutput
> = (input, ctx) => {
  const { home, queue } = existingQueue(ctx, input.QueueUrl);
  const given = checkedAttributes(input.Attributes);
  const attributes = { ...queue.attributes, ...given };
  const left = Object.entries(attributes).filter(([, value]) => value !== '');
  queues(home).put(queue.name, {
    ...queue,
    attributes: Object.fromEntries(left),
    modifiedAt: home.now(),
  });
  return {};
};

/** What a learner gave, checked; an empty policy takes the policy away. */
export function checkedAttributes(
  given: Partial<Record<QueueAttributeName, string>> | undefined,
): Record<string, string> {
  const checked: Record<string, string> = {};
  for (const [name, value] of Object.entries(given ?? {})) {
    if (value === undefined) continue;
    if (ABSENT_ATTRIBUTES.includes(name)) {
      throw unsupported(`The sandbox has no FIFO queues and no KMS keys: leave ${name} out.`);
    }
    if (!isKnown(name)) throw new AwsError('InvalidAttributeName', `Unknown Attribute ${name}.`);
    if (!isValid(name, value)) {
      throw new AwsError('InvalidAttributeValue', `Invalid value for the parameter ${name}.`);
    }
    checked[name] = value;
  }
  return checked;
}

export function numberOf(queue: QueueRecord, name: string): number {
  return Number(queue.attributes[name] ?? NUMBER_ATTRIBUTES[name]?.default ?? 0);
}

function isKnown(name: string): boolean {
  return name in NUMBER_ATTRIBUTES || TEXT_ATTRIBUTES.includes(name);
}

function isValid(name: string, value: string): boolean {
  const limits = NUMBER_ATTRIBUTES[name];
  if (limits) return /^\d+$/.test(value) && Number(value) >= limits.min && Number(value) <= limits.max;
  if (name === 'SqsManagedSseEnabled') return value === 'true' || value === 'false';
  if (value === '') return true;
  try {
    const document: unknown = JSON.parse(value);
    if (name !== 'RedrivePolicy') return typeof document === 'object';
    const { deadLetterTargetArn, maxReceiveCount } = document as Record<string, unknown>;
    const count = Number(maxReceiveCount);
    return typeof deadLetterTargetArn === 'string' && count >= 1 && count <= 1000;
  } catch {
    return false;
  }
}

function allAttributes(home: Ctx, queue: QueueRecord): Record<string, string> {
  const now = home.now();
  const found = messages(home)
    .list({ prefix: `${queue.name}/` })
    .map(([, message]) => message)
    .filter(({ sentAt }) => sentAt + numberOf(queue, 'MessageRetentionPeriod') * 1000 > now);
  const hidden = found.filter(({ visibleAt }) => visibleAt > now);
  const delayed = hidden.filter(({ receives }) => receives === 0);
  const numbers = Object.keys(NUMBER_ATTRIBUTES).map((name) => [name, String(numberOf(queue, name))]);
  return {
    QueueArn: queueArn(home, queue.name),
    ApproximateNumberOfMessages: String(found.length - hidden.length),
    ApproximateNumberOfMessagesNotVisible: String(hidden.length - delayed.length),
    ApproximateNumberOfMessagesDelayed: String(delayed.length),
    CreatedTimestamp: String(Math.floor(queue.createdAt / 1000)),
    LastModifiedTimestamp: String(Math.floor(queue.modifiedAt / 1000)),
    ...Object.fromEntries(numbers),
    SqsManagedSseEnabled: 'true',
    ...queue.attributes,
  };
}
