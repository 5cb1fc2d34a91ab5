import type { ReadClients } from '#labs/kit/clients.ts';
import { type Call, type ClientPool, clientPool } from './client-pool.ts';
import type { Connection } from './connection.ts';
import { readsOnly } from './read-guard.ts';

/** Reads of one connection. Equal calls of one run are one call; the number under way at once is bounded. */
export interface Reader {
  /** The same answer for the same question, until `fresh` is asked for. */
  memoised: ReadClients;
  /** Looks anew: for what is polled. Each has a memory of its own. */
  fresh(): ReadClients;
  /** Calls made so far, as `lambda:GetPolicy`. */
  calls(): readonly string[];
  close(): void;
}

export interface ReaderOptions {
  signal?: AbortSignal;
  attempts?: number;
  /** Calls under way at once. */
  atOnce?: number;
  /** How long one call may take, with all its attempts: a connection that hangs must not hold a step. */
  callMs?: number;
}

export function openReader(
  connection: Connection,
  { signal, attempts = 3, atOnce = 16, callMs = 20_000 }: ReaderOptions = {},
): Reader {
  const pool: ClientPool = clientPool(connection, { attempts, guard: readsOnly });
  const made: string[] = [];
  const slot = slots(atOnce);

  const remembering = (): ReadClients => {
    const answers = new Map<string, Promise<object>>();
    return pool.clients((call: Call) => {
      const question = `${call.service}:${call.operation}:${JSON.stringify(call.input)}`;
      const known = answers.get(question);
      if (known) return known;
      const answer = slot(() => {
        made.push(`${call.service}:${call.operation}`);
        const tooLong = AbortSignal.timeout(callMs);
        return call.send(signal ? AbortSignal.any([signal, tooLong]) : tooLong);
      });
      answers.set(question, answer);
      // A failed read is asked again by the next who needs it: two steps must not share one hiccup.
      answer.catch(() => answers.delete(question));
      return answer;
    });
  };

  return { memoised: remembering(), fresh: remembering, calls: () => made, close: () => pool.close() };
}

/** At most `most` at once; the others wait in line. */
function slots(most: number): <Value>(work: () => Promise<Value>) => Promise<Value> {
  const waiting: Array<() => void> = [];
  let busy = 0;
  return async (work) => {
    if (busy >= most) await new Promise<void>((go) => waiting.push(go));
    busy++;
    try {
      return await work();
    } finally {
      busy--;
      waiting.shift()?.();
    }
  };
}
