import type { GetLogEventsCommandInput, GetLogEventsCommandOutput } from '@aws-sdk/client-cloudwatch-logs';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { groupAskedFor } from './names.ts';
import {
  after,
  before,
  type Direction,
  type Position,
  positionOf,
  readToken,
  token,
  written,
} from './positions.ts';
import { type EventRecord, eventPrefix, events, groupNamed, storedSize, streamNamed } from './records.ts';
import { oldestKept } from './retention.ts';
import { invalid, mostAnswerBytes, rules } from './rules.ts';

/** One page of a stream. At either end the token of that direction comes back unchanged: so AWS says "no more". */
export const getLogEvents: Operation<GetLogEventsCommandInput, GetLogEventsCommandOutput> = (input, ctx) => {
  enforce(input, rules.getEvents, invalid);
  const group = groupNamed(ctx, groupAskedFor(input));
  const { logStreamName: stream = '', limit = 10_000, endTime = Infinity } = input;
  const startTime = Math.max(input.startTime ?? 0, oldestKept(group, ctx.now()));
  streamNamed(ctx, group.name, stream);

  const asked = input.nextToken === undefined ? undefined : readToken(input.nextToken);
  const direction = asked?.direction ?? (input.startFromHead ? 'f' : 'b');
  const start = asked?.position ?? (direction === 'f' ? { at: startTime, arrival: 0 } : end(endTime));
  const found = page(ctx, eventPrefix(group.name, stream), direction, start, limit, startTime, endTime);
  const [first, last] = [found[0], found.at(-1)];
  return {
    events: found.map(([, { at, ingestedAt, message }]) => ({
      timestamp: at,
      message,
      ingestionTime: ingestedAt,
    })),
    nextForwardToken: token('f', last ? after(positionOf(last[0])) : start),
    nextBackwardToken: token('b', first ? before(positionOf(first[0])) : start),
  };
};

const latest = 999_999_999_999_999;

function end(endTime: number): Position {
  return { at: Math.min(endTime, latest), arrival: 0 };
}

/** In the order of time, whichever way it was read. */
function page(
  ctx: Ctx,
  prefix: string,
  direction: Direction,
  start: Position,
  limit: number,
  startTime: number,
  endTime: number,
): Array<readonly [string, EventRecord]> {
  const reverse = direction === 'b';
  const read = events(ctx).list({ prefix, after: prefix + written(start), limit, reverse });
  let bytes = 0;
  const found = read
    .filter(([, { at }]) => at >= startTime && at < endTime)
    .filter(([, event]) => {
      bytes += storedSize(event);
      return bytes <= mostAnswerBytes;
    });
  return reverse ? found.reverse() : found;
}
