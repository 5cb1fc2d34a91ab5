import { afterAll, beforeAll, expect, test } from 'vitest';
import { labs } from '#labs/all.ts';
import { openWorld, type World } from '../labs/world.ts';
import { baseline, clean, openLedger, seen } from './desk.ts';

/** What AWS keeps of the past, too: who did what, how often something was called; and keys that run out by themselves. */
const history = /\/(cloudtrail|monitoring)\/|^shared\/session/;

/** The safeguard of lab 0 is meant to stay: it warns of what cleaning may have missed. */
const safeguard = /\/budgets\//;

let world: World;
const memory = openLedger();
beforeAll(() => {
  world = openWorld();
});
afterAll(async () => {
  await world.close();
  memory.close();
});

test('after all labs and a clean the account is as it was before, object by object', async () => {
  await world.aws.dynamodb.createTable({
    TableName: 'somebody-elses',
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    BillingMode: 'PAY_PER_REQUEST',
  });
  const tools = { connection: world.connection, ledger: memory.ledger };
  await baseline(tools);
  const before = world.snapshot();
  for (const { folder, load } of labs) {
    const lab = await load();
    await world.apply(lab, folder);
    await seen(tools, lab.resources(world.names));
  }
  const { plan, left } = await clean(tools);
  expect(plan.unread).toEqual([]);
  expect(plan.items.map(({ live }) => live.type).sort()).toEqual(
    expect.arrayContaining(['execution-role', 'function', 'log-group', 'rest-api']),
  );
  expect(left).toEqual([]);
  await world.sandbox.idle();
  const kept = (entries: typeof before) =>
    entries.filter(([key]) => !history.test(key) && !safeguard.test(key));
  expect(kept(world.snapshot())).toEqual(kept(before));
  const again = await clean(tools);
  expect(again.plan.items).toEqual([]);
}, 120_000);
