import type { Ctx } from '#sandbox/core/context.ts';
import { reservedTotal } from './concurrency.ts';
import { lambdaError } from './errors.ts';
import { LIMITS } from './facts.ts';
import { count } from './metrics.ts';
import { type FunctionRecord, reserved } from './records.ts';

/** What runs now, each with the time at which it has certainly ended: a process that is killed frees nothing itself. */
const executions = (ctx: Ctx) => ctx.table<number>('executions');

/** Takes one place of a function's concurrency, or refuses as AWS throttles; disposing of it gives the place back. */
export function beginExecution(home: Ctx, record: FunctionRecord, requestId: string): Disposable {
  const own = running(home, record.name);
  const limit = reserved(home).get(record.name);
  if (limit !== undefined && own >= limit) {
    throw throttled(home, record, 'ReservedFunctionConcurrentInvocationLimitExceeded');
  }
  if (limit === undefined && running(home) >= LIMITS.concurrentExecutions - reservedTotal(home)) {
    throw throttled(home, record, 'ConcurrentInvocationLimitExceeded');
  }
  const key = `${record.name}/${requestId}`;
  executions(home).put(key, home.now() + record.timeout * 1000 + GRACE_MS);
  count(home, record.name, 'ConcurrentExecutions', own + 1);
  return {
    [Symbol.dispose]() {
      executions(home).delete(key);
    },
  };
}

/** An environment may need to start before the function's own time runs. */
const GRACE_MS = 60_000;

function running(home: Ctx, name?: string): number {
  const now = home.now();
  const found = executions(home).list(name === undefined ? {} : { prefix: `${name}/` });
  const [live, dead] = [found.filter(([, until]) => until > now), found.filter(([, until]) => until <= now)];
  for (const [key] of dead) executions(home).delete(key);
  return live.length;
}

function throttled(home: Ctx, record: FunctionRecord, reason: string) {
  count(home, record.name, 'Throttles', 1);
  return lambdaError('TooManyRequestsException', 'Rate Exceeded.', { Reason: reason });
}
