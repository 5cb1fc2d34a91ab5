import type { Locale } from '#labs/kit/text.ts';
import type { RunnerEvent } from './wire.ts';

/** An event before it is in any language. */
export type Say<Event = RunnerEvent> = (locale: Locale) => Event;

/** Everybody who listens. Their number is bounded, and so is what waits for one of them. */
export interface Hub<Event = RunnerEvent> {
  tell(say: Say<Event>): void;
  /** What came before is told first; `undefined`: too many listen already. */
  listen(locale: Locale, before: readonly Say<Event>[]): Listener<Event> | undefined;
  count(): number;
  close(): void;
}

export interface Listener<Event = RunnerEvent> {
  /** The next event; `undefined` after the end, `'quiet'` when nothing was said for a while. */
  next(quietMs: number): Promise<Event | 'quiet' | undefined>;
  close(): void;
}

const mostWaiting = 500;

export function openHub<Event = RunnerEvent>({ most = 24 }: { most?: number } = {}): Hub<Event> {
  const listeners = new Set<Taker<Event>>();
  return {
    tell(say) {
      for (const listener of listeners) listener.put(say);
    },
    listen(locale, before) {
      if (listeners.size >= most) return undefined;
      const listener: Taker<Event> = openListener<Event>(locale, () => listeners.delete(listener));
      listeners.add(listener);
      for (const say of before) listener.put(say);
      return listener;
    },
    count: () => listeners.size,
    close() {
      for (const listener of listeners) listener.close();
    },
  };
}

type Taker<Event> = Listener<Event> & { put(say: Say<Event>): void };

function openListener<Event>(locale: Locale, left: () => void): Taker<Event> {
  const waiting: Event[] = [];
  let closed = false;
  let wake = () => {};
  const close = () => {
    closed = true;
    left();
    wake();
  };
  return {
    put(say) {
      waiting.push(say(locale));
      // Who does not read is let go: it comes again and is told what was seen last.
      if (waiting.length > mostWaiting) close();
      wake();
    },
    async next(quietMs) {
      if (waiting.length === 0 && !closed) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, quietMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      if (closed) return undefined;
      return waiting.shift() ?? 'quiet';
    },
    close,
  };
}
