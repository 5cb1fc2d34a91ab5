import type { ReadClients } from '#labs/kit/clients.ts';
import { type Call, type ClientPool, clientPool } from './client-pool.ts';
import type { Connection } from './connection.ts';
import { readsOnly } from './read-guard.ts';
import { troubleOf } from './trouble.ts';

/** Reads of one connection. Equal calls of one run are one call; the number under way at once is bounded. */
export interface Reader {
  /** The same answer for the same question, until `fresh` is asked for. */
  memoised: ReadClients;
  /** Looks anew: for what is polled. Each has a memory of its own. */
  fresh(): ReadClients;
  /** Calls made so far, as `lambda:GetPolicy`. */
  calls(): readonly string[];
  /** What AWS answered to them, by its own ids. */
  requests(): readonly RequestMade[];
  close(): void;
}

/** One call as AWS knows it: what its support asks for. */
export interface RequestMade {
  /** `lambda:GetPolicy` */
  call: string;
  id: string;
  /** The error's code, where it failed. */
  error?: string;
}

export interface ReaderOptions {
  signal?: AbortSignal;
  attempts?: number;
  /** Calls under way at once. */
  atOnce?: number;
  /** How long one call may take, with all its attempts: a connection that hangs must not hold a step. */
  callMs?: number;
  /** What failed for good is not asked again either: for one look that waits for no change. */
  once?: boolean;
}

export function openReader(
  connection: Connection,
  { signal, attempts = 3, atOnce = 16, callMs = 20_000, once = false }: ReaderOptions = {},
): Reader {
  const pool: ClientPool = clientPool(connection, { attempts, guard: readsOnly });
  const made: string[] = [];
  const requests: RequestMade[] = [];
  const slot = slots(atOnce);

  const sendAndNote = async (call: Call) => {
    const name = `${call.service}:${call.operation}`;
    await connection.pace?.(call.service, call.operation);
    made.push(name);
    const tooLong = AbortSignal.timeout(callMs);
    try {
      const answer = await call.send(signal ? AbortSignal.any([signal, tooLong]) : tooLong);
      requests.push(...requestOf(name, answer));
      return answer;
    } catch (error) {
      requests.push(...requestOf(name, error, troubleOf(error).code));
      throw error;
    }
  };

  const remembering = (): ReadClients => {
    const answers = new Map<string, Promise<object>>();
    return pool.clients((call: Call) => {
      const question = `${call.service}:${call.operation}:${JSON.stringify(call.input)}`;
      const known = answers.get(question);
      if (known) return known;
      const answer = slot(() => sendAndNote(call));
      answers.set(question, answer);
      // A failed read is asked again by the next who needs it: two steps must not share one hiccup.
      answer.catch((error) => (once && !isHiccup(error)) || answers.delete(question));
      return answer;
    });
  };

  return {
    memoised: remembering(),
    fresh: remembering,
    calls: () => made,
    requests: () => requests,
    close: () => pool.close(),
  };
}

function requestOf(call: string, answer: unknown, error?: string): RequestMade[] {
  const id = (answer as { $metadata?: { requestId?: string } } | undefined)?.$metadata?.requestId;
  return id ? [{ call, id, ...(error === undefined ? {} : { error }) }] : [];
}

/** What may be answered otherwise a moment later; that nothing is there, or nobody may look, is an answer. */
function isHiccup(error: unknown): boolean {
  const { cause } = troubleOf(error);
  const isRefused = (error as { $fault?: string }).$fault === 'client';
  return ['throttled', 'network', 'clock'].includes(cause) || (cause === 'broken' && !isRefused);
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
