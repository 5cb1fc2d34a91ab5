import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Outcome, Result } from '#labs/kit/result.ts';
import { type ClassFile, newClass } from './class-file.ts';
import type { GradedStep, LearnerGrade } from './grade-learner.ts';
import { openGradebook } from './gradebook.ts';
import type { Learner } from './learner.ts';
import { marksOf } from './marks.ts';
import { type Decision, noRules } from './rules.ts';
import { keptFor, standingFor } from './standing-for.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const [before, now] = ['111122223333', '222233334444'];
const ann: Learner = {
  id: now,
  name: 'Ann',
  account: now,
  role: `arn:aws:iam::${now}:role/ServerlessCourseGrader`,
  region: 'ap-northeast-1',
  prefix: '',
  language: 'en',
  externalId: 'x-1',
};
const iso = (at: number) => new Date(at).toISOString();
const moved: Decision = { at: iso(50), learner: now, reason: 'a new account', what: 'move', from: before };
const regraded = (at: number, lab?: string): Decision => ({
  at: iso(at),
  learner: now,
  reason: 'look again',
  what: 'regrade',
  ...(lab ? { lab } : {}),
});

const result = (outcome: Outcome): Result => ({
  outcome,
  cause: null,
  messages: [],
  next: null,
  evidence: [],
});

/** What was seen when: `at`, of whom, lab by lab. */
function classOf(
  history: Decision[],
  looks: Array<[at: number, learner: string, Record<string, Outcome>, Partial<LearnerGrade>?]>,
) {
  const folder = mkdtempSync(path.join(tmpdir(), 'handson-standing-'));
  folders.push(folder);
  const book = openGradebook(folder);
  for (const [at, learner, outcomes, more] of looks) {
    const run = book.begin({ began: at, version: '0', labs: Object.keys(outcomes), learners: [learner] });
    const steps = Object.entries(outcomes).map(
      ([lab, outcome]): GradedStep => ({ lab, step: 'a', optional: false, result: result(outcome) }),
    );
    book.keep(run.id, at, { learner, state: 'read', cause: null, calls: 1, steps, ...more });
  }
  const init = newClass({ name: 'c', instructor: '999988887777', region: 'us-east-1', at: iso(0) });
  const file: ClassFile = {
    ...init,
    learners: [ann],
    rules: { ...noRules, cleaned: 1 },
    history: [...init.history, ...history],
  };
  const marks = (run?: number) => marksOf(file, ann, standingFor(file, now, book, run));
  const credits = (run?: number) => marks(run).steps.map(({ lab, credit, points }) => [lab, credit, points]);
  return { file, book, marks, credits };
}

describe('a learner who moved', () => {
  test('keeps what was seen in the former account', () => {
    const { credits, marks, book } = classOf(
      [moved],
      [
        [10, before, { one: 'pass', two: 'fail' }],
        [60, now, { one: 'fail', two: 'pass' }],
      ],
    );
    expect(credits()).toEqual([
      ['one', 'credited', 1],
      ['two', 'credited', 1],
    ]);
    expect(marks().steps[0]?.first).toEqual({ at: 10, run: 1 });
    expect(marks(1).at).toBe(10);
    book.close();
  });

  test('gets nothing from an account that was never theirs', () => {
    const { credits, book } = classOf(
      [],
      [
        [10, before, { one: 'pass' }],
        [60, now, { one: 'fail' }],
      ],
    );
    expect(credits()).toEqual([['one', 'not-yet', 0]]);
    book.close();
  });

  test('is not asked again for what was seen', () => {
    const { file, book } = classOf([moved], [[10, before, { one: 'pass' }]]);
    expect(keptFor(file, now, book)('one', 'a')?.outcome).toBe('pass');
    book.close();
  });
});

describe('a regrade', () => {
  const looks: Parameters<typeof classOf>[1] = [[10, now, { one: 'pass', two: 'fail' }]];

  test('leaves nothing of what was seen before, until somebody looks again', () => {
    const { credits, file, book } = classOf([regraded(20)], looks);
    expect(credits()).toEqual([
      ['one', 'incomplete', null],
      ['two', 'incomplete', null],
    ]);
    expect(keptFor(file, now, book)('one', 'a')).toBeUndefined();
    book.close();
  });

  test('counts what is seen after it, also where it is the same as before', () => {
    const { credits, marks, book } = classOf(
      [regraded(20)],
      [...looks, [30, now, { one: 'pass', two: 'pass' }]],
    );
    expect(credits()).toEqual([
      ['one', 'credited', 1],
      ['two', 'credited', 1],
    ]);
    expect(marks().steps[0]?.first).toEqual({ at: 30, run: 2 });
    book.close();
  });

  test('of one lab leaves the others as they are', () => {
    const { credits, book } = classOf([regraded(20, 'two')], looks);
    expect(credits()).toEqual([
      ['one', 'credited', 1],
      ['two', 'incomplete', null],
    ]);
    book.close();
  });

  test('is not answered by a look at another lab', () => {
    const { credits, book } = classOf([regraded(20)], [...looks, [30, now, { two: 'pass' }]]);
    expect(credits()).toEqual([
      ['one', 'incomplete', null],
      ['two', 'credited', 1],
    ]);
    book.close();
  });

  test('that finds it gone takes the credit away', () => {
    const { credits, book } = classOf([regraded(20)], [...looks, [30, now, { one: 'fail', two: 'fail' }]]);
    expect(credits()).toEqual([
      ['one', 'not-yet', 0],
      ['two', 'not-yet', 0],
    ]);
    book.close();
  });
});

test('a clean account is credited from the look that first saw it so', () => {
  const { marks, book } = classOf(
    [],
    [
      [5, now, { one: 'fail' }, { empty: true }],
      [10, now, { one: 'pass' }, { empty: false }],
      [30, now, { one: 'fail' }, { empty: true }],
    ],
  );
  expect(marks().cleaned).toEqual({ at: 30, points: 1, of: 1 });
  expect(marks()).toMatchObject({ points: 2, of: 2 });
  book.close();
});
