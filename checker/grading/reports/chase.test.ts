import { expect, test } from 'vitest';
import type { Marks, StepMark } from '../marks.ts';
import { chaseCsv, chasedFor } from './chase.ts';
import { parseCsv } from './parse-csv.fixture.ts';
import {
  allLabs,
  hardNames,
  type Kind,
  sampleClass,
  sampleLearner,
  sampleMarks,
} from './sample-class.fixture.ts';

const listOf = (rows: Marks[]) => {
  const [head = [], ...lines] = parseCsv(
    [...chaseCsv(rows, { className: 'spring', labs: allLabs })].join(''),
  );
  return lines.map((line) => Object.fromEntries(head.map((name, at) => [name, line[at] ?? ''])));
};
const of = (kind: Kind, language: 'en' | 'ja' | 'vi' = 'en') => {
  const learner = { ...sampleLearner(20), language };
  return sampleMarks(learner, kind);
};
const withFirst = (marks: Marks, change: Partial<StepMark>): Marks => {
  const steps = marks.steps.map((one, at) => (at === 0 ? { ...one, ...change } : one));
  return { ...marks, steps, incomplete: 1 };
};
const open = (outcome: 'waiting' | 'unknown', cause: 'late' | 'throttled'): Partial<StepMark> => ({
  credit: 'incomplete',
  points: null,
  result: { outcome, cause, messages: [], next: null, evidence: [] },
});

test('everybody is on the list of whom something cannot be told, with the reason, and nobody else', () => {
  const done = of('finished');
  const noAccount = { ...of('not looked at'), learner: { ...sampleLearner(20), account: 'sandbox' } };
  expect(
    [
      done,
      of('withdrawn'),
      of('unreadable'),
      { ...of('unreadable'), state: 'unsafe' as const },
      of('not looked at'),
      noAccount,
      of('half-way'),
      withFirst({ ...done, state: 'partly' }, open('unknown', 'throttled')),
      withFirst(done, open('waiting', 'late')),
      withFirst(done, { source: 'claimed', points: null }),
    ].map(chasedFor),
  ).toEqual([
    undefined,
    undefined,
    'unreadable',
    'unsafe',
    'not-looked-at',
    'not-handed-in',
    'blocked',
    'partly',
    'waiting',
    'claimed',
  ]);
});

test('a learner gets a subject and a body in their own language, and is told that it is no zero', () => {
  const [en, ja, vi] = listOf([of('unreadable'), of('unreadable', 'ja'), of('unreadable', 'vi')]);
  expect(en).toMatchObject({
    Language: 'en',
    Reason: 'unreadable',
    Cause: 'denied',
    'Incomplete steps': '29',
  });
  expect(en?.Subject).toBe('spring: some of your steps cannot be told yet');
  expect(en?.Body).toMatch(/This is not a zero\. The role may not be assumed\.$/);
  expect(ja?.Body).toMatch(/0 点ではありません。ロールを引き受けられません。$/);
  expect(vi?.Body).toContain('không phải là 0 điểm');
  expect(en?.['Instructor’s command']).toBe('handson class verify --class spring');
});

test('who is held up by an earlier step is told which, what is wrong with it, and what to run', () => {
  const [line] = listOf([of('half-way')]);
  expect(line?.Body).toContain('4.4 Let API Gateway call the function');
  expect(line?.Body).toContain('abc123');
  expect(line?.['Learner’s command']).toBe('handson check 4');
});

test('no cell is a formula, and every line is whole', () => {
  const rows = sampleClass(40).map((marks) => ({ ...marks, learner: { ...marks.learner, email: '=1@x' } }));
  for (const line of listOf(rows))
    for (const cell of Object.values(line)) expect(cell).not.toMatch(/^[=+@]|^-./);
  expect(listOf(rows).map(({ Name }) => Name)).toContain(`'${hardNames[1]}`);
});

test('a command stays one command, whatever an id holds', () => {
  const marks = of('not looked at');
  const [line] = listOf([{ ...marks, learner: { ...marks.learner, id: "a'; rm -rf ~@x" } }]);
  expect(line?.['Instructor’s command']).toBe("handson grade spring --learner 'a'\\''; rm -rf ~@x'");
});
