import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { OpenCtx } from '#sandbox/core/service.ts';
import { routed } from './alias-weights.ts';
import { deliver } from './destinations.ts';
import { utf8 } from './encoding.ts';
import { configKey } from './event-invoke-config.ts';
import { beginExecution } from './executions.ts';
import { type FunctionRef, homeOf } from './names.ts';
import { eventInvokeConfigs, type FunctionRecord, LATEST, lookUp, reserved } from './records.ts';
import { type FunctionEvent, type Outcome, run } from './run.ts';

/** An accepted event; kept until it is dealt with, whatever happens to the process. */
export interface QueuedEvent {
  ref: FunctionRef;
  requestId: string;
  payload: string;
  clientContext?: string;
  traceId: string;
  attempts: number;
  enqueuedAt: number;
  /** When the next attempt is to be made: an earlier one would be no retry after a wait. */
  dueAt: number;
}

const queue = (ctx: Ctx) => ctx.shared<QueuedEvent>('lambda-events');

/** AWS waits a minute before the first retry and two before the second. */
const RETRY_WAITS_MS = [60_000, 120_000];
const THROTTLED_WAIT_MS = 1000;
const OLDEST_S = 21_600;

export function enqueue(home: Ctx, event: FunctionEvent): void {
  const { payload, ...rest } = event;
  const queued = {
    ...rest,
    payload: utf8.decode(payload),
    attempts: 0,
    enqueuedAt: home.now(),
    dueAt: home.now(),
  };
  queue(home).put(event.requestId, queued);
  home.later(() => attempt(home, event.requestId));
}

/** Takes up the events that an earlier process accepted and did not finish. */
export function wakeEvents(open: OpenCtx): void {
  const as = (account: string) =>
    ({ kind: 'service', service: 'lambda.amazonaws.com', account, arn: 'lambda', userId: 'lambda' }) as const;
  const anywhere = open({
    service: 'lambda',
    account: '000000000000',
    region: 'us-east-1',
    as: as('000000000000'),
  });
  for (const [requestId, { ref, dueAt }] of queue(anywhere).list()) {
    const home = open({ service: 'lambda', account: ref.account, region: ref.region, as: as(ref.account) });
    home.later(() => attempt(home, requestId), Math.max(0, dueAt - home.now()));
  }
}

async function attempt(from: Ctx, requestId: string): Promise<void> {
  const queued = queue(from).get(requestId);
  if (!queued) return;
  const home = homeOf(from, queued.ref);
  const record = lookUp(home, queued.ref.name, routed(home, home, queued.ref) ?? LATEST);
  if (!record) {
    queue(home).delete(requestId);
    return;
  }
  const limits = limitsOf(home, queued.ref);
  if (reserved(home).get(record.name) === 0) {
    await finish(home, queued, record, { condition: 'ZeroReservedConcurrency' });
  } else if (home.now() - queued.enqueuedAt > limits.ageMs) {
    await finish(home, queued, record, { condition: 'EventAgeExceeded' });
  } else {
    await tryOnce(home, queued, record, limits.retries);
  }
}

async function tryOnce(
  home: Ctx,
  queued: QueuedEvent,
  record: FunctionRecord,
  retries: number,
): Promise<void> {
  const outcome = await outcomeOf(home, queued, record);
  if (outcome === 'throttled') {
    home.later(() => attempt(home, queued.requestId), THROTTLED_WAIT_MS);
    return;
  }
  const tried = { ...queued, attempts: queued.attempts + 1 };
  if (!outcome.functionError) {
    await finish(home, tried, record, { condition: 'Success', outcome });
  } else if (tried.attempts > retries || outcome.refused !== undefined) {
    await finish(home, tried, record, { condition: 'RetriesExhausted', outcome });
  } else {
    const wait = RETRY_WAITS_MS[queued.attempts] ?? 0;
    queue(home).put(queued.requestId, { ...tried, dueAt: home.now() + wait });
    home.later(() => attempt(home, queued.requestId), wait);
  }
}

/** A failure of Lambda itself, such as a role that is gone, counts as a failure of the function. */
async function outcomeOf(
  home: Ctx,
  queued: QueuedEvent,
  record: FunctionRecord,
): Promise<Outcome | 'throttled'> {
  try {
    using _slot = beginExecution(home, record, queued.requestId);
    const outcome = await run(home, record, { ...queued, payload: utf8.encode(queued.payload) });
    return outcome.refused === undefined ? outcome : failed('Runtime.Unavailable', outcome.refused, true);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    if (error.code === 'TooManyRequestsException') return 'throttled';
    return failed(error.code, error.message, false);
  }
}

function failed(errorType: string, errorMessage: string, refused: boolean): Outcome {
  return {
    payload: utf8.encode(JSON.stringify({ errorMessage, errorType })),
    functionError: 'Unhandled',
    tail: new Uint8Array(),
    ...(refused ? { refused: errorMessage } : {}),
  };
}

/** Delivered first and forgotten after: a kill between the two delivers twice, never not at all. */
async function finish(
  home: Ctx,
  queued: QueuedEvent,
  record: FunctionRecord,
  ending: { condition: string; outcome?: Outcome },
): Promise<void> {
  await deliver(home, queued, record, ending);
  queue(home).delete(queued.requestId);
}

function limitsOf(home: Ctx, ref: FunctionRef): { retries: number; ageMs: number } {
  const config = eventInvokeConfigs(home).get(configKey(ref));
  return { retries: config?.retries ?? 2, ageMs: (config?.maximumAgeSeconds ?? OLDEST_S) * 1000 };
}
