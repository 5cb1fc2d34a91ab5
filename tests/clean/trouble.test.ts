import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CloudWatchLogsClient, CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exitOf } from '#checker/commands/clean-exit.ts';
import type { Ledger } from '#checker/state/ledger.ts';
import { openState, type State } from '#checker/state/open-state.ts';
import { type Cleaned, clean } from './desk.ts';
import { connectionTo, type Stage, stageOf } from './full-account.ts';

let folder: string;
let state: State;
let stage: Stage;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'handson-trouble-'));
  state = openState(folder);
  stage = await stageOf(state);
});
afterAll(async () => {
  state.close();
  await stage.sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The sandbox's clock is put forward: its tables take a while to go. */
const sleep = async (ms: number) => {
  stage.sandbox.clock.advance(ms + 1000);
  await new Promise((resolve) => setTimeout(resolve, 1));
};
const now = () => stage.sandbox.clock.now();

/** Foreign things byte for byte, and nothing of the course; the foreign policy is only off the course's role. */
async function expectAsBefore() {
  await stage.sandbox.settle();
  const after = stage.snapshot();
  const withoutTeamRules = (entries: Map<string, unknown>) =>
    [...entries].filter(([key]) => !/team-rules|attachment/.test(key));
  expect(withoutTeamRules(after)).toEqual(withoutTeamRules(stage.before));
}

const isRead = (operation: string) => /^(GET |Get|List|Describe|POST \/lambda-get)/.test(operation);

class Killed extends Error {}

test('killed at any call, before or after it was done, a second run ends what the first began', async () => {
  const calls: string[] = [];
  await run({ onCall: (operation) => void calls.push(operation) });
  await expectAsBefore();
  expect(calls.length).toBeGreaterThan(40);
  for (let nth = 1; nth <= calls.length; nth++) {
    for (const isDone of [false, true]) {
      if (isDone && isRead(calls[nth - 1] ?? '')) continue;
      const { ledger } = stage.anew();
      await runKilled(ledger, nth, isDone);
      const rowsBefore = ledger.rows();
      const again = await clean({ connection: connectionTo(stage.sandbox), ledger, sleep, now });
      const context = `killed ${isDone ? 'after' : 'before'} call ${nth}, ${calls[nth - 1]}`;
      expect(again.left, context).toEqual([]);
      await expectAsBefore();
      expect(ledger.rows().slice(0, rowsBefore.length), context).toEqual(rowsBefore);
      const third = await clean({ connection: connectionTo(stage.sandbox), ledger, sleep, now });
      expect(third.plan.items, context).toEqual([]);
    }
  }
}, 300_000);

/** A process that dies: nothing is sent and nothing is written down any more. */
async function runKilled(ledger: Ledger, nth: number, isDone: boolean): Promise<void> {
  let calls = 0;
  let isDead = false;
  const connection = connectionTo(stage.sandbox, async (_, send) => {
    calls++;
    if (isDead || calls > nth) throw new Killed();
    if (calls < nth) return send();
    isDead = true;
    if (isDone) await send();
    throw new Killed();
  });
  const dying: Ledger = {
    ...ledger,
    append(row) {
      if (isDead) throw new Killed();
      return ledger.append(row);
    },
  };
  await clean({ connection, ledger: dying, sleep, now }).catch(() => {});
}

async function run({
  onCall = () => {},
  ledger = stage.anew().ledger,
}: {
  onCall?: (operation: string) => void;
  ledger?: Ledger;
}): Promise<Cleaned> {
  const connection = connectionTo(stage.sandbox, (operation, send) => {
    onCall(operation);
    return send();
  });
  return clean({ connection, ledger, sleep, now });
}

describe('when a call fails', () => {
  test.each(['AccessDeniedException', 'InternalFailure', 'ThrottlingException'])(
    'with %s, each in turn and for good, nothing is said to be done that is not',
    async (code) => {
      stage.anew();
      const operations = new Set<string>();
      await run({});
      for (const { operation } of stage.sandbox.log.list()) if (operation) operations.add(operation);
      operations.delete('GetCallerIdentity');
      expect(operations.size).toBeGreaterThan(20);
      // Where the SDK itself tries reads again, a denial says as much in less time.
      const failing = [...operations].filter((one) => code === 'AccessDeniedException' || !isRead(one));
      for (const operation of failing) {
        const { ledger } = stage.anew();
        stage.sandbox.faults.add({ operation, fault: { kind: 'error', code, status: 400 } });
        const { left, plan } = await run({ ledger });
        stage.sandbox.faults.clear();
        const exit = exitOf({ left }, plan);
        const whole = await run({ ledger });
        if (whole.plan.items.length > 0) expect(exit, `${operation} failed unsaid`).not.toBe(0);
        // A removal that goes on failing leaves something, whatever it was that failed.
        if (!isRead(operation)) expect(exit, operation).toBe(1);
        expect(whole.left, operation).toEqual([]);
        await expectAsBefore();
      }
    },
    120_000,
  );

  test('one that cannot be deleted does not stop the others', async () => {
    const { ledger } = stage.anew();
    stage.sandbox.faults.add({
      operation: 'DeleteTable',
      fault: { kind: 'error', code: 'AccessDeniedException' },
    });
    const { left, gone } = await run({ ledger });
    expect(left.map(({ live, why }) => `${live.type} ${why}`)).toEqual(['table failed']);
    expect(gone.length).toBeGreaterThan(8);
  });

  test('a role stays with the function that could not be deleted', async () => {
    const { ledger } = stage.anew();
    stage.sandbox.faults.add({
      operation: 'DeleteFunction',
      fault: { kind: 'error', code: 'AccessDeniedException' },
    });
    const { left } = await run({ ledger });
    expect(left.map(({ live, why }) => `${live.type} ${why}`).sort()).toEqual([
      'execution-role in-use',
      'function failed',
      'log-group in-use',
      'policy in-use',
    ]);
  });

  test('TooManyRequestsException is waited for as long as AWS says', async () => {
    const { ledger } = stage.anew();
    stage.sandbox.faults.add({
      operation: 'DeleteRestApi',
      times: 2,
      fault: { kind: 'error', code: 'TooManyRequestsException', status: 429 },
    });
    const { events, left } = await clean({
      connection: connectionTo(stage.sandbox),
      ledger,
      sleep,
      now,
      waits: { throttledMs: 30_000 },
    });
    expect(left).toEqual([]);
    expect(events.filter(({ type }) => type === 'wait').length).toBeGreaterThan(0);
  });
});

test('credentials that change to another account stop everything at once', async () => {
  const calls = 60;
  let swaps = 0;
  for (let nth = 1; nth <= calls; nth += 3) {
    const { ledger } = stage.anew();
    let made = 0;
    const connection = connectionTo(stage.sandbox, (_, send) => {
      made++;
      return send();
    });
    const { left, swapped } = await cleanSwapped(ledger, connection, () => made >= nth);
    if (!swapped) continue;
    swaps++;
    const foreign = stage.sandbox.log.list({ account: '999988887777' });
    expect(foreign.map(({ operation }) => operation).filter((one) => one !== 'GetCallerIdentity')).toEqual(
      [],
    );
    expect(left).toBe(true);
  }
  expect(swaps).toBeGreaterThan(10);
});

/** Keys that are short-lived, so that they are resolved anew for every call. */
async function cleanSwapped(
  ledger: Ledger,
  connection: ReturnType<typeof connectionTo>,
  isSwapped: () => boolean,
) {
  const own = { accessKeyId: '111122223333', secretAccessKey: stage.sandbox.secret };
  let swapped = false;
  const credentials = async () => {
    swapped ||= isSwapped();
    return { ...own, ...(swapped ? { accessKeyId: '999988887777' } : {}), expiration: new Date() };
  };
  try {
    const { left, plan } = await clean({ connection: { ...connection, credentials }, ledger, sleep, now });
    return { left: left.length > 0 || plan.unread.length > 0, swapped };
  } catch (error) {
    return { left: (error as Error).name === 'AnotherAccount', swapped };
  }
}

test('a log group that comes back after its deletion is deleted again', async () => {
  const { ledger } = stage.anew();
  let times = 0;
  const { client } = stage.sandbox;
  const late = client(CloudWatchLogsClient);
  const { left, events } = await clean({
    connection: connectionTo(stage.sandbox),
    ledger,
    now,
    quietMs: 60_000,
    async sleep(ms) {
      if (ms === 60_000 && times++ === 0)
        await late.send(new CreateLogGroupCommand({ logGroupName: '/aws/lambda/translate-function' }));
      await sleep(ms);
    },
  });
  expect(events.filter(({ type }) => type === 'back').length).toBe(1);
  expect(left).toEqual([]);
  await expectAsBefore();
});
