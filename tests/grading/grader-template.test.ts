import { Ajv } from 'ajv';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { clientPool } from '#checker/core/client-pool.ts';
import { assumeRole } from '#checker/grading/assume-role.ts';
import { gradeLearner } from '#checker/grading/grade-learner.ts';
import { commandsOf, graderRole, removalOf, templateOf } from '#checker/grading/grader-role.ts';
import { type Learner, roleNameOf } from '#checker/grading/learner.ts';
import { readRoster } from '#checker/grading/roster.ts';
import type { Statement } from '#checker/policy/document.ts';
import type { FullClients } from '#labs/kit/clients.ts';
import { courseNames } from '#labs/kit/names.ts';
import { without } from '../labs/policies.ts';
import { allLabs, type Standing, standing } from '../labs/standing.ts';
import { account, openWorld, region, type World } from '../labs/world.ts';
import { instructor } from './moulds.ts';
import { limits, roleTemplateSchema } from './role-template-schema.ts';
import { makeInstructor } from './school.ts';

function learnerWith(facts: Partial<Learner> = {}): Learner {
  const prefix = facts.prefix ?? '';
  return {
    id: prefix ? `${account}/${prefix}` : account,
    name: 'Ann',
    account,
    role: `arn:aws:iam::${account}:role/${roleNameOf(prefix)}`,
    region,
    prefix,
    language: 'en',
    externalId: crypto.randomUUID(),
    ...facts,
  };
}

interface Template {
  Description: string;
  Resources: Record<
    string,
    {
      Type: string;
      Properties: {
        RoleName: string;
        Path: string;
        MaxSessionDuration: number;
        AssumeRolePolicyDocument: object;
        Policies: Array<{ PolicyName: string; PolicyDocument: { Version: string; Statement: Statement[] } }>;
      };
    }
  >;
  Outputs: Record<string, { Value: { 'Fn::GetAtt': [string, string] } }>;
}

const templateFor = (learner: Learner): Template =>
  JSON.parse(JSON.stringify(templateOf(graderRole(learner, instructor))));

/** As a file it is written with indents; IAM leaves white space out. */
const bytesOf = (value: object) => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`).length;
const charactersOf = (value: object) => JSON.stringify(value).length;

describe('the template', () => {
  const isValid = new Ajv({ allErrors: true, strict: false }).compile(roleTemplateSchema);

  const held = (template: Template) => {
    isValid(template);
    expect(isValid.errors ?? []).toEqual([]);
    expect(bytesOf(template)).toBeLessThanOrEqual(limits.templateBytes);
    expect(new TextEncoder().encode(template.Description).length).toBeLessThanOrEqual(
      limits.descriptionBytes,
    );
    for (const { Properties } of Object.values(template.Resources)) {
      const inline = Properties.Policies.map(({ PolicyDocument }) => charactersOf(PolicyDocument));
      expect(inline.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(limits.inlinePolicies);
      expect(charactersOf(Properties.AssumeRolePolicyDocument)).toBeLessThanOrEqual(limits.trustPolicy);
      const names = Properties.Policies.map(({ PolicyName }) => PolicyName);
      expect(new Set(names).size).toBe(names.length);
    }
    for (const { Value } of Object.values(template.Outputs))
      expect(Object.keys(template.Resources)).toContain(Value['Fn::GetAtt'][0]);
  };

  test('is one that CloudFormation takes', () => {
    held(templateFor(learnerWith()));
  });

  test('is so for every learner that a roster can hold', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,15}$/);
    const place = fc.constantFrom('us-east-1', 'ap-northeast-1', 'ap-southeast-2', 'us-gov-west-1');
    fc.assert(
      fc.property(word, place, (prefix, where) => {
        const csv = `name,account,region,prefix\nAnn,222233334444,${where},${prefix}`;
        const read = readRoster(new TextEncoder().encode(csv), { region });
        const [line] = 'lines' in read ? read.lines : [];
        if (!line) throw new Error(`${csv} is no roster`);
        held(
          templateFor(
            learnerWith({
              ...line,
              id: 'x',
              role: `arn:aws:iam::${line.account}:role/${roleNameOf(line.prefix)}`,
            }),
          ),
        );
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ['another type', (one: Template) => (one.Resources.Grader = { ...grader(one), Type: 'AWS::IAM::Rolle' })],
    ['a name too long', (one: Template) => (grader(one).Properties.RoleName = 'x'.repeat(65))],
    ['a path without its slash', (one: Template) => (grader(one).Properties.Path = '/course')],
    ['a session too short', (one: Template) => (grader(one).Properties.MaxSessionDuration = 900)],
    ['a property that there is not', (one: Template) => Object.assign(grader(one).Properties, { Name: 'x' })],
  ])('with %s would not be taken', (_, spoil) => {
    const template = templateFor(learnerWith());
    spoil(template);
    expect(isValid(template)).toBe(false);
  });

  test('says what the commands say, and what removes it', () => {
    const learner = learnerWith({ role: `arn:aws:iam::${account}:role/course/Grader` });
    const { RoleName, Path, Policies, AssumeRolePolicyDocument } = grader(templateFor(learner)).Properties;
    expect([RoleName, Path]).toEqual(['Grader', '/course/']);
    const role = graderRole(learner, instructor);
    const lines = commandsOf(role).join('\n');
    for (const { PolicyName, PolicyDocument } of Policies) {
      expect(lines).toContain(
        `--policy-name ${PolicyName} --policy-document '${JSON.stringify(PolicyDocument)}'`,
      );
      expect(removalOf(role)).toContain(
        `aws iam delete-role-policy --role-name Grader --policy-name ${PolicyName}`,
      );
    }
    expect(lines).toContain(`--path /course/ --max-session-duration 3600`);
    expect(lines).toContain(`'${JSON.stringify(AssumeRolePolicyDocument)}'`);
    expect(removalOf(role).at(-1)).toBe('aws iam delete-role --role-name Grader');
  });
});

function grader(template: Template) {
  const found = template.Resources.Grader;
  if (!found) throw new Error('no role in the template');
  return found;
}

describe('the role that the template makes', async () => {
  const accounts = await standing();
  const standings = ['empty', 'halfWay', 'spoilt', 'finished'] as const satisfies (keyof Standing)[];
  const worlds: World[] = [];
  const open = (name: keyof Standing) => {
    const world = openWorld({ from: accounts[name] });
    worlds.push(world);
    return world;
  };
  afterAll(async () => {
    await Promise.all(worlds.map((world) => world.close()));
  });

  const learner = learnerWith();
  const { Properties } = grader(templateFor(learner));
  const statements = Properties.Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
  const actions = statements.flatMap(({ Action }) => Action);

  /** Does in the learner's account what CloudFormation would, and looks with the instructor's eyes. */
  async function throughRole(world: World, given: readonly Statement[]) {
    await world.aws.iam.createRole({
      RoleName: Properties.RoleName,
      Path: Properties.Path,
      MaxSessionDuration: Properties.MaxSessionDuration,
      AssumeRolePolicyDocument: JSON.stringify(Properties.AssumeRolePolicyDocument),
    });
    await world.aws.iam.putRolePolicy({
      RoleName: Properties.RoleName,
      PolicyName: 'reads',
      PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: given }),
    });
    const looker = await makeInstructor(world);
    world.sandbox.faults.set({ strictIam: true });
    return assumeRole(looker);
  }

  async function graded(name: keyof Standing, given: readonly Statement[]) {
    const world = open(name);
    const eyes = await throughRole(world, given);
    const { steps } = await gradeLearner(learner, {
      labs: allLabs,
      credentials: eyes.credentials,
      reach: { ...world.connection, pauseMs: () => 1 },
      kind: 'sandbox',
      now: world.sandbox.clock.now,
      sleep: (ms, signal) => world.sandbox.clock.sleep(ms, signal),
    });
    eyes.close();
    return new Map(steps.map(({ lab, step, result }) => [`${lab}/${step}`, result]));
  }

  const outcomes = (all: Awaited<ReturnType<typeof graded>>) =>
    Object.fromEntries([...all].map(([step, { outcome }]) => [step, outcome]));

  test.each(standings)(
    'reads all that every lab needs in the %s account',
    async (name) => {
      const truth = await open(name).check(allLabs, { readOnly: true });
      expect(outcomes(await graded(name, statements))).toEqual(outcomes(truth));
    },
    60_000,
  );

  /** Their answers only serve hints, and no verdict. */
  const onlyHints = ['lambda:ListFunctions', 'dynamodb:ListTables', 'iam:ListAttachedRolePolicies'];

  test.each(actions)(
    'needs %s: without it something is unknown, and nothing is told wrongly',
    async (action) => {
      let missed = 0;
      for (const name of standings) {
        const truth = await graded(name, statements);
        for (const [step, { outcome }] of await graded(name, without(action, statements))) {
          if (outcome === truth.get(step)?.outcome) continue;
          expect(['unknown', 'blocked'], `${name} ${step}`).toContain(outcome);
          missed++;
        }
      }
      if (onlyHints.includes(action)) expect(missed).toBe(0);
      else expect(missed, `nothing needs ${action}`).toBeGreaterThan(0);
    },
    60_000,
  );

  test('can do nothing else', async () => {
    const world = open('finished');
    const { items = [] } = await world.aws.apigateway.getRestApis({});
    const restApiId = items[0]?.id;
    const eyes = await throughRole(world, statements);
    const { fn, table, logGroup } = courseNames('');
    const credentials = await eyes.credentials(learner);
    const pool = clientPool({ ...world.connection, credentials }, { attempts: 1 });
    const aws = pool.clients((call) => call.send());
    const more: Record<string, (own: FullClients) => Promise<unknown>> = {
      'read code': (own) => own.lambda.getFunction({ FunctionName: fn }),
      'run a function': (own) => own.lambda.invoke({ FunctionName: fn }),
      'change a function': (own) =>
        own.lambda.updateFunctionConfiguration({ FunctionName: fn, MemorySize: 512 }),
      'delete a function': (own) => own.lambda.deleteFunction({ FunctionName: fn }),
      'read keys': (own) => own.apigateway.getApiKeys({ includeValues: true }),
      'change an API': (own) => own.apigateway.deleteRestApi({ restApiId }),
      'write a row': (own) => own.dynamodb.putItem({ TableName: table, Item: { timestamp: { S: 'x' } } }),
      'read another table': (own) => own.dynamodb.scan({ TableName: 'salaries' }),
      'delete a table': (own) => own.dynamodb.deleteTable({ TableName: table }),
      'read another log': (own) => own.logs.filterLogEvents({ logGroupName: '/aws/lambda/payroll' }),
      'delete a log': (own) => own.logs.deleteLogGroup({ logGroupName: logGroup }),
      'make a user': (own) => own.iam.createUser({ UserName: 'x' }),
      'make a key': (own) => own.iam.createAccessKey({ UserName: 'x' }),
      'give itself more': (own) =>
        own.iam.putRolePolicy({ RoleName: Properties.RoleName, PolicyName: 'x', PolicyDocument: '{}' }),
      'trust somebody else': (own) =>
        own.iam.updateAssumeRolePolicy({ RoleName: Properties.RoleName, PolicyDocument: '{}' }),
      'translate at their cost': (own) =>
        own.translate.translateText({ Text: 'x', SourceLanguageCode: 'en', TargetLanguageCode: 'ja' }),
      'go on to another role': (own) =>
        own.sts.assumeRole({ RoleArn: `arn:aws:iam::${account}:role/Admin`, RoleSessionName: 'further' }),
    };
    for (const [what, call] of Object.entries(more)) {
      const error = await call(aws).then(
        () => ({ name: 'it was done' }),
        (error: Error) => error,
      );
      expect(error.name, what).toMatch(/^AccessDenied(Exception)?$/);
    }
    pool.close();
    eyes.close();
  }, 60_000);
});
