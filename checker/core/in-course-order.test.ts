import { expect, test } from 'vitest';
import { labs as course } from '#labs/all.ts';
import type { CheckEvent } from './events.ts';
import { inCourseOrder } from './in-course-order.ts';

const labs = await Promise.all(course.slice(4, 7).map(({ load }) => load()));
const result = { outcome: 'fail', cause: 'absent', messages: [], next: null, evidence: [] } as const;

test('whatever is ready first, the first open step is the first of the course', () => {
  const seen = labs.flatMap((lab) =>
    lab.steps.map((step): CheckEvent => ({ type: 'result', lab, step, result })),
  );
  const events = [...labs.map((lab): CheckEvent => ({ type: 'lab', lab })), ...seen.toReversed()];
  expect(inCourseOrder(events)).toEqual(seen);
});

test('a step that was not looked at is left out', () => {
  const [lab] = labs;
  const [first, second] = lab?.steps ?? [];
  if (!lab || !first || !second) throw new Error('the lab has no two steps');
  const told = inCourseOrder([
    { type: 'lab', lab },
    { type: 'result', lab, step: second, result },
  ]);
  expect(told.map(({ step }) => step.id)).toEqual([second.id]);
});
