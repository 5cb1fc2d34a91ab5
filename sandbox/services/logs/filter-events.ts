import type {
  FilterLogEventsCommandInput,
  FilterLogEventsCommandOutput,
} from '@aws-sdk/client-cloudwatch-logs';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { eventsInOrder } from './events-in-order.ts';
import { filterPattern } from './filter-pattern/filter-pattern.ts';
import { groupAskedFor } from './names.ts';
import { positionIn, tokenFor } from './paging.ts';
import { eventId, positionOf } from './positions.ts';
import { groupNamed, type StreamRecord, storedSize, streamKey, streamNamed, streams } from './records.ts';
import { oldestKept } from './retention.ts';
import { invalid, mostAnswerBytes, rules } from './rules.ts';

/** One call looks at no more than this, so that a page may be empty and still have a token, as on AWS. */
const mostLookedAt = 10_000;

export const filterLogEvents: Operation<FilterLogEventsCommandInput, FilterLogEventsCommandOutput> = (
  input,
  ctx,
) => {
  enforce(input, rules.filterEvents, invalid);
  const group = groupNamed(ctx, groupAskedFor(input));
  const matches = filterPattern(input.filterPattern ?? '');
  const { endTime = Infinity, limit = 10_000 } = input;
  const startTime = Math.max(input.startTime ?? 0, oldestKept(group, ctx.now()));

  const question = `filter ${group.name} ${input.filterPattern ?? ''} ${input.startTime} ${endTime}`;
  const from = positionIn(question, input.nextToken);
  const searched = searchedStreams(ctx, group.name, input).filter(
    ({ firstEventAt, lastEventAt }) =>
      firstEventAt !== undefined && firstEventAt <= endTime && (lastEventAt ?? 0) >= startTime,
  );

  const found: NonNullable<FilterLogEventsCommandOutput['events']> = [];
  let bytes = 0;
  let lookedAt = 0;
  let last: string | undefined;
  for (const { stream, key, event } of eventsInOrder(ctx, group.name, searched, startTime, from)) {
    if (event.at > endTime) return { events: found, searchedLogStreams: [] };
    const size = storedSize(event);
    const full = found.length >= limit || lookedAt >= mostLookedAt || bytes + size > mostAnswerBytes;
    if (full && last !== undefined) {
      return { events: found, searchedLogStreams: [], nextToken: tokenFor(question, last) };
    }
    lookedAt += 1;
    last = key;
    if (!matches(event.message)) continue;
    bytes += size;
    found.push({
      logStreamName: stream,
      timestamp: event.at,
      message: event.message,
      ingestionTime: event.ingestedAt,
      eventId: eventId(positionOf(key)),
    });
  }
  // AWS stopped telling which streams it searched.
  return { events: found, searchedLogStreams: [] };
};

function searchedStreams(ctx: Ctx, group: string, input: FilterLogEventsCommandInput): StreamRecord[] {
  const { logStreamNames, logStreamNamePrefix } = input;
  if (logStreamNames !== undefined && logStreamNamePrefix !== undefined) {
    throw new AwsError(
      invalid,
      'LogStream names and LogStream name prefix are mutually exclusive parameters.',
    );
  }
  if (logStreamNames) return [...new Set(logStreamNames)].map((name) => streamNamed(ctx, group, name));
  return streams(ctx)
    .list({ prefix: streamKey(group, logStreamNamePrefix ?? '') })
    .map(([, stream]) => stream);
}
