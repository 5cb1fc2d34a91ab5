import { expect, test } from 'vitest';
import { classTally, isFinished } from './class-tally.ts';
import { allLabs, type Kind, sampleLearner, sampleMarks } from './sample-class.fixture.ts';

const tallyOf = (...kinds: Kind[]) => {
  const tally = classTally(allLabs);
  kinds.forEach((kind, at) => {
    tally.add(sampleMarks(sampleLearner(at), kind));
  });
  return tally.done();
};

test('everybody is counted once, and who has withdrawn is counted apart', () => {
  const tally = tallyOf('finished', 'half-way', 'empty', 'unreadable', 'not looked at', 'withdrawn');
  expect(tally).toMatchObject({
    learners: 5,
    finished: 1,
    underWay: 1,
    notBegun: 1,
    unread: 2,
    withdrawn: 1,
    incomplete: 4,
  });
  expect(tally.reasons).toEqual([
    { state: 'unreadable', cause: 'denied', learners: 1 },
    { state: 'not-looked-at', cause: null, learners: 1 },
  ]);
});

test('a step counts who has it, who has not and of whom nobody can tell', () => {
  const { steps } = tallyOf('finished', 'half-way', 'empty', 'unreadable', 'withdrawn');
  const step = (id: string) => steps.find((one) => `${one.lab}/${one.step}` === id);
  expect(step('api-lambda/api-may-invoke')).toMatchObject({ passed: 1, notYet: 1, incomplete: 2, stops: 1 });
  expect(step('set-up/account-answers')).toMatchObject({ passed: 2, notYet: 1, incomplete: 1, stops: 1 });
});

test('who cannot be read stops nowhere', () => {
  expect(tallyOf('unreadable', 'not looked at').steps.every(({ stops }) => stops === 0)).toBe(true);
});

test('by a word alone nobody has finished', () => {
  const done = sampleMarks(sampleLearner(0), 'finished');
  expect(isFinished(done)).toBe(true);
  const [first, ...rest] = done.steps;
  if (!first) throw new Error('a lab without steps');
  const claimed = { ...first, source: 'claimed' as const, points: null };
  expect(isFinished({ ...done, steps: [claimed, ...rest] })).toBe(false);
});
