import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assumeRole } from '#checker/grading/assume-role.ts';
import { callPace } from '#checker/grading/call-pace.ts';
import { newClass } from '#checker/grading/class-file.ts';
import { csvRow } from '#checker/grading/grade-csv.ts';
import { type GradeOptions, gradeLearner, type LearnerGrade } from '#checker/grading/grade-learner.ts';
import { reportLearner } from '#checker/grading/grade-report.ts';
import { gradeRun } from '#checker/grading/grade-run.ts';
import { openGradebook } from '#checker/grading/gradebook.ts';
import type { Learner } from '#checker/grading/learner.ts';
import { marksOf } from '#checker/grading/marks.ts';
import { standingFor } from '#checker/grading/standing-for.ts';
import { allLabs, standing } from '../labs/standing.ts';
import { openWorld } from '../labs/world.ts';
import { castMoulds, instructor } from './moulds.ts';
import { faultsOf, inWordsOfMould, type Pupil, pour, pupilsOf, strangersIn } from './pour.ts';
import { makeInstructor } from './school.ts';

const size = 1000;

const moulds = await castMoulds(await standing());
const pupils = pupilsOf(moulds, size);
const pupilOf = new Map(pupils.map((one) => [one.learner.id, one]));
const learners = pupils.map(({ learner }) => learner);

const world = openWorld();
const { sandbox } = world;
const connection = {
  ...world.connection,
  requestHandler: inTurns(world.connection.requestHandler as Handler),
};
for (const pupil of pupils) for (const [key, value] of pour(pupil)) sandbox.parts.store.put(key, value);
const eyes = assumeRole(await makeInstructor(world));
sandbox.faults.set({ strictIam: true });
for (const rule of faultsOf(pupils)) sandbox.faults.add(rule);

const folder = mkdtempSync(path.join(tmpdir(), 'handson-thousand-'));
const gradebook = openGradebook(folder);
const labs = allLabs.map(({ id }) => id);
const run = gradebook.begin({ began: 1, version: '0', labs, learners: learners.map(({ id }) => id) });
const file = newClass({ name: 'thousand', instructor, region: 'ap-northeast-1', at: '' });

const pace = callPace({ now: Date.now, sleep: (ms) => new Promise((wake) => setTimeout(wake, ms)) });
const grade = (learner: Learner, options: Partial<GradeOptions> = {}) =>
  gradeLearner(learner, {
    labs: allLabs,
    course: allLabs,
    credentials: eyes.credentials,
    reach: { ...connection, pauseMs: () => 1 },
    kind: 'sandbox',
    now: sandbox.clock.now,
    sleep: (ms, signal) => sandbox.clock.sleep(ms, signal),
    pace: pace.of,
    callMs: 3000,
    ...options,
  });

afterAll(async () => {
  gradebook.close();
  eyes.close();
  await world.close();
  rmSync(folder, { recursive: true });
});

describe(`a class of ${size}`, () => {
  const differences: string[] = [];
  const broken = new Map<string, LearnerGrade>();
  const seen = new Set<string>();

  beforeAll(async () => {
    const options = { gradebook, run, learners, concurrency: 16, now: () => 5 };
    for await (const one of gradeRun({ ...options, grade: (learner) => grade(learner) })) {
      const pupil = pupilOf.get(one.learner);
      if (!pupil) throw new Error(`nobody of the class: ${one.learner}`);
      seen.add(one.learner);
      if (pupil.trouble) broken.set(one.learner, one);
      else differences.push(...differencesOf(one, pupil));
    }
  }, 240_000);

  test('is graded whole', () => {
    expect(seen.size).toBe(size);
    expect(gradebook.done(run.id).size).toBe(size);
    expect(gradebook.run(run.id)?.ended).toBe(5);
  });

  test('every verdict is the one that is known, word for word', () => {
    expect(differences).toEqual([]);
  });

  test('an account that is denied, throttled, expired or hangs is unknown with its cause, and never a zero', () => {
    const causes = { denied: 'denied', throttled: 'throttled', expired: 'expired', hanging: 'network' };
    expect(broken.size).toBe(size / 25);
    for (const [id, { state, cause, steps, empty }] of broken) {
      const { trouble, learner } = pupilOf.get(id) as Pupil;
      expect({ state, cause }).toEqual({
        state: 'unreadable',
        cause: causes[trouble as keyof typeof causes],
      });
      expect(steps.every(({ result }) => ['unknown', 'blocked'].includes(result.outcome))).toBe(true);
      expect(empty ?? null).toBeNull();
      const { points, of, incomplete } = marksOf(file, learner, standingFor(file, id, gradebook, run.id));
      expect(points).toBe(0);
      expect(incomplete).toBe(of);
    }
  });

  test('no value of one learner stands under another: in the gradebook, in marks, in exports', () => {
    const strangers: string[] = [];
    for (const pupil of pupils) {
      const { id } = pupil.learner;
      const stands = standingFor(file, id, gradebook, run.id);
      const marks = marksOf(file, pupil.learner, stands);
      const told = [
        JSON.stringify([stands, marks, gradebook.latest(id), gradebook.history(id)]),
        JSON.stringify(gradebook.requests(run.id, id)),
        csvRow(marks, labs),
        JSON.stringify(reportLearner(marks, allLabs, 'en')),
      ].join('\n');
      expect(told).toContain(pupil.learner.account);
      strangers.push(
        ...strangersIn(told, pupil).map((found) => `${found} of another in what is told of ${id}`),
      );
    }
    expect(strangers).toEqual([]);
  });

  test('what catches a stranger does', () => {
    const [one, other] = pupils as [Pupil, Pupil];
    for (const value of other.own.values()) expect(strangersIn(`"${value}"`, one)).toEqual([value]);
    expect(strangersIn(JSON.stringify([...one.own.values()]), one)).toEqual([]);
  });

  test('an account is empty where nothing of the course is left, a log group too', () => {
    const emptyByMould = Object.fromEntries(
      pupils
        .filter(({ trouble }) => !trouble)
        .map(({ mould, learner }) => [mould.name, gradebook.standing(run.id, learner.id)?.empty]),
    );
    const expected = moulds.map(({ name }) => [name, ['empty', 'cleaned'].includes(name)]);
    expect(emptyByMould).toEqual(Object.fromEntries(expected));
  });
});

test.each(moulds)('$name: no read is made twice, and one call more for credentials', async ({ name }) => {
  const pupil = pupils.find(({ mould, trouble }) => mould.name === name && !trouble);
  if (!pupil) throw new Error(`nobody is ${name}`);
  const sent: string[] = [];
  const { handle, ...handler } = connection.requestHandler;
  const requestHandler: Handler = {
    ...handler,
    handle(request, options) {
      const { method, path: at, query, headers, body } = request;
      const target = Object.entries(headers).find(([header]) => header.toLowerCase() === 'x-amz-target');
      sent.push(JSON.stringify([method, at, query, target, String(body ?? '')]));
      return handle(request, options);
    },
  };
  const { calls } = await grade(pupil.learner, { reach: { ...connection, requestHandler } });
  expect(sent).toHaveLength(new Set(sent).size);
  expect(calls).toBe(sent.length + 1);
});

function differencesOf({ steps, state }: LearnerGrade, pupil: Pupil): string[] {
  const { truth, name } = pupil.mould;
  const found = steps.flatMap(({ lab, step, result }) => {
    const told = inWordsOfMould(JSON.stringify(result), pupil);
    const known = JSON.stringify(truth.get(`${lab}/${step}`));
    return told === known ? [] : [`${name}, ${lab}/${step}: ${told} is not ${known}`];
  });
  if (steps.length !== truth.size) found.push(`${name}: ${steps.length} steps of ${truth.size}`);
  if (state !== 'read') found.push(`${name}: ${state}`);
  return found;
}

interface Handler {
  handle(
    request: { method: string; path: string; query: object; headers: object; body: unknown },
    options?: object,
  ): Promise<object>;
}

/** Where nothing waits for a socket, timers would come to their turn when all is over. */
function inTurns({ handle, ...handler }: Handler): Handler {
  return {
    ...handler,
    async handle(request, options) {
      await new Promise((go) => setImmediate(go));
      return handle(request, options);
    },
  };
}
