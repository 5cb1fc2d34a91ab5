import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';

export interface QueueRecord {
  name: string;
  attributes: Record<string, string>;
  tags: Record<string, string>;
  createdAt: number;
  modifiedAt: number;
  purgedAt?: number;
}

export interface MessageRecord {
  id: string;
  body: string;
  attributes: Record<string, StoredAttribute>;
  traceHeader?: string;
  senderId: string;
  sentAt: number;
  visibleAt: number;
  receives: number;
  firstReceivedAt?: number;
  receipt?: string;
}

export interface StoredAttribute {
  type: string;
  text?: string;
  /** Hexadecimal digits. */
  binary?: string;
}

export const queues = (ctx: Ctx) => ctx.table<QueueRecord>('queues');
export const messages = (ctx: Ctx) => ctx.table<MessageRecord>('messages');
export const deletions = (ctx: Ctx) => ctx.table<number>('deletions');

/** Where a queue lives and what it is called; the address is all that a caller has. */
export interface QueuePlace {
  home: Ctx;
  name: string;
}

export function queueArn(ctx: Ctx, name: string): string {
  return `arn:aws:sqs:${ctx.region}:${ctx.account}:${name}`;
}

/** An address on the sandbox itself: the JavaScript client sends its calls to wherever this points. */
export function queueUrl(ctx: Ctx, name: string): string {
  return `${ctx.origin ?? 'http://127.0.0.1'}/${ctx.account}/${name}`;
}

export function placeOf(ctx: Ctx, url: string | undefined): QueuePlace {
  const [, account, name = ''] = /(?:^|\/)(\d{12})\/([^/?]+)$/.exec(url ?? '') ?? [];
  const home = account && account !== ctx.account ? ctx.in({ account }) : ctx;
  return { home, name: account ? name : (url ?? '') };
}

export function existingQueue(ctx: Ctx, url: string | undefined): QueuePlace & { queue: QueueRecord } {
  if (!url) throw missing('QueueUrl');
  const place = placeOf(ctx, url);
  const queue = queues(place.home).get(encodeURIComponent(place.name));
  if (!queue) throw noQueue();
  return { ...place, queue };
}

export function noQueue(): AwsError {
  return new AwsError('QueueDoesNotExist', 'The specified queue does not exist.');
}

export function missing(parameter: string): AwsError {
  return new AwsError(
    'MissingRequiredParameterException',
    `The request must contain the parameter ${parameter}.`,
  );
}

export function invalidValue(message: string): AwsError {
  return new AwsError('InvalidParameterValueException', message);
}

export function unsupported(message: string): AwsError {
  return new AwsError('UnsupportedOperation', message);
}

/** Messages sort by the time at which they were sent. */
export function messageKey(queue: string, sentAt: number, id: string): string {
  return `${queue}/${String(sentAt).padStart(15, '0')}-${id}`;
}
