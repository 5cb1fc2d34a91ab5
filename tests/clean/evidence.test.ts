import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openState, type State } from '#checker/state/open-state.ts';
import { progressOf } from '#checker/state/progress.ts';
import { receiptsOf } from '#checker/state/receipts.ts';
import { keyOf, readTarget } from '#checker/target/target-file.ts';
import { handson } from '../cli/run-handson.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), 'handson-evidence-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const run = (...args: string[]) => handson(args, { env: { HANDSON_HOME: home } });

function withState<Answer>(look: (state: State, key: string) => Answer): Answer {
  const state = openState(home);
  try {
    return look(state, keyOf(readTarget(home)));
  } finally {
    state.close();
  }
}
const passed = () => withState((state, key) => progressOf(state, key).all());
const receipts = () => withState((state, key) => receiptsOf(state, key).all('receipt'));

interface Document {
  plan: { items: Array<{ arn: string; why: string }> };
  receipt: { deleted: Array<{ arn: string }>; left: unknown[] };
}

test('what was earned stays earned after a clean, and the receipt says what was there before the first call', async () => {
  await run('use', 'sandbox');
  expect((await run('apply', 'lambda-alone', '--runtime', 'node')).exitCode).toBe(0);
  expect((await run('check', 'lambda-alone')).exitCode).toBe(0);
  const before = passed();
  expect(before.length).toBeGreaterThan(0);

  expect((await run('clean', '--yes')).exitCode).toBe(0);
  // The look before the first call may find more; it never takes anything back.
  expect(passed()).toEqual(expect.arrayContaining(before));
  const earned = passed();
  const kept = receipts();
  expect(kept.length).toBe(2);
  const [opened, closed] = kept.map(({ document }) => document as Document);
  const fn = 'arn:aws:lambda:ap-northeast-1:111122223333:function:translate-function';
  expect(opened?.receipt).toEqual({ deleted: [], alreadyGone: [], left: [] });
  expect(opened?.plan.items.find(({ arn }) => arn === fn)?.why).not.toBe('');
  expect(closed?.plan.items).toEqual(opened?.plan.items);
  expect(closed?.receipt.deleted.map(({ arn }) => arn).sort()).toEqual(
    opened?.plan.items.map(({ arn }) => arn).sort(),
  );

  // A second run finds nothing, and takes nothing back.
  expect((await run('clean', '--yes')).exitCode).toBe(0);
  expect(passed()).toEqual(earned);
  expect(receipts().slice(0, 2)).toEqual(kept);
}, 60_000);

test('work that was never checked is looked at before it goes, and is kept as earned', async () => {
  const forget = () => withState((state) => state.db.exec('DELETE FROM progress'));
  forget();
  const applied = await run('apply', 'lambda-alone', '--runtime', 'node');
  expect(applied.exitCode, `${applied.stdout}${applied.stderr}`).toBe(0);
  forget();
  const { exitCode, stderr } = await run('clean', '--yes');
  expect(exitCode, String(stderr)).toBe(0);
  const steps = passed().filter(({ lab }) => lab === 'lambda-alone');
  expect(steps.length).toBeGreaterThan(0);
  expect(steps.map(({ how }) => how)).toEqual(steps.map(() => 'earned'));
}, 60_000);
