import type { Pace } from '../core/connection.ts';

export interface Rate {
  perSecond: number;
  /** So many may come at once after a rest. */
  burst: number;
}

/**
 * What the grader takes of an account at most. AWS gives an account 15 control calls of Lambda a second, 15 of IAM's
 * GetPolicy, 10 of API Gateway and 5 of its GetResources in two seconds; the learner works there too, so that most
 * is left to them. A learner's whole look is smaller than the bursts: who has an account alone is never held back.
 */
const rates: Readonly<Record<string, Rate>> = {
  'apigateway:GetResources': { perSecond: 0.5, burst: 3 },
  apigateway: { perSecond: 3, burst: 20 },
  iam: { perSecond: 5, burst: 15 },
  lambda: { perSecond: 5, burst: 15 },
  logs: { perSecond: 3, burst: 10 },
  /** Mostly the instructor's own, one for each learner: more than a run on one machine comes to. */
  sts: { perSecond: 100, burst: 100 },
};

const otherwise: Rate = { perSecond: 5, burst: 10 };

/** Over all accounts: what keeps a run from being a flood, whatever its concurrency. */
const altogether: Rate = { perSecond: 1000, burst: 100 };

/** Rates of accounts: each has its own, whoever of the class looks at it, and all together have one. */
export function callPace(
  parts: { now(): number; sleep(ms: number): Promise<void> },
  { account = rates, all = altogether }: { account?: Readonly<Record<string, Rate>>; all?: Rate } = {},
): { of(account: string): Pace } {
  /** When a line would be as rested as it can be. */
  const due = new Map<string, number>();

  const waitFor = (line: string, { perSecond, burst }: Rate, now: number): number => {
    const next = Math.max(due.get(line) ?? 0, now) + 1000 / perSecond;
    due.set(line, next);
    return next - now - (burst * 1000) / perSecond;
  };

  const forget = (now: number) => {
    if (due.size < 1000) return;
    for (const [line, at] of due) if (at <= now) due.delete(line);
  };

  return {
    of: (id) => async (service, operation) => {
      const now = parts.now();
      forget(now);
      const call = `${service}:${operation}`;
      const lines: Array<[string, Rate]> = [
        ['', all],
        [`${id} ${service}`, account[service] ?? otherwise],
        ...(account[call] ? [[`${id} ${call}`, account[call]] satisfies [string, Rate]] : []),
      ];
      const ms = Math.max(...lines.map(([line, rate]) => waitFor(line, rate, now)));
      if (ms > 0) await parts.sleep(ms);
    },
  };
}
