import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { takeBaseline } from '#checker/clean/baseline.ts';
import type { CleanEvent, Left } from '#checker/clean/carry-out.ts';
import { type Cleaner, type CleanerOptions, openCleaner } from '#checker/clean/cleaner.ts';
import type { Plan } from '#checker/clean/plan.ts';
import { rememberSeen } from '#checker/clean/remember-seen.ts';
import type { Connection } from '#checker/core/connection.ts';
import type { Live } from '#checker/resources/kind.ts';
import { type Ledger, ledgerOf } from '#checker/state/ledger.ts';
import { openState } from '#checker/state/open-state.ts';
import { courseNames } from '#labs/kit/names.ts';
import {
  apiLogGroup,
  executionRoleOf,
  lambdaFunction,
  logGroup,
  type Resource,
  restApi,
  table,
} from '#labs/kit/resources.ts';

export const place = { account: '111122223333', region: 'ap-northeast-1' };
export const names = courseNames('');

/** All that labs 1 to 7 declare. */
export const allDeclared: readonly Resource[] = [
  lambdaFunction(names.fn),
  executionRoleOf(names.fn),
  logGroup(names.logGroup),
  restApi(names.api),
  apiLogGroup(names.api, names.stage),
  table(names.table),
];

/** A ledger in a folder of its own. */
export function openLedger(): { ledger: Ledger; close(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'handson-clean-'));
  const state = openState(folder);
  return {
    ledger: ledgerOf(state, 'test'),
    close() {
      state.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface CleanTools extends Partial<CleanerOptions> {
  connection: Connection;
  ledger: Ledger;
}

export function cleanerFor(tools: CleanTools): Cleaner {
  return openCleaner({
    place,
    declared: allDeclared,
    otherRegions: ['us-east-1'],
    now: Date.now,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    signal: new AbortController().signal,
    paced: false,
    quietMs: 0,
    waits: { firstMs: 1, throttledMs: 1 },
    pollMs: 20,
    ...tools,
  });
}

export async function baseline(tools: CleanTools, declared = allDeclared) {
  const cleaner = cleanerFor(tools);
  const taken = await takeBaseline(declared, { eyes: cleaner.eyes(), ledger: tools.ledger, now: Date.now });
  cleaner.close();
  return taken;
}

export async function seen(tools: CleanTools, declared = allDeclared): Promise<void> {
  const cleaner = cleanerFor(tools);
  await rememberSeen(declared, { eyes: cleaner.eyes(), ledger: tools.ledger, now: Date.now });
  cleaner.close();
}

export interface Cleaned {
  plan: Plan;
  events: CleanEvent[];
  gone: Live[];
  left: Left[];
}

/** Plans and carries out, as `clean --yes` does. */
export async function clean(tools: CleanTools, include: readonly string[] = []): Promise<Cleaned> {
  const cleaner = cleanerFor(tools);
  try {
    const plan = await cleaner.plan(include);
    await cleaner.askWhoWeAre();
    cleaner.alreadyGone(plan);
    const events: CleanEvent[] = [];
    for await (const event of cleaner.carryOut(plan)) events.push(event);
    return {
      plan,
      events,
      gone: events.flatMap((event) => (event.type === 'gone' ? [event.live] : [])),
      left: events.flatMap((event) => (event.type === 'left' ? [event.left] : [])),
    };
  } finally {
    cleaner.close();
  }
}
