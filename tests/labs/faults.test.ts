import { afterAll, describe, expect, test } from 'vitest';
import type { CheckEvent } from '#checker/core/events.ts';
import { exitOf } from '#checker/core/outcome-of.ts';
import type { Lab } from '#labs/kit/lab.ts';
import type { Result } from '#labs/kit/result.ts';
import { seeded } from '#sandbox/core/faults.ts';
import { directHandler } from '#sandbox/parts/direct-handler.ts';
import { actionOf, callsSeen, type SeenCall, type Trouble, troubles } from './faults.ts';
import { allLabs, type Standing, standing } from './standing.ts';
import { type CheckOptions, openWorld, region, saidBy, type World } from './world.ts';

const accounts = await standing();
const worlds: World[] = [];
afterAll(async () => {
  await Promise.all(worlds.map((world) => world.close()));
});

/** What is no read: tried twice, where reads are tried three times. */
const runs: readonly string[] = ['Invoke', 'TranslateText'];

interface Run {
  results: Map<string, Result>;
  exit: 0 | 1 | 2;
}

const standings: readonly (keyof Standing)[] = ['empty', 'halfWay', 'spoilt', 'finished'];

test('the finished account is finished', async () => {
  const world = openWorld({ from: accounts.finished });
  worlds.push(world);
  for (const [step, result] of await world.check(allLabs)) {
    expect(result.outcome, `${step}: ${saidBy(result)}`).toBe('pass');
  }
}, 60_000);

describe.each(allLabs.map((lab) => [lab.id, lab] as const))('%s keeps its verdicts', (_, lab) => {
  test.concurrent.each(standings)(
    'in the %s account, whatever happens to a read',
    async (name) => {
      expect(await flipped(lab, name, { readOnly: true })).toEqual([]);
    },
    60_000,
  );

  test.each(['halfWay', 'finished'] as const)(
    'in the %s account, whatever happens to what it runs',
    async (name) => {
      expect(await flipped(lab, name, {})).toEqual([]);
    },
    60_000,
  );
});

/** An API that does not answer for reasons of its own; `undefined`: no answer comes. */
const gatewayTroubles: ReadonlyArray<[string, () => Promise<Response> | undefined]> = [
  ['reset', () => Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } }))],
  ['hang', () => undefined],
  ['429', async () => answered(429, 'Too Many Requests')],
  ['503', async () => answered(503, 'Service Unavailable')],
];

describe.each(gatewayTroubles)('where a learner’s API ends in %s', (_, answer) => {
  test('no lab takes it for the learner’s mistake', async () => {
    const world = openWorld({ from: accounts.finished });
    worlds.push(world);
    const connection = { ...world.connection, fetch: () => answer() ?? new Promise<never>(() => {}) };
    const outcomes: string[] = [];
    for (const lab of allLabs) {
      const { results, exit } = await run(world, lab, { connection, stepMs: 500 });
      const open = [...results].filter(([, { outcome }]) => outcome === 'unknown' || outcome === 'waiting');
      if (open.length > 0) expect(exit, lab.id).toBe(2);
      for (const [step, result] of results) {
        expect(result.outcome, `${lab.id}/${step}: ${saidBy(result)}`).not.toBe('fail');
        outcomes.push(result.outcome);
      }
    }
    expect(outcomes.filter((one) => one === 'unknown' || one === 'waiting').length).toBeGreaterThan(1);
  }, 30_000);
});

test('a run ends at its deadline with what is known so far', async () => {
  const world = openWorld({ from: accounts.finished });
  worlds.push(world);
  world.sandbox.faults.add({ service: 'logs', via: 'wire', fault: { kind: 'hang' } });
  const began = performance.now();
  const events = await world.events(allLabs, { readOnly: true, runMs: 700 });
  expect(performance.now() - began).toBeLessThan(3000);
  const told = events.flatMap((event) => (event.type === 'result' ? [event.result.outcome] : []));
  expect(told.length).toBeGreaterThan(5);
  expect(new Set(told)).toEqual(new Set(['pass']));
  const last = events.at(-1);
  expect(last?.type === 'stopped' && last.unseen.length).toBeGreaterThan(1);
}, 10_000);

describe('where reads are stale', () => {
  test.each(allLabs.map((lab) => [lab.id, lab] as const))(
    '%s, just finished, is not told as open',
    async (_, lab) => {
      const now = openWorld({ from: accounts.finished });
      const before = [openWorld({ from: accounts.halfWay }), openWorld({ from: accounts.empty })];
      worlds.push(now, ...before);
      for (const past of before) {
        for (const seed of [1, 2, 3, 4, 5]) {
          const connection = { ...now.connection, requestHandler: staleHandler(past, now, seed) };
          const { results } = await run(now, lab, { readOnly: true, connection, confirmMs: 60, wait: true });
          for (const [step, result] of results)
            expect(
              result.outcome,
              `${step}, seed ${seed}: ${saidBy(result)} ${JSON.stringify(result.evidence)}`,
            ).toBe('pass');
        }
      }
    },
    60_000,
  );
});

/** For a moment some reads show the account as it was; the seed says which. */
function staleHandler(past: World, now: World, seed: number) {
  const draw = seeded(seed);
  const until = performance.now() + 40;
  const [old, fresh] = [directHandler(past.sandbox), directHandler(now.sandbox)];
  const handle: typeof fresh.handle = (...request) =>
    performance.now() < until && (seed === 1 || draw() < 0.5)
      ? old.handle(...request)
      : fresh.handle(...request);
  return { ...fresh, handle };
}

function answered(status: number, message: string): Response {
  return new Response(JSON.stringify({ message }), { status });
}

/** Every trouble of every call this lab makes in that account, and what was then told that is not so. */
async function flipped(lab: Lab, name: keyof Standing, options: CheckOptions): Promise<string[]> {
  const world = openWorld({ from: accounts[name] });
  worlds.push(world);
  const connection = { ...world.connection, pauseMs: () => 1 };
  const look = (more: CheckOptions = {}) => run(world, lab, { ...options, connection, ...more });
  const truth = await look();
  // Reads were seen to in the read-only runs.
  const calls = callsSeen(world).filter(({ operation }) => options.readOnly || runs.includes(operation));
  if (options.readOnly) expect(calls.length).toBeGreaterThan(0);
  const wrong: string[] = [];
  for (const call of calls) {
    for (const trouble of troubles) {
      const id = world.sandbox.faults.add({
        ...call,
        via: 'wire',
        fault: trouble.fault(call),
        ...(trouble.times ? { times: trouble.times } : {}),
        ...(trouble.nth ? { nth: trouble.nth } : {}),
      });
      const told = await look(limitsOf(call, trouble));
      world.sandbox.faults.remove(id);
      for (const problem of problemsOf(told, truth, call, trouble)) {
        wrong.push(`${call.region} ${call.service}:${call.operation} ${trouble.name}: ${problem}`);
      }
    }
  }
  return wrong;
}

/** Only what hangs is given little time, so that a busy machine hangs nothing else. */
function limitsOf({ region: place, operation }: SeenCall, { callMs }: Trouble): CheckOptions {
  if (callMs === undefined) return {};
  if (place !== region) return { hintMs: callMs };
  return runs.includes(operation) ? { stepMs: 500 } : { callMs };
}

async function run(world: World, lab: Lab, options: CheckOptions): Promise<Run> {
  const events: CheckEvent[] = await world.events([lab], options);
  return {
    results: new Map(
      events.flatMap((event) => (event.type === 'result' ? [[event.step.id, event.result] as const] : [])),
    ),
    exit: exitOf(events.flatMap((event) => (event.type === 'lab-done' ? [event.outcome] : []))),
  };
}

function* problemsOf(told: Run, truth: Run, call: SeenCall, trouble: Trouble): Generator<string> {
  const outcomes = [...told.results.values()].map(({ outcome }) => outcome);
  const open = outcomes.includes('unknown') || outcomes.includes('waiting');
  if (open && told.exit !== 2) yield `something is unknown, and the exit code is ${told.exit}`;
  for (const [step, right] of truth.results) {
    const result = told.results.get(step);
    const same = result?.outcome === right.outcome;
    const said = `${step} is ${right.outcome}, told ${result?.outcome} (${saidBy(result)})`;
    // What only serves a hint changes nothing; the SDK tries three times.
    if (!same && call.region !== region) yield said;
    else if (!same && trouble.name === 'throttled twice' && !runs.includes(call.operation)) yield said;
    else if (same || result?.outcome === 'unknown' || result?.outcome === 'waiting') {
      if (result?.cause === 'denied' && !saidBy(result).includes(actionOf(call)))
        yield `${said}, no action named`;
    } else if (!(result?.outcome === 'blocked' && open)) yield said;
  }
}
