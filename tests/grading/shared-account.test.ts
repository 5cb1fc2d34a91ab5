import { afterAll, describe, expect, test } from 'vitest';
import { clientPool } from '#checker/core/client-pool.ts';
import { assumeRole } from '#checker/grading/assume-role.ts';
import { gradeLearner } from '#checker/grading/grade-learner.ts';
import { graderRole } from '#checker/grading/grader-role.ts';
import { type Learner, roleNameOf } from '#checker/grading/learner.ts';
import { learnerLeftovers } from '#checker/grading/learner-leftovers.ts';
import { courseNames } from '#labs/kit/names.ts';
import { allLabs, shipped } from '../labs/standing.ts';
import { account, openWorld, region, type Snapshot } from '../labs/world.ts';
import { instructor } from './moulds.ts';
import { makeInstructor } from './school.ts';

/** Each begins with the one before it: what looks for a beginning would find somebody else's things. */
const shares = [
  { prefix: 'a', steps: 0 },
  { prefix: 'an', steps: 1 },
  { prefix: 'an-', steps: 0.5 },
  { prefix: 'an-n', steps: 0 },
] as const;

/** Applies a part of every lab under a prefix, in an account as it stands. */
async function worked(prefix: string, part: number, from: Snapshot): Promise<Snapshot> {
  const world = openWorld({ prefix, from });
  for (const { lab, folder } of shipped) {
    const through = lab.steps[Math.ceil(lab.steps.length * part) - 1]?.id;
    if (through !== undefined) await world.apply(lab, folder, through);
  }
  const left = world.snapshot();
  await world.close();
  return left;
}

let together: Snapshot = [];
for (const { prefix, steps } of shares) together = await worked(prefix, steps, together);

const world = openWorld({ from: together });
const learners = shares.map(
  ({ prefix }, at): Learner => ({
    id: `${account}/${prefix}`,
    name: `Learner ${at}`,
    account,
    role: `arn:aws:iam::${account}:role/${roleNameOf(prefix)}`,
    region,
    prefix,
    language: 'en',
    externalId: `of-${at}-${crypto.randomUUID()}`,
    access: { verdict: 'safe', at: '' },
  }),
);
for (const learner of learners) {
  const { name, trust, policies } = graderRole(learner, instructor);
  await world.aws.iam.createRole({ RoleName: name, AssumeRolePolicyDocument: JSON.stringify(trust) });
  for (const one of policies)
    await world.aws.iam.putRolePolicy({
      RoleName: name,
      PolicyName: one.name,
      PolicyDocument: JSON.stringify(one.document),
    });
}
const eyes = assumeRole(await makeInstructor(world));
world.sandbox.faults.set({ strictIam: true });

afterAll(async () => {
  eyes.close();
  await world.close();
});

/** What is the account's own, and so everybody's who shares it. */
const ofTheAccount = new Set(['set-up']);

describe.each(shares.map((share, at) => ({ ...share, learner: learners[at] as Learner })))(
  'with the prefix "$prefix"',
  ({ prefix, steps, learner }) => {
    const others = shares.map((one) => one.prefix).filter((one) => one !== prefix);

    test('a learner stands as alone in an account', async () => {
      const alone = openWorld({ prefix, from: await worked(prefix, steps, []) });
      const truth = await alone.check(allLabs, { readOnly: true });
      await alone.close();
      const grade = await gradeLearner(learner, {
        labs: allLabs,
        credentials: eyes.credentials,
        reach: { ...world.connection, pauseMs: () => 1 },
        kind: 'sandbox',
        now: world.sandbox.clock.now,
        sleep: (ms, signal) => world.sandbox.clock.sleep(ms, signal),
      });
      expect(grade.state).toBe('read');
      for (const { lab, step, result } of grade.steps)
        if (!ofTheAccount.has(lab))
          expect([lab, step, result.outcome]).toEqual([lab, step, truth.get(`${lab}/${step}`)?.outcome]);
      const passed = grade.steps.filter(
        ({ lab, result }) => !ofTheAccount.has(lab) && result.outcome === 'pass',
      );
      expect(passed.length > 0).toBe(steps > 0);
      if (steps === 0)
        for (const other of others) expect(JSON.stringify(passed)).not.toContain(courseNames(other).fn);
    }, 60_000);

    test('the role opens nothing that is under another', async () => {
      const credentials = await eyes.credentials(learner);
      const pool = clientPool({ ...world.connection, credentials }, { attempts: 1 });
      const aws = pool.clients((call) => call.send());
      for (const other of others) {
        const { fn, table, logGroup } = courseNames(other);
        const calls = {
          function: aws.lambda.getFunctionConfiguration({ FunctionName: fn }),
          'who may call it': aws.lambda.getPolicy({ FunctionName: fn }),
          rows: aws.dynamodb.scan({ TableName: table }),
          table: aws.dynamodb.describeTable({ TableName: table }),
          log: aws.logs.filterLogEvents({ logGroupName: logGroup }),
        };
        for (const [what, call] of Object.entries(calls))
          await expect(call, `${what} of ${other} with the role of ${prefix}`).rejects.toThrow(
            /not authorized/,
          );
      }
      pool.close();
    });

    test('only their own things are what they would pay for', async () => {
      const { state, items } = await learnerLeftovers(learner, {
        credentials: eyes.credentials,
        reach: { ...world.connection, pauseMs: () => 1 },
      });
      expect(state).toBe('read');
      const { fn, table, api, logGroup } = courseNames(prefix);
      const own = items.filter(({ type }) => type !== 'api-log-group').map(({ name }) => name);
      for (const name of own) expect([fn, api, table, logGroup]).toContain(name.replace(/^table\//, ''));
      expect(items.length > 0).toBe(steps > 0);
    });
  },
);

test('a role does not open with the external id of another learner of the account', async () => {
  for (const learner of learners)
    for (const other of learners)
      if (other !== learner)
        await expect(eyes.credentials(learner, other.externalId)).rejects.toThrow(/not authorized/);
});
