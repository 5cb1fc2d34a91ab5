import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { assumeRole, InstructorTrouble } from '#checker/grading/assume-role.ts';
import { gradeLearner } from '#checker/grading/grade-learner.ts';
import { gradeRun } from '#checker/grading/grade-run.ts';
import { openGradebook } from '#checker/grading/gradebook.ts';
import type { FaultRule } from '#sandbox/core/faults.ts';
import { allLabs, standing } from '../labs/standing.ts';
import { instructor } from './moulds.ts';
import { openSchool } from './school.ts';

const school = await openSchool(await standing(), ['half-way', 'no role', 'empty', 'finished', 'half-way']);
const learners = school.pupils.map(({ learner }) => learner);
const folder = mkdtempSync(path.join(tmpdir(), 'handson-gradebook-'));
const book = openGradebook(folder);
const { faults } = school.world.sandbox;

afterEach(() => {
  for (const { id } of faults.list()) faults.remove(id);
});
afterAll(async () => {
  book.close();
  rmSync(folder, { recursive: true });
  await school.close();
});

const begun = () =>
  book.begin({
    began: 1,
    version: '0',
    labs: allLabs.map(({ id }) => id),
    learners: learners.map(({ id }) => id),
  });

const look = async (run: ReturnType<typeof begun>, after: (done: number) => void = () => {}) => {
  const graded: string[] = [];
  const grade = (learner: (typeof learners)[number]) => {
    graded.push(learner.id);
    return school.grade(learner, { labs: allLabs.slice(0, 2) });
  };
  let done = 0;
  for await (const _ of gradeRun({ gradebook: book, run, learners, grade, concurrency: 1, now: () => 2 }))
    after(++done);
  return graded;
};

const aborted = Object.assign(new Error('Request aborted'), { name: 'AbortError' });

const ofInstructor = (fault: FaultRule['fault'], more: Partial<FaultRule> = {}): FaultRule => ({
  account: instructor,
  service: 'sts',
  fault,
  ...more,
});

test.each([
  ['expired credentials', { kind: 'error', code: 'ExpiredTokenException', status: 403 }],
  ['a key that is gone', { kind: 'error', code: 'InvalidClientTokenId', status: 403 }],
  ['no network', { kind: 'reset' }],
] as const)(
  '%s of the instructor end the run, which goes on later and does nothing twice',
  async (_, fault) => {
    const run = begun();
    const breakAfter = (done: number) => done === 3 && faults.add(ofInstructor(fault));
    await expect(look(run, breakAfter)).rejects.toThrow(InstructorTrouble);
    expect([...book.done(run.id)]).toEqual(learners.slice(0, 3).map(({ id }) => id));
    expect(book.stopped()?.id).toBe(run.id);
    faults.clear();
    school.world.sandbox.faults.set({ strictIam: true });
    expect(await look(run)).toEqual(learners.slice(3).map(({ id }) => id));
    expect(book.run(run.id)?.ended).toBe(2);
  },
);

test('a role that is closed is the learner’s, and a hiccup of one call is one learner’s', async () => {
  const run = begun();
  // Three attempts are made of a call.
  faults.add(
    ofInstructor(
      { kind: 'error', code: 'ThrottlingException', status: 400 },
      { operation: 'AssumeRole', times: 3 },
    ),
  );
  await look(run);
  const states = learners.map(({ id }) => book.standing(run.id, id)).map((one) => [one?.state, one?.cause]);
  expect(states).toEqual([
    ['unreadable', 'throttled'],
    ['unreadable', 'denied'],
    ['read', null],
    ['read', null],
    ['read', null],
  ]);
});

test('where the network goes in the middle of a look, that look is not kept', async () => {
  const run = begun();
  const eyes = assumeRole(school.looker);
  const grade = (learner: (typeof learners)[number]) => {
    if (learner === learners[2]) for (const account of [instructor, learner.account]) breakFor(account);
    return school.grade(learner, { labs: allLabs.slice(0, 2), checkSelf: eyes.checkSelf });
  };
  const breakFor = (account: string) =>
    faults.add({
      account,
      fault: { kind: 'reset' },
      ...(account === instructor ? { operation: 'GetCallerIdentity' } : {}),
    });
  const looking = async () => {
    for await (const _ of gradeRun({ gradebook: book, run, learners, grade, concurrency: 1, now: () => 2 }));
  };
  await expect(looking()).rejects.toThrow(InstructorTrouble);
  expect([...book.done(run.id)]).toEqual(learners.slice(0, 2).map(({ id }) => id));
  eyes.close();
});

test('a stop in the middle is no trouble of the instructor', async () => {
  const stop = new AbortController();
  const handle = (_: object, { abortSignal }: { abortSignal: AbortSignal }) =>
    new Promise((_, reject) => abortSignal.addEventListener('abort', () => reject(aborted)));
  const requestHandler = { handle, metadata: { handlerProtocol: 'http/1.1' } };
  const eyes = assumeRole({ ...school.world.connection, requestHandler }, { signal: stop.signal });
  const [learner] = learners;
  if (!learner) throw new Error('an empty class');
  const looking = gradeLearner(learner, {
    labs: [],
    credentials: eyes.credentials,
    reach: school.world.connection,
    kind: 'sandbox',
    now: Date.now,
    sleep: async () => {},
    signal: stop.signal,
  });
  setTimeout(() => stop.abort(), 50);
  expect((await looking).state).toBe('unreadable');
  eyes.close();
});
