import { afterAll, describe, expect, test } from 'vitest';
import { declaredByAll } from '#checker/clean/whole-course.ts';
import { clientPool } from '#checker/core/client-pool.ts';
import type { Connection } from '#checker/core/connection.ts';
import { openReader } from '#checker/core/reader.ts';
import { callsOfChecks } from '#checker/policy/calls-of-checks.ts';
import { checkerPolicy } from '#checker/policy/checker-policy.ts';
import { callsOfCleaning, cleanerPolicy } from '#checker/policy/cleaner-policy.ts';
import type { Statement } from '#checker/policy/document.ts';
import { graderPolicy } from '#checker/policy/grader-policy.ts';
import { learnerPolicy } from '#checker/policy/learner-policy.ts';
import type { KindName, Live } from '#checker/resources/kind.ts';
import { grantsFor, kinds } from '#checker/resources/kinds.ts';
import { survey } from '#checker/resources/survey.ts';
import { courseNames } from '#labs/kit/names.ts';
import { reads } from '#labs/kit/reads.ts';
import type { Result } from '#labs/kit/result.ts';
import { sourceFiles } from '../source-files.ts';
import { callsSeen } from './faults.ts';
import { strictCaller, without } from './policies.ts';
import { allLabs, type Standing, shipped, standing } from './standing.ts';
import { account, type CheckOptions, openWorld, region, saidBy, type World } from './world.ts';

const accounts = await standing();
const place = { account, region, names: courseNames('') };
const standings = ['empty', 'halfWay', 'spoilt', 'finished'] as const satisfies (keyof Standing)[];

const worlds: World[] = [];
const open = (name: keyof Standing) => {
  const world = openWorld({ from: accounts[name] });
  worlds.push(world);
  return world;
};
afterAll(async () => {
  await Promise.all(worlds.map((world) => world.close()));
});

/** Reads whose answer only serves a hint: "found under another name", "it is that policy which allows too much". */
const onlyHints = ['lambda:ListFunctions', 'dynamodb:ListTables', 'iam:ListAttachedRolePolicies'];

describe.each([
  ['checker', checkerPolicy(place), { readOnly: true }],
  ['checker --calls', checkerPolicy(place, { calls: true }), {}],
  ['learner', learnerPolicy(place), {}],
  ['grader', graderPolicy(place), { readOnly: true }],
] as Array<[string, Statement[], CheckOptions]>)('with the %s policy alone', (_, statements, options) => {
  test.each(standings)(
    'every step of the %s account is told as with full rights',
    async (name) => {
      const [free, strict] = [open(name), open(name)];
      const truth = await free.check(allLabs, options);
      const told = await strict.check(allLabs, {
        ...options,
        connection: await strictCaller(strict, statements),
      });
      expect(summary(told)).toEqual(summary(truth));
    },
    60_000,
  );
});

describe('without one action of the checker policy', () => {
  const statements = checkerPolicy(place, { calls: true });
  const actions = statements
    .flatMap(({ Action }) => Action)
    .filter((one) => one !== 'iam:ListAccountAliases');

  test.each(actions)(
    '%s: what it decides is unknown and names it, and nothing else changes',
    async (action) => {
      let missed = 0;
      for (const name of standings) {
        const world = open(name);
        const truth = await world.check(allLabs);
        const told = await world.check(allLabs, {
          connection: await strictCaller(world, without(action, statements)),
        });
        for (const [step, right] of truth) {
          const result = told.get(step) as Result;
          const context = `${name} ${step}: ${right.outcome}, told ${result.outcome}: ${saidBy(result)}`;
          if (result.outcome === right.outcome) continue;
          if (result.outcome === 'blocked') continue;
          expect(result.outcome, context).toBe('unknown');
          expect(saidBy(result), context).toContain(action);
          missed += 1;
        }
      }
      if (onlyHints.includes(action)) expect(missed).toBe(0);
      else expect(missed, `nothing in any account needs ${action}`).toBeGreaterThan(0);
    },
    60_000,
  );
});

test('other regions only serve a hint: without them every outcome stays', async () => {
  const here = checkerPolicy(place).map((one) => ({
    ...one,
    Resource: one.Resource.map((arn) => arn.replace(/^(arn:aws:\w+:)\*:/, `$1${region}:`)),
  }));
  for (const name of standings) {
    const [free, strict] = [open(name), open(name)];
    const truth = await free.check(allLabs, { readOnly: true });
    const told = await strict.check(allLabs, {
      readOnly: true,
      connection: await strictCaller(strict, here),
    });
    expect(summary(told)).toEqual(summary(truth));
  }
}, 60_000);

test('the cleaner policy is enough to remove all that the labs left, and only that', async () => {
  const world = open('finished');
  const declared = await declaredByAll(world.names);
  const look = (connection: Connection) => {
    const reader = openReader(connection);
    return survey({
      aws: reader.memoised,
      elsewhere: [],
      place: { account, region },
      declared,
      remembered: () => [],
    }).finally(() => reader.close());
  };
  const { lives, unread } = await look(world.connection);
  expect(unread).toEqual([]);
  const connection = await strictCaller(world, cleanerPolicy(place, grantsFor(lives, place)));
  const seen = await look(connection);
  expect(seen.unread).toEqual([]);
  expect(seen.lives.map(({ arn }) => arn)).toEqual(lives.map(({ arn }) => arn));
  const pool = clientPool(connection, { attempts: 1 });
  const aws = pool.clients((call) => call.send());
  for (const live of inOrder(lives)) await kinds[live.type].remove(live, aws);
  expect((await look(connection)).lives).toEqual([]);
  pool.close();
}, 60_000);

test('the learner policy is enough to apply every lab', async () => {
  const world = openWorld();
  worlds.push(world);
  const connection = await strictCaller(world, learnerPolicy(place));
  for (const { lab, folder } of shipped) await world.apply(lab, folder, undefined, connection);
  for (const [step, result] of await world.check(allLabs, { connection })) {
    expect(result.outcome, `${step}: ${saidBy(result)}`).toBe('pass');
  }
}, 120_000);

describe('the list of what checks call', () => {
  const known: ReadonlySet<string> = new Set(callsOfChecks);

  test('holds every read that came in', async () => {
    for (const name of standings) {
      const world = open(name);
      world.sandbox.log.clear();
      await world.check(allLabs, { readOnly: true });
      for (const { service, operation } of callsSeen(world)) {
        const client = clientNames[service] ?? service;
        expect(known, `${name}: ${client}:${operation}`).toContain(`${client}:${operation}`);
      }
    }
  }, 60_000);

  test('holds what stands in the labs, near-misses included, and no more', () => {
    expect([...known].sort()).toEqual(readsInText());
  });

  test('and that of cleaning holds what stands in the cleaner', () => {
    expect([...callsOfCleaning].sort()).toEqual(readsInText(/^checker\/(clean|resources)\//));
  });
});

const clientNames: Record<string, string> = {
  monitoring: 'cloudwatch',
  'application-autoscaling': 'autoscaling',
};

/** What others need gone first comes last. */
function inOrder(lives: readonly Live[]): Live[] {
  const depth = (type: KindName): number => 1 + Math.max(0, ...kinds[type].after.map(depth));
  return [...lives].sort((a, b) => depth(a.type) - depth(b.type));
}

function readsInText(where = /^labs\//): string[] {
  const files = sourceFiles().filter(
    ({ path }) => where.test(path) && path.endsWith('.ts') && !/\.test\.ts$|apply-/.test(path),
  );
  const found = Object.entries(reads).flatMap(([service, names]) =>
    names
      .filter((name) => {
        const method = name.charAt(0).toLowerCase() + name.slice(1);
        const call = new RegExp(`\\b${service}\\s*\\.\\s*${method}\\(`);
        return files.some(({ text }) => call.test(text));
      })
      .map((name) => `${service}:${name}`),
  );
  return found.sort();
}

/** What is told of each step, without what differs from run to run. */
function summary(results: ReadonlyMap<string, Result>) {
  return Object.fromEntries(
    [...results]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([step, { outcome, cause, messages }]) => [
        step,
        { outcome, cause, messages: messages.map(({ text }) => text.en) },
      ]),
  );
}
