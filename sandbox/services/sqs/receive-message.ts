import type { Message, ReceiveMessageCommandInput, ReceiveMessageCommandOutput } from '@aws-sdk/client-sqs';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { numberOf } from './attributes.ts';
import { MOST_MESSAGES } from './facts.ts';
import { md5OfAttributes, md5OfBody, shownAttributes } from './message-attributes.ts';
import {
  existingQueue,
  invalidValue,
  type MessageRecord,
  messageKey,
  messages,
  type QueueRecord,
} from './records.ts';

export const receiveMessage: Operation<ReceiveMessageCommandInput, ReceiveMessageCommandOutput> = async (
  input,
  ctx,
) => {
  const { home, queue } = existingQueue(ctx, input.QueueUrl);
  const most = within(input.MaxNumberOfMessages ?? 1, 1, MOST_MESSAGES, 'MaxNumberOfMessages');
  const wait = within(
    input.WaitTimeSeconds ?? numberOf(queue, 'ReceiveMessageWaitTimeSeconds'),
    0,
    20,
    'WaitTimeSeconds',
  );
  const hidden = within(
    input.VisibilityTimeout ?? numberOf(queue, 'VisibilityTimeout'),
    0,
    43_200,
    'VisibilityTimeout',
  );
  const until = home.now() + wait * 1000;
  let found = take(home, queue, most, hidden);
  while (found.length === 0 && home.now() < until) {
    await home.parts.clock.sleep(Math.min(LOOK_EVERY_MS, until - home.now()));
    found = take(home, existingQueue(ctx, input.QueueUrl).queue, most, hidden);
  }
  if (found.length === 0) return {};
  return { Messages: found.map((message) => shown(ctx, message, input)) };
};

const LOOK_EVERY_MS = 100;

/** Hides up to `most` messages from other receivers; one that was received too often goes to the dead-letter queue. */
function take(home: Ctx, queue: QueueRecord, most: number, hiddenSeconds: number): MessageRecord[] {
  const now = home.now();
  const keptMs = numberOf(queue, 'MessageRetentionPeriod') * 1000;
  const taken: MessageRecord[] = [];
  return home.atomic(() => {
    for (const [key, message] of messages(home).list({ prefix: `${queue.name}/` })) {
      if (taken.length === most) break;
      if (message.sentAt + keptMs <= now) messages(home).delete(key);
      else if (message.visibleAt <= now && !buried(home, queue, key, message)) {
        const received: MessageRecord = {
          ...message,
          receives: message.receives + 1,
          firstReceivedAt: message.firstReceivedAt ?? now,
          visibleAt: now + hiddenSeconds * 1000,
          receipt: btoa(`${key} ${home.parts.random.uuid()}`),
        };
        messages(home).put(key, received);
        taken.push(received);
      }
    }
    return taken;
  });
}

function buried(home: Ctx, queue: QueueRecord, key: string, message: MessageRecord): boolean {
  const policy = queue.attributes.RedrivePolicy;
  if (!policy) return false;
  const { deadLetterTargetArn, maxReceiveCount } = JSON.parse(policy) as Record<string, string | number>;
  if (message.receives < Number(maxReceiveCount)) return false;
  const dead = String(deadLetterTargetArn).split(':').at(-1) ?? '';
  const { receipt: _, ...rest } = message;
  messages(home).delete(key);
  messages(home).put(messageKey(dead, message.sentAt, message.id), { ...rest, visibleAt: home.now() });
  return true;
}

function shown(ctx: Ctx, message: MessageRecord, input: ReceiveMessageCommandInput): Message {
  const system: Record<string, string> = {
    SenderId: message.senderId,
    SentTimestamp: String(message.sentAt),
    ApproximateReceiveCount: String(message.receives),
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt ?? message.sentAt),
    ...(message.traceHeader === undefined ? {} : { AWSTraceHeader: message.traceHeader }),
  };
  const asked = [...(input.MessageSystemAttributeNames ?? []), ...(input.AttributeNames ?? [])] as string[];
  const names = Object.keys(system).filter((name) => asked.includes('All') || asked.includes(name));
  const attributes = shownAttributes(message.attributes, input.MessageAttributeNames ?? []);
  const digest = Object.keys(attributes).length > 0 ? md5OfAttributes(ctx, message.attributes) : undefined;
  return {
    MessageId: message.id,
    ...(message.receipt === undefined ? {} : { ReceiptHandle: message.receipt }),
    MD5OfBody: md5OfBody(ctx, message.body),
    Body: message.body,
    ...(names.length > 0
      ? { Attributes: Object.fromEntries(names.map((name) => [name, system[name] ?? ''])) }
      : {}),
    ...(digest === undefined ? {} : { MD5OfMessageAttributes: digest, MessageAttributes: attributes }),
  };
}

function within(value: number, min: number, max: number, name: string): number {
  if (value >= min && value <= max) return value;
  throw invalidValue(
    `Value ${value} for parameter ${name} is invalid. Reason: Must be between ${min} and ${max}, if provided.`,
  );
}
