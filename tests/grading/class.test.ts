import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newClass } from '#checker/grading/class-file.ts';
import { gradeClass } from '#checker/grading/grade-class.ts';
import type { LearnerGrade } from '#checker/grading/grade-learner.ts';
import { gradeRun } from '#checker/grading/grade-run.ts';
import type { Standing } from '#checker/grading/gradebook.ts';
import { openGradebook } from '#checker/grading/gradebook.ts';
import { marksOf } from '#checker/grading/marks.ts';
import { verifyAccess } from '#checker/grading/verify-access.ts';
import { allLabs, standing } from '../labs/standing.ts';
import { account, openWorld, type Snapshot } from '../labs/world.ts';
import { type Kind, openSchool } from './school.ts';

const kinds: Kind[] = [
  'finished',
  'half-way',
  'empty',
  'no role',
  'wrong external id',
  'open to all',
  'half-way',
  'finished',
  'empty',
];

const stands = await standing();
const school = await openSchool(stands, kinds);
const folders: string[] = [];
const newGradebook = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'handson-gradebook-'));
  folders.push(folder);
  return openGradebook(folder);
};
const learners = school.pupils.map(({ learner }) => learner);
const labs = allLabs.map(({ id }) => id);
const all = { began: 1, version: '0', labs, learners: learners.map(({ id }) => id) };

afterAll(async () => {
  await school.close();
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe('a class', () => {
  const grades = new Map<string, LearnerGrade>();
  beforeAll(async () => {
    for await (const one of gradeClass(learners, (one) => school.grade(one), { concurrency: 3 }))
      grades.set(one.learner, one);
  }, 300_000);

  test('is graded whole, whoever cannot be read', () => {
    expect([...grades.keys()].sort()).toEqual(learners.map(({ id }) => id).sort());
  });

  test.each(school.pupils)(
    '$learner.name, $kind, stands as is known',
    async ({ kind, learner }) => {
      const grade = grades.get(learner.id);
      if (kind === 'no role' || kind === 'wrong external id') {
        expect(grade).toMatchObject({ state: 'unreadable', cause: 'denied' });
        expect(new Set(grade?.steps.map(({ result }) => result.outcome))).toEqual(new Set(['unknown']));
        expect(scoreOf(grade)).toMatchObject({ points: 0, incomplete: scoreOf(grade).of });
        return;
      }
      const truth = await seenByAdministrator(
        {
          finished: stands.finished,
          'half-way': stands.halfWay,
          empty: stands.empty,
          'open to all': stands.finished,
        }[kind],
      );
      expect(outcomesOf(grade)).toEqual(truth);
      expect(grade?.state).toBe('read');
    },
    60_000,
  );

  test('who has finished has every step credited', () => {
    const done = grades.get(school.pupils[0]?.learner.id ?? '');
    const { points, of } = scoreOf(done);
    expect(points).toBe(of);
    expect(of).toBeGreaterThan(20);
  });

  test('nothing of one account is told of another', () => {
    for (const [id, grade] of grades) {
      const told = JSON.stringify(grade);
      for (const other of [account, ...learners.map((one) => one.account)])
        if (other !== id) expect(told, `${other} in what is told of ${id}`).not.toContain(other);
    }
  });
});

test.each(school.pupils)('verify sees that the role of $learner.name is as made: $kind', async (pupil) => {
  const expected = { 'no role': 'closed', 'wrong external id': 'closed', 'open to all': 'unsafe' } as Partial<
    Record<Kind, string>
  >;
  expect(await verifyAccess(pupil.learner, school.credentials)).toBe(expected[pupil.kind] ?? 'safe');
});

test('a role that was found unsafe is not used', async () => {
  const [first] = learners;
  if (!first) throw new Error('an empty class');
  const grade = await school.grade({ ...first, access: { verdict: 'unsafe', at: '' } });
  expect(grade).toMatchObject({ state: 'unsafe', calls: 0 });
  expect(new Set(grade.steps.map(({ result }) => result.outcome))).toEqual(new Set(['unknown']));
});

test.each([1, 4, 8])(
  'stopped after %i and resumed, a run ends as if it had not been',
  async (after) => {
    const graded: string[] = [];
    const grade = (learner: (typeof learners)[number]) => {
      graded.push(learner.id);
      return school.grade(learner);
    };
    const whole = newGradebook();
    const straight = whole.begin(all);
    const options = { learners, grade, concurrency: 2, now: () => 2 };
    for await (const _ of gradeRun({ ...options, gradebook: whole, run: straight }));

    const torn = newGradebook();
    const stop = new AbortController();
    let seen = 0;
    const begun = torn.begin(all);
    for await (const _ of gradeRun({ ...options, gradebook: torn, run: begun, signal: stop.signal }))
      if (++seen === after) stop.abort();
    // What was complete in the moment of the stop is kept too.
    const kept = torn.done(begun.id).size;
    expect(kept).toBeGreaterThanOrEqual(after);
    expect(kept).toBeLessThanOrEqual(after + 1);
    const run = torn.stopped();
    expect(run).toEqual(begun);
    graded.length = 0;
    for await (const _ of gradeRun({ ...options, gradebook: torn, run: begun }));
    expect(graded).toHaveLength(learners.length - kept);
    expect(torn.stopped()).toBeUndefined();
    for (const { id } of learners)
      expect(torn.standing(begun.id, id)).toEqual(whole.standing(straight.id, id));
    whole.close();
    torn.close();
  },
  300_000,
);

test('what was seen once stays credited when it is gone, and a run that saw nothing takes nothing away', async () => {
  const book = newGradebook();
  const [finished] = learners;
  if (!finished) throw new Error('an empty class');
  const grade = await school.grade(finished);
  book.keep(book.begin(all).id, 10, grade);
  const second = book.begin(all).id;
  book.keep(second, 20, {
    ...grade,
    state: 'unreadable',
    steps: grade.steps.map((one) => ({
      ...one,
      result: { outcome: 'unknown', cause: 'network', messages: [], next: null, evidence: [] },
    })),
  });
  const later = book.standing(second, finished.id);
  const { points, of } = scoreOf(later);
  expect(points).toBe(of);
  expect(later?.steps[0]?.best).toEqual({ at: 10, run: 1 });
  book.close();
});

test('an account that hangs, throttles or expires is unknown, and the others are read as ever', async () => {
  const answers: Record<string, () => Promise<never>> = {
    hangs: () => new Promise(() => {}),
    throttles: () => Promise.reject(named('ThrottlingException')),
    expires: () => Promise.reject(named('ExpiredTokenException')),
  };
  const [fine, ...broken] = school.pupils.filter(({ kind }) =>
    ['finished', 'half-way', 'empty'].includes(kind),
  );
  const ways = new Map(Object.keys(answers).map((way, at) => [broken[at]?.learner.id ?? '', way]));
  const grade = (learner: (typeof learners)[number]) => {
    const handle = answers[ways.get(learner.id) ?? ''];
    if (!handle) return school.grade(learner);
    const requestHandler = { handle, destroy() {}, metadata: { handlerProtocol: 'http/1.1' } };
    const reach = { ...school.world.connection, requestHandler, pauseMs: () => 1 };
    const patience = ways.get(learner.id) === 'hangs' ? { callMs: 50, stepMs: 500 } : {};
    return school.grade(learner, { reach, ...patience });
  };
  const seen = new Map<string, LearnerGrade>();
  for await (const one of gradeClass(learners, grade, { concurrency: 9 })) seen.set(one.learner, one);
  expect(seen.size).toBe(learners.length);
  expect(seen.get(fine?.learner.id ?? '')?.state).toBe('read');
  const causes = [...ways].map(([id, way]) => [way, seen.get(id)?.state, seen.get(id)?.cause]);
  expect(causes).toEqual([
    ['hangs', 'unreadable', 'network'],
    ['throttles', 'unreadable', 'throttled'],
    ['expires', 'unreadable', 'expired'],
  ]);
  for (const id of ways.keys()) expect(scoreOf(seen.get(id)).points).toBe(0);
}, 60_000);

const file = newClass({ name: 'c', instructor: '999988887777', region: 'us-east-1', at: '' });

function scoreOf(grade: Pick<Standing, 'learner' | 'state' | 'cause' | 'steps'> | undefined) {
  const learner = learners.find(({ id }) => id === grade?.learner);
  if (!grade || !learner) throw new Error('nobody of the class');
  return marksOf(file, learner, { at: 0, ...grade });
}

function named(name: string): Error {
  return Object.assign(new Error(name), { name });
}

const truths = new Map<Snapshot, Promise<Record<string, string>>>();

/** What an administrator of the account sees in a read-only run: the truth that the grader's eyes must match. */
function seenByAdministrator(snapshot: Snapshot): Promise<Record<string, string>> {
  const known = truths.get(snapshot) ?? look();
  truths.set(snapshot, known);
  return known;

  async function look() {
    const world = openWorld({ from: snapshot });
    const seen = await world.check(allLabs, { readOnly: true });
    await world.close();
    return Object.fromEntries([...seen].map(([step, { outcome }]) => [step, outcome]));
  }
}

function outcomesOf(grade: LearnerGrade | undefined): Record<string, string> {
  return Object.fromEntries(
    (grade?.steps ?? []).map(({ lab, step, result }) => [`${lab}/${step}`, result.outcome]),
  );
}
