import type { Locale } from '#labs/kit/text.ts';
import type { RunnerEvent } from './wire.ts';

/** An event before it is in any language. */
export type Say = (locale: Locale) => RunnerEvent;

/** Everybody who listens. Their number is bounded, and so is what waits for one of them. */
export interface Hub {
  tell(say: Say): void;
  /** What came before is told first; `undefined`: too many listen already. */
  listen(locale: Locale, before: readonly Say[]): Listener | undefined;
  count(): number;
  close(): void;
}

export interface Listener {
  /** The next event; `undefined` after the end, `'quiet'` when nothing was said for a while. */
  next(quietMs: number): Promise<RunnerEvent | 'quiet' | undefined>;
  close(): void;
}

const mostWaiting = 500;

export function openHub({ most = 24 }: { most?: number } = {}): Hub {
  const listeners = new Set<Listener & { put(say: Say): void }>();
  return {
    tell(say) {
      for (const listener of listeners) listener.put(say);
    },
    listen(locale, before) {
      if (listeners.size >= most) return undefined;
      const listener = openListener(locale, () => listeners.delete(listener));
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

function openListener(locale: Locale, left: () => void): Listener & { put(say: Say): void } {
  const waiting: RunnerEvent[] = [];
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
