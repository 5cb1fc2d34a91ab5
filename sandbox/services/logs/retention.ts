import type {
  DeleteRetentionPolicyCommandInput,
  DeleteRetentionPolicyCommandOutput,
  PutRetentionPolicyCommandInput,
  PutRetentionPolicyCommandOutput,
} from '@aws-sdk/client-cloudwatch-logs';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Operation } from '#sandbox/core/service.ts';
import type { GroupRecord, StreamRecord } from './records.ts';
import {
  countOf,
  eventPrefix,
  events,
  groupNamed,
  groups,
  setCount,
  storedSize,
  streamKey,
  streams,
} from './records.ts';
import { day, hour, invalid, retentionDays, rules } from './rules.ts';

export const putRetentionPolicy: Operation<
  PutRetentionPolicyCommandInput,
  PutRetentionPolicyCommandOutput
> = (input, ctx) => {
  enforce(input, rules.retention, invalid);
  const days = input.retentionInDays ?? 0;
  if (!retentionDays.includes(days)) {
    throw new AwsError(invalid, `Invalid retention value. Valid values are: [${retentionDays.join(', ')}]`);
  }
  const group: GroupRecord = { ...groupNamed(ctx, input.logGroupName ?? ''), retentionInDays: days };
  groups(ctx).put(group.name, group);
  dropExpired(ctx, group);
  return {};
};

export const deleteRetentionPolicy: Operation<
  DeleteRetentionPolicyCommandInput,
  DeleteRetentionPolicyCommandOutput
> = (input, ctx) => {
  enforce(input, rules.group, invalid);
  const { retentionInDays: _, ...group } = groupNamed(ctx, input.logGroupName ?? '');
  groups(ctx).put(group.name, group);
  return {};
};

/** Writes sweep now and then; reads never write, they only pass over what has expired. */
export function sweep(ctx: Ctx, group: GroupRecord): void {
  const count = countOf(ctx, group.name);
  if (group.retentionInDays === undefined || ctx.now() - (count.sweptAt ?? 0) < hour) return;
  setCount(ctx, group.name, { ...count, sweptAt: ctx.now() });
  dropExpired(ctx, group);
}

function dropExpired(ctx: Ctx, group: GroupRecord): void {
  const oldest = oldestKept(group, ctx.now());
  const late = streams(ctx)
    .list({ prefix: `${group.name}:` })
    .filter(([, { firstEventAt }]) => firstEventAt !== undefined && firstEventAt < oldest);
  ctx.atomic(() => {
    for (const [, stream] of late) dropFrom(ctx, group, stream, oldest);
  });
}

/** The time before which a group keeps nothing. */
export function oldestKept({ retentionInDays }: GroupRecord, now: number): number {
  return retentionInDays === undefined ? 0 : now - retentionInDays * day;
}

/** A stream as a reader sees it: without the times of events that have expired. */
export function keptStream(ctx: Ctx, group: GroupRecord, stream: StreamRecord): StreamRecord {
  const oldest = oldestKept(group, ctx.now());
  if (stream.firstEventAt === undefined || stream.firstEventAt >= oldest) return stream;
  const prefix = eventPrefix(group.name, stream.name);
  const [first] = events(ctx).list({ prefix, after: prefix + String(oldest).padStart(15, '0'), limit: 1 });
  const { firstEventAt: _, lastEventAt, ...rest } = stream;
  return first && lastEventAt !== undefined ? { ...rest, firstEventAt: first[1].at, lastEventAt } : rest;
}

function dropFrom(ctx: Ctx, group: GroupRecord, stream: StreamRecord, oldest: number): void {
  let bytes = 0;
  for (const [key, event] of events(ctx).list({ prefix: eventPrefix(group.name, stream.name) })) {
    if (event.at >= oldest) break;
    events(ctx).delete(key);
    bytes += storedSize(event);
  }
  streams(ctx).put(streamKey(group.name, stream.name), keptStream(ctx, group, stream));
  const count = countOf(ctx, group.name);
  setCount(ctx, group.name, { ...count, storedBytes: count.storedBytes - bytes });
}
