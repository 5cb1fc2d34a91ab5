import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { remembered } from '#checker/clean/history.ts';
import { survey } from '#checker/resources/survey.ts';
import { openState, type State } from '#checker/state/open-state.ts';
import type { ReadClients } from '#labs/kit/clients.ts';
import { allDeclared, place } from './desk.ts';
import { directPool } from './direct-aws.ts';
import { type Stage, stageOf } from './full-account.ts';

let folder: string;
let state: State;
let stage: Stage;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'handson-pages-'));
  state = openState(folder);
  stage = await stageOf(state);
});
afterAll(async () => {
  state.close();
  await stage.sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

/** How each service is asked for small pages, and under which name it hands out the next one. */
const limits: Record<string, object> = {
  ListFunctions: { MaxItems: 1 },
  ListAttachedRolePolicies: { MaxItems: 1 },
  ListRolePolicies: { MaxItems: 1 },
  ListInstanceProfilesForRole: { MaxItems: 1 },
  ListEntitiesForPolicy: { MaxItems: 1 },
  ListPolicyVersions: { MaxItems: 1 },
  DescribeLogGroups: { limit: 1 },
  GetRestApis: { limit: 1 },
  GetUsagePlans: { limit: 1 },
  GetUsagePlanKeys: { limit: 1 },
  GetApiKeys: { limit: 1 },
  DescribeScalableTargets: { MaxResults: 1 },
};

const lookWith = (aws: ReadClients) =>
  survey({
    aws,
    elsewhere: [],
    place,
    declared: allDeclared,
    remembered: (type) => remembered(type, stage.anew().ledger.rows()),
  });

const words = ({ lives, unread }: Awaited<ReturnType<typeof lookWith>>) => ({
  lives: lives.map(({ type, id }) => `${type} ${id}`).sort(),
  unread,
});

test('with pages of one, the same is found as with large ones', async () => {
  const large = words(await lookWith(directPool(stage.sandbox).clients((call) => call.send())));
  const pages = directPool(stage.sandbox, {
    shape: (operation, input) => ({ ...input, ...limits[operation] }),
  });
  const small = await lookWith(pages.clients((call) => call.send()));
  expect(large.lives.length).toBe(13);
  expect(words(small)).toEqual(large);
});

test('a list that never ends makes its kind unread, and what hangs on it, and nothing else', async () => {
  const pool = directPool(stage.sandbox);
  const { lives, unread } = await lookWith(
    pool.clients(async (call) => {
      const answer = await call.send();
      return call.operation === 'GetRestApis' ? { ...answer, position: 'again' } : answer;
    }),
  );
  expect(unread.map(({ type }) => type).sort()).toEqual([
    'api-key',
    'api-log-group',
    'rest-api',
    'usage-plan',
  ]);
  expect(lives.map(({ type }) => type)).toContain('function');
});
