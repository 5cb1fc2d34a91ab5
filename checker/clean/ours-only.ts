import type { FullClients } from '#labs/kit/clients.ts';
import type { Call, ClientPool } from '../core/client-pool.ts';
import { type Trouble, troubleOf } from '../core/trouble.ts';
import type { Live } from '../resources/kind.ts';
import type { Ledger } from '../state/ledger.ts';

/** A deleting call that does not name what the plan says: a fault of ours, so it never leaves. */
export class NotInPlan extends Error {
  constructor(call: string, live: Live) {
    super(`${call} was about to touch something else than ${live.type} ${live.id}`);
    this.name = 'NotInPlan';
  }
}

/** Ctrl-C: no further call is begun. */
export class Stopped extends Error {
  constructor() {
    super('stopped');
    this.name = 'Stopped';
  }
}

export interface WritingTools {
  pool: ClientPool;
  ledger: Ledger;
  stillUs(): Promise<void>;
  sleep(ms: number): Promise<void>;
  now(): number;
  signal: AbortSignal;
  /** Where AWS says that it is too early, it is waited that long. */
  onWait(ms: number): void;
  /** `absent`: somebody else was faster. */
  onAnswer(outcome: 'done' | 'absent'): void;
  waits: Waits;
}

export interface Waits {
  tries: number;
  firstMs: number;
  /** Where AWS's answer does not say how long. */
  throttledMs: number;
}

const absentCodes = new Set([
  'ResourceNotFoundException',
  'NoSuchEntity',
  'NoSuchEntityException',
  'NotFoundException',
  'TableNotFoundException',
  'ObjectNotFoundException',
]);

/** Somebody is still at work on it, or IAM has not heard of the last call yet: that passes. */
const passingCodes = new Set([
  'ResourceInUseException',
  'ResourceConflictException',
  'ConflictException',
  'DeleteConflict',
  'DeleteConflictException',
  'OperationAbortedException',
  'ConcurrentModification',
  'ConcurrentModificationException',
  'LimitExceededException',
]);

/** Clients that can write, for one thing of the plan: each call is written down before and after. */
export function writerFor(live: Live, tools: WritingTools): FullClients {
  return tools.pool.clients(async (call) => {
    const name = `${call.service}:${call.operation}`;
    if (!namesIt(call, live)) throw new NotInPlan(name, live);
    const row = { type: live.type, resource: live.id, arn: live.arn };
    const { ledger, now } = tools;
    if (tools.signal.aborted) throw new Stopped();
    await tools.stillUs();
    ledger.append({ at: now(), kind: 'intent', ...row, facts: { call: name, identity: live.identity } });
    try {
      const answer = await sendPatiently(call, tools);
      ledger.append({ at: now(), kind: 'result', ...row, facts: { call: name, outcome: 'done' } });
      tools.onAnswer('done');
      return answer;
    } catch (error) {
      const isAbsent = absentCodes.has((error as Error).name);
      const outcome = isAbsent ? 'absent' : 'failed';
      const { code } = troubleOf(error);
      ledger.append({ at: now(), kind: 'result', ...row, facts: { call: name, outcome, code } });
      if (!isAbsent) throw error;
      tools.onAnswer('absent');
      return {};
    }
  });
}

async function sendPatiently(call: Call, tools: WritingTools): Promise<object> {
  const { waits, signal, sleep, onWait, stillUs } = tools;
  for (let tries = 1; ; tries++) {
    try {
      // Not given the signal: a call in flight is finished, so that its end is known.
      return await call.send();
    } catch (error) {
      const trouble = troubleOf(error);
      if (tries >= waits.tries || !mayPass(trouble) || signal.aborted) throw error;
      const ms = waitFor(error, trouble, tries, waits);
      if (ms >= 1000) onWait(ms);
      await sleep(ms);
      if (signal.aborted) throw error;
      await stillUs();
    }
  }
}

function mayPass({ cause, code }: Trouble): boolean {
  // A wrong clock is put right by the SDK once AWS has complained.
  return ['throttled', 'network', 'clock'].includes(cause) || (cause === 'broken' && isPassing(code));
}

function isPassing(code: string): boolean {
  return passingCodes.has(code) || /^(Internal|Service|ServiceUnavailable|5\d\d)/.test(code);
}

function waitFor(error: unknown, { cause }: Trouble, tries: number, waits: Waits): number {
  const { retryAfterSeconds } = error as { retryAfterSeconds?: string };
  const told = Number(retryAfterSeconds) * 1000;
  if (told > 0) return told;
  return cause === 'throttled' ? waits.throttledMs * tries : waits.firstMs * 2 ** (tries - 1);
}

/** Belt and braces: one of the values that are sent is what the plan names. */
function namesIt({ input }: Call, { id, name, arn, parts }: Live): boolean {
  const own = [id, name, arn, ...(parts.resource ?? [])];
  return Object.values(input).some((value) => typeof value === 'string' && own.includes(value));
}
