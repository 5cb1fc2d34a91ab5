import { expect, test } from 'vitest';
import { texts as apiTexts } from '#labs/04-api-lambda/lab.texts.ts';
import type { Result } from '#labs/kit/result.ts';
import { sayIn } from '#labs/kit/text.ts';
import type { Marks } from '../marks.ts';
import { nearMissCounter } from './near-misses.ts';
import { sampleClass, sampleLearner, sampleMarks } from './sample-class.fixture.ts';

const topOf = (rows: Marks[], most = 10) => {
  const counter = nearMissCounter();
  for (const marks of rows) counter.add(marks);
  return counter.top(most);
};

const failing = (result: Partial<Result>, prefix = '') => {
  const marks = sampleMarks({ ...sampleLearner(9), prefix }, 'half-way');
  const steps = marks.steps.map((one) =>
    one.credit === 'not-yet' && one.result ? { ...one, result: { ...one.result, ...result } } : one,
  );
  return { ...marks, steps };
};

test('the same sentence at the same step is one near-miss, the most frequent first', () => {
  const rows = [1, 2, 3, 4].map((at) =>
    sampleMarks(sampleLearner(at), at < 4 ? 'not redeployed' : 'half-way'),
  );
  expect(topOf(rows).map(({ lab, step, learners }) => [lab, step, learners])).toEqual([
    ['api-lambda', 'api-may-invoke', 3],
    ['api-lambda', 'api-may-invoke', 1],
  ]);
});

test('of what learners called their things nothing is told', () => {
  const rows = [20, 21].map((at) => sampleMarks(sampleLearner(at), 'half-way'));
  const [miss] = topOf(rows);
  if (!miss) throw new Error('no near-miss');
  const said = sayIn(miss.said, 'en');
  expect(said).toBe(
    'The function lets the API … call it, but yours is …: a permission of an API that was deleted or made anew.',
  );
});

test('a name of the course is said, also where a prefix stands before it', () => {
  const said = { text: apiTexts.noPermission, values: { name: 'hoa-translate-function' } };
  const [miss] = topOf([failing({ messages: [said] }, 'hoa-')]);
  expect(miss && sayIn(miss.said, 'en')).toContain('The function translate-function does not let');
});

test('an action and a table of the course are said, the account and the random part of a role are not', () => {
  const { account } = sampleLearner(9);
  const text = { en: '{role} {action} {resource}', ja: '{role}', vi: '{role}' };
  const values = {
    role: 'translate-function-role-3kbu2nh7',
    action: 'dynamodb:PutItem',
    resource: `arn:aws:dynamodb:ap-northeast-1:${account}:table/translate-history`,
  };
  const [miss] = topOf([failing({ messages: [{ text, values }], next: { text, values } })]);
  expect(miss && sayIn(miss.said, 'en')).toBe('translate-function-role-… dynamodb:PutItem translate-history');
});

test('advice that would have a gap is left out', () => {
  const text = { en: 'Add: {policy}', ja: '{policy}', vi: '{policy}' };
  const [miss] = topOf([failing({ next: { text, values: { policy: '{"Effect":"Allow"}' } } })]);
  expect(miss?.next).toBeNull();
});

test('what a check expects is said, unless it holds the account', () => {
  const expected = { call: 'a', field: 'b', found: null };
  const text = { en: '{a} {b} {c}', ja: '{a} {b} {c}', vi: '{a} {b} {c}' };
  const { account } = sampleLearner(9);
  const [miss] = topOf([
    failing({
      messages: [{ text, values: { a: 256, b: `arn:${account}`, c: 128 } }],
      evidence: [
        { ...expected, expected: 256 },
        { ...expected, expected: `arn:${account}` },
      ],
    }),
  ]);
  expect(miss && sayIn(miss.said, 'ja')).toBe('256 … …');
});

test('who has not begun a lab has missed nothing, unless the thing is somewhere else', () => {
  const empty = sampleMarks(sampleLearner(9), 'empty');
  expect(topOf([empty])).toEqual([]);
  const elsewhere = empty.steps.map((one) =>
    one.lab === 'table' && one.result?.outcome === 'fail'
      ? {
          ...one,
          result: {
            ...one.result,
            evidence: [{ call: 'x', field: 'y', expected: 'translate-history', found: 'translate-histry' }],
          },
        }
      : one,
  );
  expect(topOf([{ ...empty, steps: elsewhere }]).map(({ lab }) => lab)).toEqual(['table']);
});

test('nothing of an unreadable, a finished or a withdrawn learner is a near-miss', () => {
  const rows = (['unreadable', 'finished', 'withdrawn', 'not looked at'] as const).map((kind) =>
    sampleMarks(sampleLearner(9), kind),
  );
  expect(topOf(rows)).toEqual([]);
  expect(topOf([{ ...failing({}), state: 'withdrawn' }])).toEqual([]);
});

test('no more than the top ones are told', () => {
  expect(topOf(sampleClass(40), 2)).toHaveLength(2);
});
