import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { logReader } from './log-reader.ts';
import { peakMemoryMb, watchMemory } from './memory.ts';
import type { Delivery, RuntimeApi } from './runtime-api.ts';

/** One running process: it has asked for its first event, or said why it cannot. */
export interface Environment {
  /** How its start ended. Asked once. */
  started(withinMs: number): Promise<Outcome>;
  /** Hands it one event and waits for what comes of it; the time is the one until it answered. */
  run(requestId: string, event: Delivery, withinMs: number): Promise<{ outcome: Outcome; tookMs: number }>;
  /** What it wrote since this was last asked. */
  takeLog(): { at: number; message: string }[];
  peakMemoryMb(): number;
  alive(): boolean;
  kill(): Promise<void>;
}

export type Outcome =
  | { kind: 'ready' }
  | { kind: 'answer'; payload: Uint8Array }
  | { kind: 'error'; payload: Uint8Array; errorType: string }
  | { kind: 'exit'; code: number | null; signal: string | null }
  | { kind: 'out-of-memory' }
  | { kind: 'timeout' };

export interface StartOptions {
  api: RuntimeApi;
  memoryMb: number;
  /** Told where its Runtime API is and how it marks its log. */
  launch(place: { runtimeApi: string; mark: string }): {
    command: string;
    args: string[];
    cwd: string;
    env: Record<string, string>;
  };
}

export async function startEnvironment({ api, memoryMb, launch }: StartOptions): Promise<Environment> {
  const mark = randomBytes(8).toString('hex');
  const log = logOf(mark);
  let settle: ((outcome: Outcome) => void) | undefined;
  let early: Outcome | undefined;
  let deliver: ((event: Delivery) => void) | undefined;
  let asked: (() => void) | undefined;
  let requestId: string | undefined;
  let reportedKb = 0;
  let peakMb = 0;
  let dead = false;

  const finish = (outcome: Outcome) => {
    if (settle) settle(outcome);
    else early ??= outcome;
    settle = undefined;
  };
  const measure = () => {
    peakMb = Math.max(peakMb, peakMemoryMb(child.pid, reportedKb));
    return peakMb;
  };
  const about = (id: string, outcome: Outcome) => {
    if (id !== requestId) return 'unknown';
    requestId = undefined;
    measure();
    finish(outcome);
    return 'accepted';
  };
  const seat = api.seat({
    next(give) {
      measure();
      deliver = give;
      if (asked) asked();
      else finish({ kind: 'ready' });
    },
    response: (id, payload) => about(id, { kind: 'answer', payload }),
    error: (id, payload, errorType) => about(id, { kind: 'error', payload, errorType }),
    initError(payload, errorType) {
      measure();
      finish({ kind: 'error', payload, errorType });
      return 'accepted';
    },
    peakRss: (kb) => {
      reportedKb = kb;
    },
  });

  const { command, args, cwd, env } = launch({ runtimeApi: (await api.address()) + seat.path, mark });
  const child = spawn(command, args, {
    cwd,
    env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', log.feed);
  child.stderr.on('data', log.feedErrors);
  const exited = new Promise<void>((resolve) => {
    const over = async (outcome: Outcome) => {
      if (dead) return;
      dead = true;
      seat.leave();
      await Promise.race([closed(child), sleep(DRAIN_MS)]);
      log.finish();
      // Whatever the process left behind goes with it.
      killGroup(child);
      asked?.();
      finish(outcome);
      resolve();
    };
    child.once('exit', (code, signal) => over({ kind: 'exit', code, signal }));
    child.once('error', () => over({ kind: 'exit', code: 127, signal: null }));
  });

  async function outcomeWithin(withinMs: number): Promise<Outcome> {
    const result = new Promise<Outcome>((resolve) => {
      if (early) resolve(early);
      else settle = resolve;
    });
    let forced: Outcome | undefined;
    const force = (outcome: Outcome) => {
      forced ??= outcome;
      killGroup(child);
    };
    const timer = setTimeout(() => force({ kind: 'timeout' }), withinMs);
    const stopWatching = watchMemory(child.pid, memoryMb, () => force({ kind: 'out-of-memory' }));
    const outcome = await result;
    clearTimeout(timer);
    stopWatching();
    early = undefined;
    return outcome.kind === 'exit' && forced ? forced : outcome;
  }

  return {
    async started(withinMs) {
      const outcome = await outcomeWithin(withinMs);
      if (outcome.kind === 'error') await Promise.race([exited, sleep(SETTLE_MS)]);
      return outcome;
    },
    async run(id, event, withinMs) {
      requestId = id;
      const ended = log.untilEnd();
      const askedAgain = new Promise<void>((resolve) => {
        asked = resolve;
      });
      const give = deliver;
      deliver = undefined;
      const before = performance.now();
      give?.(event);
      const outcome = await outcomeWithin(withinMs);
      const tookMs = performance.now() - before;
      // The log of this invocation is complete, and the environment is ready for the next one or has ended.
      await Promise.race([Promise.all([ended, askedAgain]), exited, sleep(SETTLE_MS)]);
      asked = undefined;
      if (!deliver && !dead) killGroup(child);
      return { outcome, tookMs };
    },
    takeLog: log.take,
    peakMemoryMb: measure,
    alive: () => !dead && deliver !== undefined,
    async kill() {
      killGroup(child);
      await exited;
    },
  };
}

/** How long a process that is over may take to hand over what it wrote. */
const DRAIN_MS = 250;
/** How long after its answer an environment may take to ask for more; it is ended then. */
const SETTLE_MS = 2_000;
/** A function that prints without end must not fill our memory. */
const MAX_LINES = 10_000;

function logOf(mark: string) {
  let lines: { at: number; message: string }[] = [];
  let dropped = 0;
  let onEnd: (() => void) | undefined;
  const add = (message: string) => {
    if (lines.length < MAX_LINES) lines.push({ at: Date.now(), message });
    else dropped += 1;
  };
  const readers = [1, 2].map(() => logReader(mark, add, () => onEnd?.()));
  return {
    feed: (chunk: Buffer) => readers[0]?.feed(chunk),
    feedErrors: (chunk: Buffer) => readers[1]?.feed(chunk),
    finish: () => {
      for (const reader of readers) reader.finish();
    },
    untilEnd: () =>
      new Promise<void>((resolve) => {
        onEnd = resolve;
      }),
    take() {
      const taken = lines;
      if (dropped > 0)
        taken.push({ at: Date.now(), message: `The sandbox left out ${dropped} more log lines.\n` });
      lines = [];
      dropped = 0;
      return taken;
    },
  };
}

function closed(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
}

/** The process and all that it started. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
    else
      spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' }).on('error', () =>
        child.kill(),
      );
  } catch {
    // It is gone already.
  }
}
