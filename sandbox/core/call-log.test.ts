import { expect, test } from 'vitest';
import { callLog, type LoggedCall } from './call-log.ts';

const call = { service: 'sts', operation: 'GetCallerIdentity', outcome: 'ok' } as LoggedCall;

test('the log forgets the oldest calls and never counts backwards', () => {
  const log = callLog(10);
  for (let count = 0; count < 1000; count += 1) log.record(call);
  const ids = log.list().map(({ id }) => id);
  expect(ids.length).toBeGreaterThanOrEqual(10);
  expect(ids.length).toBeLessThan(20);
  expect(ids.at(-1)).toBe(1000);
  log.clear();
  log.record(call);
  expect(log.list()).toMatchObject([{ id: 1001 }]);
});

test('a filter names what it wants, and an unknown value finds nothing', () => {
  const log = callLog();
  log.record(call);
  log.record({ ...call, service: 'iam', errorCode: 'NoSuchEntity' });
  expect(log.list({ service: 'iam' })).toHaveLength(1);
  expect(log.list({ errorCode: 'NoSuchEntity' })).toMatchObject([{ id: 2 }]);
  expect(log.list({ account: 'x' })).toEqual([]);
});
