import { afterAll, expect, test } from 'vitest';
import { learnerLeftovers } from '#checker/grading/learner-leftovers.ts';
import { costOfTable } from '#checker/resources/costs.ts';
import { standing } from '../labs/standing.ts';
import { openSchool } from './school.ts';

const school = await openSchool(await standing(), ['finished', 'empty', 'no role', 'open to all']);
afterAll(() => school.close());

const leftOf = (at: number) => {
  const pupil = school.pupils[at];
  if (!pupil) throw new Error(`nobody at ${at}`);
  const reach = { ...school.world.connection, pauseMs: () => 1 };
  return learnerLeftovers(pupil.learner, { credentials: school.credentials, reach });
};

test('what stands is told with its price, through the role that grading has', async () => {
  const { state, cause, items, unread } = await leftOf(0);
  expect([state, cause, unread]).toEqual(['read', null, []]);
  expect(new Set(items.map(({ type }) => type))).toEqual(
    new Set(['rest-api', 'function', 'table', 'log-group']),
  );
  const table = items.find(({ type }) => type === 'table');
  expect(table?.cost.monthlyUsd).toBeCloseTo(costOfTable({ read: 1, write: 1, bytes: 0 }).monthlyUsd, 2);
  expect(items.find(({ type }) => type === 'function')?.cost).toEqual({ class: 'idle', monthlyUsd: 0 });
});

test('an account where nothing is left is told so', async () => {
  expect(await leftOf(1)).toEqual({ state: 'read', cause: null, items: [], unread: [] });
});

test('an account that cannot be read is not told to be empty', async () => {
  expect(await leftOf(2)).toEqual({ state: 'unreadable', cause: 'denied', items: [], unread: [] });
});

test('a role that opens to all is not used', async () => {
  expect(await leftOf(3)).toEqual({ state: 'unsafe', cause: 'denied', items: [], unread: [] });
});

test('what could not be looked at is told apart from what stands', async () => {
  school.world.sandbox.faults.add({
    service: 'dynamodb',
    operation: 'DescribeTable',
    fault: { kind: 'error', code: 'AccessDeniedException', status: 400 },
  });
  const { state, items, unread } = await leftOf(0);
  expect(state).toBe('partly');
  expect(unread.map(({ type }) => type)).toContain('table');
  expect(items.map(({ type }) => type)).not.toContain('table');
});
