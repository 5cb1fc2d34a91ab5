import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ledgerOf } from '#checker/state/ledger.ts';
import { openState, type State } from '#checker/state/open-state.ts';
import { openSandbox } from '#sandbox/testing/open-sandbox.ts';
import { baseline, clean, seen } from './desk.ts';
import { connectionTo, everything } from './full-account.ts';
import { buildAccount } from './random-account.ts';

let folder: string;
let state: State;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'handson-spacing-'));
  state = openState(folder);
});
afterAll(() => {
  state.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Two APIs of the course where AWS's own limits apply; time passes only while it is waited. */
async function cleanTwoApis(paced: boolean) {
  const sandbox = openSandbox({ parts: { awsLimits: true } });
  const { clock } = sandbox;
  const built = buildAccount(sandbox, { ...everything, table: 'never', scaling: false });
  const tools = {
    connection: connectionTo(sandbox),
    ledger: ledgerOf(state, crypto.randomUUID()),
    now: clock.now,
    sleep: async (ms: number) => void clock.advance(ms),
  };
  await built.before();
  await baseline(tools);
  await built.after();
  clock.advance(30_000);
  await seen(tools);
  sandbox.log.clear();
  const { events, left, gone } = await clean({ ...tools, paced });
  const deletes = sandbox.log.list().filter(({ operation }) => operation === 'DeleteRestApi');
  const waits = events.flatMap((event) =>
    event.type === 'wait' && event.live.type === 'rest-api' ? [event.ms] : [],
  );
  await sandbox.close();
  expect(left).toEqual([]);
  expect(gone.filter(({ type }) => type === 'rest-api').length).toBe(2);
  return { deletes, waits };
}

test('a second API waits its 30 seconds, says so, and AWS never has to refuse it', async () => {
  const { deletes, waits } = await cleanTwoApis(true);
  expect(waits).toEqual([30_000]);
  expect(deletes.map(({ errorCode }) => errorCode)).toEqual([undefined, undefined]);
  const [first, second] = deletes.map(({ at }) => at);
  expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(30_000);
});

test('where somebody else deleted an API just before, the refusal is waited for as long as it says', async () => {
  const { deletes, waits } = await cleanTwoApis(false);
  expect(waits).toEqual([30_000]);
  expect(deletes.map(({ errorCode }) => errorCode).filter(Boolean)).toEqual(['TooManyRequestsException']);
});
