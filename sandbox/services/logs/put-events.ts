import type {
  PutLogEventsCommandInput,
  PutLogEventsCommandOutput,
  RejectedLogEventsInfo,
} from '@aws-sdk/client-cloudwatch-logs';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { eventKey } from './positions.ts';
import {
  countOf,
  type EventRecord,
  events,
  groupNamed,
  setCount,
  storedSize,
  streamKey,
  streamNamed,
  streams,
} from './records.ts';
import { oldestKept, sweep } from './retention.ts';
import { day, hour, invalid, mostBatchBytes, mostEventBytes, rules } from './rules.ts';

export const putLogEvents: Operation<PutLogEventsCommandInput, PutLogEventsCommandOutput> = (input, ctx) => {
  enforce(input, rules.putEvents, invalid);
  const { logGroupName: group = '', logStreamName: stream = '' } = input;
  const now = ctx.now();
  const batch = (input.logEvents ?? []).map(({ timestamp = 0, message = '' }) => ({
    at: timestamp,
    ingestedAt: now,
    message,
  }));
  refuseBadBatch(batch);
  streamNamed(ctx, group, stream);

  const { kept, rejected } = sift(batch, now, oldestKept(groupNamed(ctx, group), now));
  const sequence = store(ctx, group, stream, kept, now);
  sweep(ctx, groupNamed(ctx, group));
  return {
    nextSequenceToken: String(sequence).padStart(56, '4'),
    ...(rejected ? { rejectedLogEventsInfo: rejected } : {}),
  };
};

function refuseBadBatch(batch: EventRecord[]): void {
  const sizes = batch.map(storedSize);
  const large = sizes.find((size) => size > mostEventBytes);
  if (large !== undefined) {
    throw new AwsError(invalid, `Log event too large: ${large} bytes exceeds limit of ${mostEventBytes}`);
  }
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total > mostBatchBytes) {
    throw new AwsError(invalid, `Upload too large: ${total} bytes exceeds limit of ${mostBatchBytes}`);
  }
  if (batch.some(({ at }, index) => at < (batch[index - 1]?.at ?? 0))) {
    throw new AwsError(
      invalid,
      'Log events in a single PutLogEvents request must be in chronological order.',
    );
  }
  if ((batch.at(-1)?.at ?? 0) - (batch[0]?.at ?? 0) > day) {
    throw new AwsError(
      invalid,
      'The batch of log events in a single PutLogEvents request cannot span more than 24 hours.',
    );
  }
}

/** Too old, too new and expired events are left out and told by their place in the batch; that is no error. */
function sift(
  batch: EventRecord[],
  now: number,
  oldest: number,
): { kept: EventRecord[]; rejected?: RejectedLogEventsInfo } {
  const tooOld = batch.filter(({ at }) => at < now - 14 * day).length;
  const expired = batch.filter(({ at }) => at < oldest).length;
  const firstTooNew = batch.findIndex(({ at }) => at > now + 2 * hour);
  const kept = batch.slice(Math.max(tooOld, expired), firstTooNew === -1 ? undefined : firstTooNew);
  if (kept.length === batch.length) return { kept };
  return {
    kept,
    rejected: {
      ...(tooOld > 0 ? { tooOldLogEventEndIndex: tooOld } : {}),
      ...(expired > 0 ? { expiredLogEventEndIndex: expired } : {}),
      ...(firstTooNew === -1 ? {} : { tooNewLogEventStartIndex: firstTooNew }),
    },
  };
}

function store(ctx: Ctx, group: string, stream: string, kept: EventRecord[], now: number): number {
  return ctx.atomic(() => {
    const record = streamNamed(ctx, group, stream);
    const count = countOf(ctx, group);
    kept.forEach((event, index) => {
      events(ctx).put(eventKey(group, stream, event.at, count.lastSequence + index + 1), event);
    });
    const lastSequence = count.lastSequence + kept.length;
    const bytes = kept.reduce((sum, event) => sum + storedSize(event), 0);
    setCount(ctx, group, { ...count, storedBytes: count.storedBytes + bytes, lastSequence });
    const [first, last] = [kept[0], kept.at(-1)];
    if (first && last) {
      streams(ctx).put(streamKey(group, stream), {
        ...record,
        firstEventAt: Math.min(record.firstEventAt ?? first.at, first.at),
        lastEventAt: Math.max(record.lastEventAt ?? last.at, last.at),
        lastIngestionAt: now,
      });
    }
    return lastSequence;
  });
}
