import { expect, test } from 'vitest';
import type { Lab, Look } from '#labs/kit/lab.ts';
import { reads } from '#labs/kit/reads.ts';
import { pass } from '#labs/kit/result.ts';
import { isOfThePast, tellsOf } from './tells.ts';
import { watchSteps } from './watch-steps.ts';

test('every read that a check may make tells of now or of the past, and nothing else is in the table', () => {
  expect(Object.keys(tellsOf).sort()).toEqual([...new Set(Object.values(reads).flat())].sort());
});

test('a read that nobody has sorted is taken for the past', () => {
  expect(isOfThePast('getSomethingNew')).toBe(true);
  expect(isOfThePast('getFunctionConfiguration')).toBe(false);
  expect(isOfThePast('filterLogEvents')).toBe(true);
});

test('what each step leaned on is told apart, and looking again counts alone', async () => {
  const asks = { value: 'filterLogEvents' };
  const step = (id: string, check: (look: Look) => Promise<unknown>) => ({
    id,
    async check(look: Look) {
      await check(look);
      return pass();
    },
  });
  const lab = {
    id: 'lab',
    steps: [
      step('logs', async ({ aws }) => (aws.logs as unknown as Record<string, () => unknown>)[asks.value]?.()),
      step('role', async ({ aws }) => (aws.iam as unknown as Record<string, () => unknown>).getRole?.()),
      step('acts', async ({ act }) => act?.invoke('f', {})),
    ],
  } as unknown as Lab;
  const answers = { logs: { filterLogEvents() {}, describeLogGroups() {} }, iam: { getRole() {} } };
  const look = { aws: answers, act: { invoke() {}, get() {}, translate() {} } } as unknown as Look;
  const { labs, leaned } = watchSteps([lab]);
  for (const one of labs[0]?.steps ?? []) await one.check(look);
  expect(Object.fromEntries(leaned)).toEqual({
    'lab/logs': { onThePast: true, onActing: false },
    'lab/role': { onThePast: false, onActing: false },
    'lab/acts': { onThePast: false, onActing: true },
  });
  asks.value = 'describeLogGroups';
  await labs[0]?.steps[0]?.check(look);
  expect(leaned.get('lab/logs')?.onThePast).toBe(false);
});
