import type { Parts } from './parts.ts';

/** Work that outlives the call that started it. */
export interface Background {
  later(work: () => Promise<void> | void, delayMs?: number): void;
  /** Resolves when nothing is queued, also nothing that queued work has queued. */
  idle(): Promise<void>;
  close(): void;
}

/** `failed` is told of a throw, because nobody awaits this work. */
export function background(clock: Parts['clock'], failed: (error: unknown) => void): Background {
  const running = new Set<Promise<void>>();
  const closing = new AbortController();

  const run = async (work: () => Promise<void> | void, delayMs: number) => {
    // Even without a delay the answer goes first.
    if (delayMs > 0) await clock.sleep(delayMs, closing.signal);
    else await Promise.resolve();
    if (closing.signal.aborted) return;
    try {
      await work();
    } catch (error) {
      failed(error);
    }
  };

  return {
    later(work, delayMs = 0) {
      const done = run(work, delayMs).finally(() => running.delete(done));
      running.add(done);
    },
    async idle() {
      while (running.size > 0 && !closing.signal.aborted) await Promise.all(running);
    },
    /** What sleeps is woken and not done: a process that is through must not wait for it. */
    close: () => closing.abort(),
  };
}
