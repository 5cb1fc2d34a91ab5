import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { gradeClass } from './grade-class.ts';
import type { LearnerGrade } from './grade-learner.ts';
import type { Learner } from './learner.ts';

const learner = (account: string, prefix = ''): Learner => ({
  id: `${account}/${prefix}`,
  name: '',
  account,
  role: '',
  region: '',
  prefix,
  language: 'en',
  externalId: '',
});
const gradeOf = ({ id }: Learner): LearnerGrade => ({
  learner: id,
  state: 'read',
  cause: null,
  steps: [],
  calls: 1,
});

/** Notes who is looked at beside whom. */
function watching(ms: (learner: Learner) => number = () => 5) {
  const running: Learner[] = [];
  const most = { all: 0, ofAccount: 0 };
  const grade = async (one: Learner): Promise<LearnerGrade> => {
    running.push(one);
    most.all = Math.max(most.all, running.length);
    const beside = running.filter(({ account }) => account === one.account).length;
    most.ofAccount = Math.max(most.ofAccount, beside);
    await sleep(ms(one));
    running.splice(running.indexOf(one), 1);
    return gradeOf(one);
  };
  return { running, most, grade };
}

test('as many as were asked for at once, and never two of one account', async () => {
  const shared = ['a-', 'b-', 'c-', 'd-'].map((prefix) => learner('1', prefix));
  const others = ['2', '3', '4', '5', '6'].map((account) => learner(account));
  const { most, grade } = watching();
  const seen: string[] = [];
  for await (const one of gradeClass([...shared, ...others], grade, { concurrency: 3 }))
    seen.push(one.learner);
  expect(seen.sort()).toEqual([...shared, ...others].map(({ id }) => id).sort());
  expect(most).toEqual({ all: 3, ofAccount: 1 });
});

test('an error ends all of it, and nothing goes on in the dark', async () => {
  const { running, grade } = watching(() => 20);
  const everybody = ['1', '2', '3', '4', '5', '6'].map((account) => learner(account));
  const failing = (one: Learner) => (one.account === '3' ? Promise.reject(new Error('no')) : grade(one));
  const seen: string[] = [];
  const looking = async () => {
    for await (const one of gradeClass(everybody, failing, { concurrency: 3 })) seen.push(one.learner);
  };
  await expect(looking()).rejects.toThrow('no');
  expect(seen).toEqual([]);
  expect(running).toEqual([]);
});

test('who looks is told of the end, whoever ends it', async () => {
  const ends: string[] = [];
  const grade = (one: Learner, signal: AbortSignal) =>
    one.account === '1'
      ? Promise.resolve(gradeOf(one))
      : new Promise<LearnerGrade>((end) => {
          signal.addEventListener('abort', () => {
            ends.push(one.account);
            end(gradeOf(one));
          });
        });
  for await (const _ of gradeClass([learner('1'), learner('2')], grade, { concurrency: 2 })) break;
  expect(ends).toEqual(['2']);
});
