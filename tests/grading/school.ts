import { clientPool } from '#checker/core/client-pool.ts';
import type { Connection } from '#checker/core/connection.ts';
import { assumeRole } from '#checker/grading/assume-role.ts';
import { type GradeOptions, gradeLearner } from '#checker/grading/grade-learner.ts';
import { commandsOf, graderRole } from '#checker/grading/grader-role.ts';
import type { Learner } from '#checker/grading/learner.ts';
import { allLabs, type Standing } from '../labs/standing.ts';
import { account as builtFor, openWorld, region, type Snapshot, type World } from '../labs/world.ts';
import { instructor } from './moulds.ts';

export type Kind = 'finished' | 'half-way' | 'empty' | 'no role' | 'wrong external id' | 'open to all';

export interface Pupil {
  kind: Kind;
  learner: Learner;
}

/** A class in one sandbox, every learner with an account as learners leave them; what each is, is known. */
export async function openSchool(standing: Standing, kinds: readonly Kind[]) {
  const pupils = kinds.map((kind, at) => ({ kind, learner: learnerOf(at) }));
  const from = pupils.flatMap(({ kind, learner }) => movedTo(learner.account, contentsOf(kind, standing)));
  const world = openWorld({ from });
  for (const pupil of pupils) await giveRole(world, pupil);
  const looker = await makeInstructor(world);
  world.sandbox.faults.set({ strictIam: true });
  const eyes = assumeRole(looker);
  return {
    world,
    pupils,
    looker,
    credentials: eyes.credentials,
    /** `options`: what is different for this learner, a broken connection say. */
    grade: (learner: Learner, options: Partial<GradeOptions> = {}) =>
      gradeLearner(learner, {
        labs: allLabs,
        credentials: eyes.credentials,
        reach: { ...world.connection, pauseMs: () => 1 },
        kind: 'sandbox',
        now: world.sandbox.clock.now,
        sleep: (ms, signal) => world.sandbox.clock.sleep(ms, signal),
        ...options,
      }),
    async close() {
      eyes.close();
      await world.close();
    },
  };
}

function learnerOf(at: number): Learner {
  const account = String(200000000000 + at * 1001);
  return {
    id: account,
    name: `Learner ${at}`,
    account,
    role: `arn:aws:iam::${account}:role/ServerlessCourseGrader`,
    region,
    prefix: '',
    language: 'en',
    externalId: `id-of-${at}-${crypto.randomUUID()}`,
  };
}

function contentsOf(kind: Kind, standing: Standing): Snapshot {
  if (kind === 'empty') return standing.empty;
  return kind === 'half-way' ? standing.halfWay : standing.finished;
}

/** The same account under another number. */
function movedTo(account: string, snapshot: Snapshot): Snapshot {
  const moved = (text: string) => text.replaceAll(builtFor, account);
  return snapshot.map(([key, value]) => [
    moved(key),
    value instanceof Uint8Array ? value : JSON.parse(moved(JSON.stringify(value))),
  ]);
}

/** Does what the printed commands say, as the learner. */
async function giveRole(world: World, { kind, learner }: Pupil): Promise<void> {
  if (kind === 'no role') return;
  const asked = kind === 'wrong external id' ? { ...learner, externalId: 'of-somebody-else' } : learner;
  const role = graderRole(asked, instructor);
  if (commandsOf(role).length !== role.policies.length + 1) throw new Error('commands and role differ');
  const { iam } = asClients(world, learner.account);
  const trust =
    kind === 'open to all'
      ? JSON.stringify(role.trust).replace(/,"Condition":\{[^}]*\}\}/, '')
      : JSON.stringify(role.trust);
  await iam.createRole({ RoleName: role.name, AssumeRolePolicyDocument: trust, MaxSessionDuration: 3600 });
  for (const { name, document } of role.policies) {
    await iam.putRolePolicy({
      RoleName: role.name,
      PolicyName: name,
      PolicyDocument: JSON.stringify(document),
    });
  }
}

function asAdministrator(world: World, account: string): Connection {
  return {
    ...world.connection,
    credentials: { accessKeyId: account, secretAccessKey: world.sandbox.secret },
    pauseMs: () => 1,
  };
}

function asClients(world: World, account: string) {
  return clientPool(asAdministrator(world, account), { attempts: 1 }).clients((call) => call.send());
}

/** Somebody in the instructor's account who may take graders' roles, and nothing else. */
export async function makeInstructor(world: World): Promise<Connection> {
  const { iam } = asClients(world, instructor);
  await iam.createUser({ UserName: 'grader' });
  await iam.putUserPolicy({
    UserName: 'grader',
    PolicyName: 'assume',
    PolicyDocument: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Resource: 'arn:aws:iam::*:role/*ServerlessCourseGrader',
        },
      ],
    }),
  });
  const { AccessKey } = await iam.createAccessKey({ UserName: 'grader' });
  return {
    ...asAdministrator(world, instructor),
    credentials: {
      accessKeyId: AccessKey?.AccessKeyId ?? '',
      secretAccessKey: AccessKey?.SecretAccessKey ?? '',
    },
  };
}
