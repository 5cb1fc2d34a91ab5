import type { LogGroupClass } from '@aws-sdk/client-cloudwatch-logs';
import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Table } from '#sandbox/core/store.ts';

export interface GroupRecord {
  name: string;
  createdAt: number;
  class: LogGroupClass;
  retentionInDays?: number;
  kmsKeyId?: string;
  protected: boolean;
  tags: Record<string, string>;
}

/** Apart from the group, because every put changes it. */
export interface GroupCount {
  storedBytes: number;
  lastSequence: number;
  /** When expired events were last looked for. */
  sweptAt?: number;
}

export interface StreamRecord {
  name: string;
  createdAt: number;
  firstEventAt?: number;
  lastEventAt?: number;
  lastIngestionAt?: number;
}

export interface EventRecord {
  at: number;
  ingestedAt: number;
  message: string;
}

/** What AWS adds to the bytes of every message when it counts. */
export const eventOverhead = 26;

export const groups = (ctx: Ctx): Table<GroupRecord> => ctx.table('groups');
export const streams = (ctx: Ctx): Table<StreamRecord> => ctx.table('streams');
export const events = (ctx: Ctx): Table<EventRecord> => ctx.table('events');
const counts = (ctx: Ctx): Table<GroupCount> => ctx.table('counts');

export function groupNamed(ctx: Ctx, name: string): GroupRecord {
  const group = groups(ctx).get(name);
  if (!group) throw new AwsError('ResourceNotFoundException', 'The specified log group does not exist.');
  return group;
}

export function streamNamed(ctx: Ctx, group: string, name: string): StreamRecord {
  groupNamed(ctx, group);
  const stream = streams(ctx).get(streamKey(group, name));
  if (!stream) throw new AwsError('ResourceNotFoundException', 'The specified log stream does not exist.');
  return stream;
}

export function countOf(ctx: Ctx, group: string): GroupCount {
  return counts(ctx).get(group) ?? { storedBytes: 0, lastSequence: 0 };
}

export function setCount(ctx: Ctx, group: string, count: GroupCount): void {
  counts(ctx).put(group, count);
}

export function removeCount(ctx: Ctx, group: string): void {
  counts(ctx).delete(group);
}

/** A group's name holds no colon, so a prefix ending in one never reaches another group. */
export function streamKey(group: string, stream: string): string {
  return `${group}:${ascii(stream)}`;
}

/** Events of a stream sort by time, then by arrival. */
export function eventPrefix(group: string, stream: string): string {
  return `${streamKey(group, stream)}:`;
}

export function storedSize({ message }: { message: string }): number {
  return new TextEncoder().encode(message).length + eventOverhead;
}

/** Keeps the order of names: what is escaped starts with the last printable character of ASCII. */
function ascii(name: string): string {
  return name.replace(/[^ -}]/g, (unit) => `~${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
