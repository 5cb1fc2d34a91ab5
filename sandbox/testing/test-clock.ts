import type { Parts } from '#sandbox/core/parts.ts';

/** Runs with the real time, and can be put forward: who sleeps until then wakes. */
export interface TestClock {
  now(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  advance(ms: number): void;
  /** Puts the clock to where the next sleeper wakes; `false`: nobody sleeps. */
  advanceToNext(): boolean;
}

interface Sleeper {
  until: number;
  wake: () => void;
}

export function testClock(start?: number): TestClock & Parts['clock'] {
  let ahead = start === undefined ? 0 : start - Date.now();
  const sleepers = new Set<Sleeper>();
  const now = () => Date.now() + ahead;

  const advance = (ms: number) => {
    ahead += ms;
    const due = [...sleepers].filter((one) => one.until <= now()).sort((a, b) => a.until - b.until);
    for (const one of due) one.wake();
  };

  return {
    now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => sleeper.wake(), ms);
        const sleeper: Sleeper = {
          until: now() + ms,
          wake() {
            clearTimeout(timer);
            sleepers.delete(sleeper);
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', () => sleeper.wake(), { once: true });
        if (signal?.aborted) sleeper.wake();
      }),
    advance,
    advanceToNext() {
      const next = Math.min(...[...sleepers].map((one) => one.until));
      if (next === Infinity) return false;
      advance(Math.max(0, next - now()));
      return true;
    },
  };
}
