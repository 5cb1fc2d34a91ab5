import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { asLocale } from '../cli/locale.ts';
import { keyOf, readTarget } from '../target/target-file.ts';
import type { RunnerEnv } from './door.ts';
import type { Listener } from './hub.ts';
import { RefusedError } from './refused.ts';
import type { Room } from './room.ts';
import type { Runs } from './runs.ts';
import { targetReport } from './state-of.ts';

/** Often enough that a page behind a sleeping computer learns that the line is dead. */
const quietMs = 15_000;

/** One stream of a page: where we look, what was seen last, then everything as it happens. */
export function streamEvents(c: Context<RunnerEnv>, room: Room, runs: Runs): Response {
  const locale = asLocale(c.req.query('lang') ?? '') ?? 'en';
  const target = readTarget(room.cli.home);
  const listener = room.hub.listen(locale, [
    () => ({ type: 'hello', instance: room.instance }),
    () => ({ type: 'target', target: targetReport(target, room.cli, locale) }),
    ...room.board.all(keyOf(target)),
    ...runs.watched().map((lab) => () => ({ type: 'watch' as const, lab, on: true })),
  ]);
  if (!listener) throw new RefusedError('too-many-streams', 'Too many pages listen already. Close some.');
  return pump(c, listener);
}

/** Sends what a listener hears, under the name of its type, until either side has had enough. */
export function pump<Event extends { type: string }>(
  c: Context<RunnerEnv>,
  listener: Listener<Event>,
): Response {
  return streamSSE(c, async (stream) => {
    stream.onAbort(() => listener.close());
    try {
      for (;;) {
        const event = await listener.next(quietMs);
        if (event === undefined || stream.aborted) return;
        if (event === 'quiet') await stream.write(': quiet\n\n');
        else await stream.writeSSE({ event: event.type, data: JSON.stringify(event) });
      }
    } finally {
      listener.close();
    }
  });
}
