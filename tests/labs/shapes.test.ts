import { afterAll, describe, expect, test } from 'vitest';
import { apiOf } from './arrange-api.ts';
import { configure, deployOwn, emptyLog, roleShapes, runAs, testIt } from './shapes.ts';
import { allLabs, standing } from './standing.ts';
import { openWorld, saidBy, type World } from './world.ts';

const accounts = await standing();
const worlds: World[] = [];
const open = (options: Parameters<typeof openWorld>[0]) => {
  const world = openWorld(options);
  worlds.push(world);
  return world;
};
afterAll(async () => {
  await Promise.all(worlds.map((world) => world.close()));
});

const asShipped = (code: string) => code;

/** Good habits are a lab of their own: it is meant to tell these ways apart, the labs before it are not. */
const before7 = allLabs.filter(({ id }) => id !== 'good-habits');

async function expectDone(world: World, readOnly: boolean): Promise<void> {
  for (const [step, result] of await world.check(before7, { readOnly })) {
    const context = `${step}: ${saidBy(result)} ${JSON.stringify(result.evidence)}`;
    expect(result.outcome, context).toBe('pass');
  }
}

describe.each(Object.entries(roleShapes))('a role %s', (_, shape) => {
  test.each([true, false])(
    'does as well as any other (read-only: %s)',
    async (readOnly) => {
      const world = open({ from: accounts.finished });
      await runAs(world, shape);
      await deployOwn(world, 'node', asShipped);
      await testIt(world, await apiOf(world));
      await expectDone(world, readOnly);
    },
    60_000,
  );
});

const python = { Handler: 'lambda_function.lambda_handler' };
const prints = (code: string) =>
  code.replace(/^(import logging|logger.*)\n/gm, '').replace('logger.info(event)', 'print(event)');
describe.each([
  ['print in python3.12', 'python', { ...python, Runtime: 'python3.12' }, prints],
  ['print in python3.13', 'python', { ...python, Runtime: 'python3.13' }, prints],
  ['logging in python3.14', 'python', { ...python, Runtime: 'python3.14' }, asShipped],
  ['console.log in nodejs22.x', 'node', { Runtime: 'nodejs22.x' }, asShipped],
  ['console.log in nodejs24.x', 'node', { Runtime: 'nodejs24.x' }, asShipped],
  [
    'logging with logs as JSON',
    'python',
    { ...python, Runtime: 'python3.14', LoggingConfig: { LogFormat: 'JSON' } },
    asShipped,
  ],
  ['console.log with logs as JSON', 'node', { LoggingConfig: { LogFormat: 'JSON' } }, asShipped],
] as const)('%s', (_, language, settings, change) => {
  test.each([true, false])(
    'is as good as any other (read-only: %s)',
    async (readOnly) => {
      const world = open({ from: accounts.finished });
      await configure(world, settings);
      await deployOwn(world, language, change);
      await emptyLog(world);
      await testIt(world, await apiOf(world));
      await expectDone(world, readOnly);
    },
    60_000,
  );
});

test('a log group of one’s own choice is where the log is looked for', async () => {
  const world = open({ from: accounts.finished });
  await runAs(world, roleShapes['shared by a school'] as (typeof roleShapes)[string]);
  await world.aws.logs.createLogGroup({ logGroupName: '/my/course' });
  await world.aws.logs.putRetentionPolicy({ logGroupName: '/my/course', retentionInDays: 3 });
  await configure(world, { LoggingConfig: { LogGroup: '/my/course' } });
  await deployOwn(world, 'node', asShipped);
  await testIt(world, await apiOf(world));
  await world.aws.logs.deleteLogGroup({ logGroupName: world.names.logGroup });
  await expectDone(world, true);
}, 60_000);

test('with a prefix everything is as without', async () => {
  const prefixed = await standing({ prefix: 'anna-' });
  for (const name of ['empty', 'halfWay', 'finished'] as const) {
    const [one, other] = [open({ from: accounts[name] }), open({ from: prefixed[name], prefix: 'anna-' })];
    const [plain, anna] = [await one.check(allLabs), await other.check(allLabs)];
    const outcomes = (results: Awaited<ReturnType<World['check']>>) =>
      Object.fromEntries([...results].map(([step, { outcome }]) => [step, outcome]));
    expect(outcomes(anna)).toEqual(outcomes(plain));
  }
}, 120_000);
