import type { Ctx } from '#sandbox/core/context.ts';
import { type EventRecord, eventPrefix, events, type StreamRecord } from './records.ts';

export interface FoundEvent {
  stream: string;
  /** The position, written: the same in every stream. */
  key: string;
  event: EventRecord;
}

/** Merges streams by time, strictly after a position; each stream is read in chunks, so that a page reads little. */
export function* eventsInOrder(
  ctx: Ctx,
  group: string,
  streams: StreamRecord[],
  startTime: number,
  from: string | undefined,
): Generator<FoundEvent> {
  const start = from ?? String(startTime).padStart(15, '0');
  const heads = streams.map(({ name }) => chunks(ctx, group, name, start));
  const next = heads.map((head) => head.next().value);
  for (;;) {
    const index = earliest(next);
    const found = index === undefined ? undefined : next[index];
    if (index === undefined || !found) return;
    yield found;
    next[index] = heads[index]?.next().value;
  }
}

const chunk = 200;

function* chunks(ctx: Ctx, group: string, stream: string, start: string): Generator<FoundEvent, undefined> {
  const prefix = eventPrefix(group, stream);
  let after = prefix + start;
  for (;;) {
    const read = events(ctx).list({ prefix, after, limit: chunk });
    for (const [key, event] of read) yield { stream, key: key.slice(prefix.length), event };
    if (read.length < chunk) return undefined;
    after = read.at(-1)?.[0] ?? after;
  }
}

function earliest(next: Array<FoundEvent | undefined>): number | undefined {
  let best: number | undefined;
  for (const [index, found] of next.entries()) {
    if (found && found.key < (best === undefined ? '~' : (next[best]?.key ?? '~'))) best = index;
  }
  return best;
}
