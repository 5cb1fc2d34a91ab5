import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Plan } from '#checker/clean/plan.ts';
import { ledgerOf } from '#checker/state/ledger.ts';
import { openState, type State } from '#checker/state/open-state.ts';
import { openSandbox } from '#sandbox/testing/open-sandbox.ts';
import { baseline, cleanerFor, names, seen } from './desk.ts';
import { connectionTo, everything } from './full-account.ts';
import { buildAccount } from './random-account.ts';

let folder: string;
let state: State;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'handson-in-use-'));
  state = openState(folder);
});
afterAll(() => {
  state.close();
  rmSync(folder, { recursive: true, force: true });
});

const idsOf = (some: ReadonlyArray<{ live: { type: string; name: string } }>, type: string) =>
  some.flatMap(({ live }) => (live.type === type ? [live.name] : []));

/** The account as the course left it; the baseline came before or after. */
async function account(when: 'first' | 'late') {
  const sandbox = openSandbox();
  const built = buildAccount(sandbox, everything);
  const tools = { connection: connectionTo(sandbox), ledger: ledgerOf(state, crypto.randomUUID()) };
  await built.before();
  if (when === 'first') await baseline(tools);
  await built.after();
  sandbox.clock.advance(30_000);
  if (when === 'first') await seen(tools);
  else await baseline(tools);
  const cleaner = cleanerFor(tools);
  const close = async () => {
    cleaner.close();
    await sandbox.close();
  };
  return { sandbox, cleaner, close };
}

const whyStays = ({ doubtful }: Plan, type: string) =>
  doubtful.filter(({ live }) => live.type === type).map(({ is }) => is);

test('a log group stays where its function cannot be looked at, though the ledger knows it as ours', async () => {
  const { sandbox, cleaner, close } = await account('first');
  const whole = await cleaner.plan();
  expect(idsOf(whole.items, 'log-group')).toEqual([names.logGroup]);
  sandbox.faults.add({
    operation: 'GetFunctionConfiguration',
    fault: { kind: 'error', code: 'AccessDeniedException' },
  });
  const plan = await cleaner.plan();
  expect(plan.unread.map(({ type }) => type)).toContain('function');
  expect(idsOf(plan.items, 'log-group')).toEqual([]);
  expect(whyStays(plan, 'log-group')).toEqual(['shared']);
  await close();
});

test('a role and its policy taken by name stay as long as the function stays that runs as it', async () => {
  const { cleaner, close } = await account('late');
  const { doubtful } = await cleaner.plan();
  const [role = ''] = idsOf(doubtful, 'execution-role');
  const policies = idsOf(doubtful, 'policy').filter((name) => name !== 'team-rules');
  const plan = await cleaner.plan([role, ...policies, names.logGroup]);
  expect(plan.items).toEqual([]);
  expect(whyStays(plan, 'execution-role')).toEqual(['shared']);
  expect(whyStays(plan, 'log-group')).toEqual(['shared']);

  const withFunction = await cleaner.plan([role, ...policies, names.logGroup, names.fn]);
  expect(idsOf(withFunction.items, 'execution-role')).toEqual([role]);
  expect(idsOf(withFunction.items, 'policy')).toEqual(policies);
  expect(idsOf(withFunction.items, 'log-group')).toEqual([names.logGroup]);
  await close();
});
