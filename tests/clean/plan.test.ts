import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { APIGatewayClient, CreateRestApiCommand } from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { differenceOf } from '#checker/clean/plan.ts';
import { ledgerOf } from '#checker/state/ledger.ts';
import { openState, type State } from '#checker/state/open-state.ts';
import { openSandbox } from '#sandbox/testing/open-sandbox.ts';
import { baseline, clean, cleanerFor, names, seen } from './desk.ts';
import { connectionTo, everything, type Stage, stageOf } from './full-account.ts';
import { type Account, buildAccount } from './random-account.ts';

let folder: string;
let state: State;
let stage: Stage;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'handson-plan-'));
  state = openState(folder);
  stage = await stageOf(state);
});
afterAll(async () => {
  state.close();
  await stage.sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

const now = () => stage.sandbox.clock.now();
const sleep = async (ms: number) => {
  stage.sandbox.clock.advance(ms + 1000);
  await new Promise((resolve) => setTimeout(resolve, 1));
};
const tools = () => ({ connection: connectionTo(stage.sandbox), ledger: stage.anew().ledger, now, sleep });

async function withLateBaseline(drawn: Account) {
  const sandbox = openSandbox();
  const built = buildAccount(sandbox, drawn);
  await built.before();
  await built.after();
  sandbox.clock.advance(30_000);
  const late = { connection: connectionTo(sandbox), ledger: ledgerOf(state, crypto.randomUUID()) };
  await baseline(late);
  return { sandbox, late };
}

test('making a plan deletes nothing and says of each thing why it is ours', async () => {
  const options = tools();
  const cleaner = cleanerFor(options);
  const plan = await cleaner.plan();
  cleaner.close();
  expect(plan.items.length).toBe(12);
  expect(plan.items.every(({ why, live }) => why.text.en !== '' && live.arn.startsWith('arn:aws:'))).toBe(
    true,
  );
  expect(plan.doubtful.map(({ live }) => live.name)).toEqual(['team-rules']);
  expect(
    stage.sandbox.log.list().filter(({ operation }) => /^(Delete|Detach|Update)/.test(operation ?? '')),
  ).toEqual([]);
});

test('the same account gives the same hash, and one thing more another', async () => {
  const options = tools();
  const cleaner = cleanerFor(options);
  const [one, same] = [await cleaner.plan(), await cleaner.plan()];
  expect(same.hash).toBe(one.hash);
  const made = await stage.sandbox
    .client(APIGatewayClient)
    .send(new CreateRestApiCommand({ name: names.api }));
  const more = await cleaner.plan([made.id ?? '']);
  cleaner.close();
  expect(more.hash).not.toBe(one.hash);
  const livesOf = (plan: typeof one) => plan.items.map(({ live }) => live);
  expect(differenceOf(livesOf(one), livesOf(more)).added.map(({ id }) => id)).toEqual([made.id]);
});

test('what a late baseline finds is unclaimed, and taken by its name alone', async () => {
  const { sandbox, late } = await withLateBaseline(everything);
  const untouched = await clean(late);
  expect(untouched.plan.items).toEqual([]);
  expect(untouched.plan.doubtful.length).toBe(13);
  const byName = await clean(
    { ...late, sleep: async (ms) => void sandbox.clock.advance(ms + 1000), now: sandbox.clock.now },
    [names.table],
  );
  expect(byName.gone.map(({ type }) => type)).toEqual(['table']);
  await sandbox.close();
});

test('more of a type than the labs can make stops everything', async () => {
  const options = tools();
  const client = stage.sandbox.client(APIGatewayClient);
  const ids: string[] = [];
  for (let many = 0; many < 4; many++)
    ids.push((await client.send(new CreateRestApiCommand({ name: names.api }))).id ?? '');
  const { plan, events } = await clean(options, ids);
  expect(plan.fuse?.values).toMatchObject({ type: 'rest-api', count: 6 });
  expect(events).toEqual([]);
});

test('deletion protection is said and not lifted, and the rest goes', async () => {
  const sandbox = openSandbox();
  const drawn = { ...everything, protectedTable: true };
  const built = buildAccount(sandbox, drawn);
  const protectedTools = {
    connection: connectionTo(sandbox),
    ledger: ledgerOf(state, 'protected'),
    now: sandbox.clock.now,
    sleep: async (ms: number) => void sandbox.clock.advance(ms + 1000),
  };
  await built.before();
  await baseline(protectedTools);
  await built.after();
  sandbox.clock.advance(30_000);
  await seen(protectedTools);
  const { left, gone } = await clean(protectedTools);
  expect(left.map(({ live, why }) => `${live.type} ${why}`)).toEqual(['table protected']);
  expect(gone.length).toBe(11);
  await sandbox.close();
});

test('Ctrl-C ends the call in flight, begins no other, and says what is left', async () => {
  const options = tools();
  const stop = new AbortController();
  let deletes = 0;
  const connection = connectionTo(stage.sandbox, async (operation, send) => {
    const isDelete = /^(DELETE|Delete)/.test(operation);
    if (isDelete && ++deletes === 3) stop.abort();
    return send();
  });
  const { left, plan, gone } = await clean({ ...options, connection, signal: stop.signal });
  expect(left.length).toBeGreaterThan(0);
  expect(left.length + gone.length).toBe(plan.items.length);
  const rows = options.ledger.rows();
  const intents = rows.filter(({ kind }) => kind === 'intent').length;
  expect(rows.filter(({ kind, facts }) => kind === 'result' && 'call' in facts).length).toBe(intents);
  const again = await clean({ ...options, connection: connectionTo(stage.sandbox) });
  expect(again.left).toEqual([]);
});
