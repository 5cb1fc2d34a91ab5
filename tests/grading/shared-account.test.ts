import { afterAll, expect, test } from 'vitest';
import { assumeRole } from '#checker/grading/assume-role.ts';
import { callPace } from '#checker/grading/call-pace.ts';
import { gradeClass } from '#checker/grading/grade-class.ts';
import { gradeLearner, type LearnerGrade } from '#checker/grading/grade-learner.ts';
import { graderRole } from '#checker/grading/grader-role.ts';
import { type Learner, roleNameOf } from '#checker/grading/learner.ts';
import { allLabs, standing } from '../labs/standing.ts';
import { account, openWorld, region } from '../labs/world.ts';
import { instructor } from './moulds.ts';
import { makeInstructor } from './school.ts';

/** Everybody in one account, each under a prefix. */
const prefixes = ['ann-', 'bob-', 'cho-'] as const;
const stands = { 'ann-': 'finished', 'bob-': 'halfWay', 'cho-': 'empty' } as const;

const from = await Promise.all(
  prefixes.map(async (prefix) => (prefix === 'cho-' ? [] : (await standing({ prefix }))[stands[prefix]])),
);
const world = openWorld({ from: from.flat() });
const learners = prefixes.map(
  (prefix): Learner => ({
    id: `${account}/${prefix}`,
    name: prefix,
    account,
    role: `arn:aws:iam::${account}:role/${roleNameOf(prefix)}`,
    region,
    prefix,
    language: 'en',
    externalId: `id-of-${prefix}x`,
  }),
);
for (const learner of learners) {
  const role = graderRole(learner, instructor);
  await world.aws.iam.createRole({
    RoleName: role.name,
    AssumeRolePolicyDocument: JSON.stringify(role.trust),
  });
  for (const { name, document } of role.policies)
    await world.aws.iam.putRolePolicy({
      RoleName: role.name,
      PolicyName: name,
      PolicyDocument: JSON.stringify(document),
    });
}
const eyes = assumeRole(await makeInstructor(world));
world.sandbox.faults.set({ strictIam: true });

afterAll(async () => {
  eyes.close();
  await world.close();
});

test('learners of one account are read one after the other, each with what is theirs alone', async () => {
  const waits: number[] = [];
  const pace = callPace({ now: () => 0, sleep: async (ms) => void waits.push(ms) });
  let [running, most] = [0, 0];
  const grades = new Map<string, LearnerGrade>();
  const grade = async (learner: Learner) => {
    most = Math.max(most, ++running);
    return gradeLearner(learner, {
      labs: allLabs,
      course: allLabs,
      credentials: eyes.credentials,
      reach: { ...world.connection, pauseMs: () => 1 },
      kind: 'sandbox',
      now: world.sandbox.clock.now,
      sleep: (ms, signal) => world.sandbox.clock.sleep(ms, signal),
      pace: pace.of,
    }).finally(() => running--);
  };
  for await (const one of gradeClass(learners, grade, { concurrency: 3 })) grades.set(one.learner, one);

  expect(most).toBe(1);
  const [ann, bob, cho] = learners.map(({ id }) => grades.get(id));
  const passes = [ann, bob, cho].map(
    (one) => one?.steps.filter(({ result }) => result.outcome === 'pass').length ?? 0,
  );
  expect([ann?.state, bob?.state, cho?.state]).toEqual(['read', 'read', 'read']);
  expect(passes[0]).toBe(ann?.steps.length);
  expect(passes[1]).toBeGreaterThan(5);
  expect(passes[1]).toBeLessThan(passes[0] as number);
  expect([ann?.empty, bob?.empty, cho?.empty]).toEqual([false, false, true]);
  for (const { id, prefix } of learners)
    for (const other of prefixes.filter((one) => one !== prefix))
      expect(JSON.stringify(grades.get(id)), `${other} in what is told of ${prefix}`).not.toContain(other);
  // By a clock that stands still, the third of them has to wait for what the account is asked together.
  expect(Math.max(...waits)).toBeGreaterThan(1000);
}, 60_000);
