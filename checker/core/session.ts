import type { Act, Known, Look, TargetFacts } from '#labs/kit/lab.ts';
import type { Names } from '#labs/kit/names.ts';
import type { Connection } from './connection.ts';
import { openReader, type Reader, type RequestMade } from './reader.ts';

/** One target, open for looking. */
export interface Session {
  target: TargetFacts;
  now(): number;
  /** What a check gets; `fresh` forgets what was read before. */
  look(options?: { fresh?: boolean }): Look;
  /** Calls made so far. */
  calls(): readonly string[];
  /** What AWS answered to them, by its own ids. */
  requests(): readonly RequestMade[];
  close(): void;
}

export interface SessionOptions {
  connection: Connection;
  target: TargetFacts;
  names: Names;
  /** Absent: a read-only run. */
  act?: Act;
  nonce: string;
  known: Known;
  /** Other regions that are in use. */
  otherRegions: readonly string[];
  now(): number;
  signal?: AbortSignal;
  /** How long one read may take. */
  callMs?: number;
  /** What failed for good is not asked again either: for one look that waits for no change. */
  once?: boolean;
  /** How long one in another region may: a hint is not worth a wait. */
  hintMs?: number;
}

export function openSession(options: SessionOptions): Session {
  const {
    connection,
    target,
    names,
    act,
    nonce,
    known,
    now,
    signal,
    callMs = 20_000,
    once = false,
    hintMs = 3000,
  } = options;
  const limits = { callMs, once, ...(signal ? { signal } : {}) };
  const reader = openReader(connection, limits);
  const others = options.otherRegions.map((region) => ({
    region,
    // One attempt, and an error leaves the hint out.
    reader: openReader({ ...connection, region }, { ...limits, attempts: 1, callMs: hintMs }),
  }));
  const all: Reader[] = [reader, ...others.map((other) => other.reader)];
  let aws = reader.memoised;
  return {
    target,
    now,
    look({ fresh = false } = {}) {
      // Who looked anew saw something change: what was read before is then old for everybody.
      if (fresh) aws = reader.fresh();
      return {
        aws,
        elsewhere: others.map((other) => ({ region: other.region, aws: other.reader.memoised })),
        names,
        target,
        ...(act ? { act } : {}),
        nonce,
        known,
        now,
      };
    },
    calls: () => all.flatMap((one) => one.calls()),
    requests: () => all.flatMap((one) => one.requests()),
    close: () => {
      for (const one of all) one.close();
    },
  };
}
