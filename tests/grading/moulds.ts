import { graderRole } from '#checker/grading/grader-role.ts';
import { courseNames } from '#labs/kit/names.ts';
import type { Outcome, Result } from '#labs/kit/result.ts';
import { putRolePolicy } from '../labs/arrange.ts';
import { apiOf, resourceOf } from '../labs/arrange-api.ts';
import { makeTable } from '../labs/arrange-table.ts';
import { allLabs, type Standing } from '../labs/standing.ts';
import { account, openWorld, region, type Snapshot, type World } from '../labs/world.ts';

export const instructor = '999988887777';

/** What stands in a mould where each account gets a value of its own. */
export const marks = { canary: 'canary00000000000000', externalId: 'external-id-of-the-mould' } as const;

/** An account as some learner leaves it, with what must be seen in it. */
export interface Mould {
  name: string;
  snapshot: Snapshot;
  /** By `lab/step`, what an administrator of the account sees in a read-only run. */
  truth: ReadonlyMap<string, Result>;
}

interface Spoil {
  name: string;
  from?: 'empty' | 'halfWay';
  spoil(world: World): Promise<unknown>;
  /** What must come of it; known by us, and not only by the checks. */
  sees: Readonly<Record<string, Outcome>>;
}

const fn = { FunctionName: courseNames('').fn };
const inVariables = { Description: marks.canary, Environment: { Variables: { OWN: marks.canary } } };
const table = { TableName: courseNames('').table };
const method = async (world: World) => ({
  restApiId: await apiOf(world),
  resourceId: await resourceOf(world, '/translate'),
  httpMethod: 'GET',
});

const spoils: readonly Spoil[] = [
  {
    name: 'finished',
    spoil: async () => {},
    sees: { 'api-lambda-table/called': 'pass', 'table/capacity': 'pass' },
  },
  {
    name: 'half-way',
    from: 'halfWay',
    spoil: async () => {},
    sees: { 'lambda-alone/create-function': 'pass' },
  },
  {
    name: 'empty',
    from: 'empty',
    spoil: async () => {},
    sees: {
      'lambda-alone/create-function': 'fail',
      'table/create-table': 'fail',
      'api-mock/create-api': 'fail',
    },
  },
  {
    name: 'cleaned',
    async spoil({ aws, ...world }) {
      await aws.apigateway.deleteRestApi({ restApiId: await apiOf({ aws, ...world }) });
      await aws.lambda.deleteFunction(fn);
      await aws.dynamodb.deleteTable(table);
      await aws.logs.deleteLogGroup({ logGroupName: courseNames('').logGroup });
    },
    sees: {
      'lambda-alone/create-function': 'fail',
      'table/create-table': 'fail',
      'api-mock/create-api': 'fail',
    },
  },
  {
    name: 'the log group left behind',
    async spoil({ aws, ...world }) {
      await aws.apigateway.deleteRestApi({ restApiId: await apiOf({ aws, ...world }) });
      await aws.lambda.deleteFunction(fn);
      await aws.dynamodb.deleteTable(table);
    },
    sees: { 'lambda-alone/create-function': 'fail' },
  },
  {
    name: 'memory of 128',
    spoil: ({ aws }) => aws.lambda.updateFunctionConfiguration({ ...fn, MemorySize: 128, ...inVariables }),
    sees: { 'lambda-alone/memory-and-timeout': 'fail', 'lambda-alone/create-function': 'pass' },
  },
  {
    name: 'timeout of 3 seconds',
    spoil: ({ aws }) => aws.lambda.updateFunctionConfiguration({ ...fn, Timeout: 3, ...inVariables }),
    sees: { 'lambda-alone/memory-and-timeout': 'fail' },
  },
  {
    name: 'translating denied',
    spoil: (world) => putRolePolicy(world, 'no', { Effect: 'Deny', Action: 'translate:*', Resource: '*' }),
    sees: { 'call-translate/role-may-translate': 'fail', 'call-translate/code-translates': 'blocked' },
  },
  {
    name: 'no stage',
    spoil: async (world) =>
      world.aws.apigateway.deleteStage({ restApiId: await apiOf(world), stageName: world.names.stage }),
    sees: { 'api-lambda/deploy-and-call': 'fail', 'api-mock/deploy-and-call': 'fail' },
  },
  {
    name: 'a parameter that is not required',
    spoil: async (world) =>
      world.aws.apigateway.updateMethod({
        ...(await method(world)),
        patchOperations: [
          { op: 'replace', path: '/requestParameters/method.request.querystring.input_text', value: 'false' },
        ],
      }),
    sees: { 'api-lambda/query-parameter': 'fail', 'api-lambda/deploy-and-call': 'blocked' },
  },
  {
    name: 'an API that may not invoke',
    async spoil({ aws }) {
      const { Policy = '{}' } = await aws.lambda.getPolicy(fn);
      for (const { Sid } of JSON.parse(Policy).Statement)
        await aws.lambda.removePermission({ ...fn, StatementId: Sid });
    },
    sees: { 'api-lambda/api-may-invoke': 'fail' },
  },
  {
    name: 'not redeployed',
    async spoil(world) {
      const at = await method(world);
      await world.aws.apigateway.deleteIntegration(at);
      await world.aws.apigateway.putIntegration({
        ...at,
        type: 'MOCK',
        requestTemplates: { 'application/json': '{"statusCode":200}' },
      });
    },
    sees: { 'api-lambda/proxy-integration': 'fail' },
  },
  {
    name: 'a table on demand',
    spoil: ({ aws }) => aws.dynamodb.updateTable({ ...table, BillingMode: 'PAY_PER_REQUEST' }),
    sees: { 'table/create-table': 'pass', 'table/capacity': 'fail' },
  },
  {
    name: 'a sort key',
    async spoil(world) {
      await world.aws.dynamodb.deleteTable(table);
      await world.sandbox.settle();
      await makeTable(world, { sort: 'id', units: { read: 1, write: 1 } });
    },
    sees: { 'table/create-table': 'fail', 'table/capacity': 'blocked' },
  },
  {
    name: 'a table of nearly that name',
    async spoil(world) {
      await world.aws.dynamodb.deleteTable(table);
      await makeTable(world, { name: 'translate-histroy', units: { read: 1, write: 1 } });
    },
    sees: { 'table/create-table': 'fail' },
  },
  {
    name: 'the API deleted',
    spoil: async (world) => world.aws.apigateway.deleteRestApi({ restApiId: await apiOf(world) }),
    sees: { 'api-mock/create-api': 'fail', 'lambda-alone/create-function': 'pass' },
  },
  {
    name: 'the function deleted',
    spoil: ({ aws }) => aws.lambda.deleteFunction(fn),
    sees: { 'lambda-alone/create-function': 'fail', 'table/create-table': 'pass' },
  },
  {
    name: 'the log deleted',
    spoil: ({ aws, names }) => aws.logs.deleteLogGroup({ logGroupName: names.logGroup }),
    sees: { 'lambda-alone/test-run': 'fail', 'lambda-alone/add-logging': 'blocked' },
  },
];

/** Every kind of account, each built once: all that a class holds is poured from these. */
export async function castMoulds(stands: Standing): Promise<Mould[]> {
  const moulds: Mould[] = [];
  for (const one of spoils) moulds.push(await cast(one, stands));
  return moulds;
}

async function cast({ name, from, spoil, sees }: Spoil, stands: Standing): Promise<Mould> {
  const world = openWorld({ from: from ? stands[from] : stands.finished });
  try {
    await spoil(world);
    await world.sandbox.settle();
    await leaveCanaries(world);
    await world.sandbox.settle();
    const truth = await world.check(allLabs, { readOnly: true });
    for (const [step, outcome] of Object.entries(sees))
      if (truth.get(step)?.outcome !== outcome)
        throw new Error(`${name}: ${step} is ${truth.get(step)?.outcome}, not ${outcome}`);
    await giveRole(world);
    return { name, truth, snapshot: world.snapshot().filter(([key]) => isOfUse(key)) };
  } finally {
    await world.close();
  }
}

/** What no check looks at would only weigh on a class of thousands. */
const isOfUse = (key: string) => !/\/(cloudtrail|monitoring|role-sessions)\/|^shared\/session/.test(key);

/** A value of its own wherever a learner's words may stand. */
async function leaveCanaries({ aws, sandbox }: World): Promise<void> {
  const { Functions = [] } = await aws.lambda.listFunctions({});
  for (const { FunctionArn, Role } of Functions) {
    // A change of the function itself would ask for new runs of it.
    await aws.lambda.tagResource({ Resource: FunctionArn, Tags: { of: marks.canary } });
    await aws.iam.updateRole({ RoleName: Role?.split('/').at(-1), Description: marks.canary });
  }
  const { logGroups = [] } = await aws.logs.describeLogGroups({});
  for (const { logGroupName } of logGroups) {
    const stream = { logGroupName, logStreamName: marks.canary };
    await aws.logs.createLogStream(stream);
    const logEvents = [{ timestamp: sandbox.clock.now(), message: marks.canary }];
    await aws.logs.putLogEvents({ ...stream, logEvents });
  }
  const { TableNames = [] } = await aws.dynamodb.listTables({});
  for (const TableName of TableNames) {
    const { Table } = await aws.dynamodb.describeTable({ TableName });
    const Item = Object.fromEntries(
      (Table?.KeySchema ?? []).map(({ AttributeName = '' }) => [AttributeName, { S: marks.canary }]),
    );
    await aws.dynamodb.putItem({ TableName, Item: { ...Item, input_text: { S: marks.canary } } });
  }
  const { items = [] } = await aws.apigateway.getRestApis({ limit: 500 });
  for (const { id } of items)
    await aws.apigateway.updateRestApi({
      restApiId: id,
      patchOperations: [{ op: 'replace', path: '/description', value: marks.canary }],
    });
}

/** Does what the printed commands say, as the learner. */
async function giveRole({ aws }: World): Promise<void> {
  const role = graderRole(learnerOfMould, instructor);
  await aws.iam.createRole({
    RoleName: role.name,
    AssumeRolePolicyDocument: JSON.stringify(role.trust),
    MaxSessionDuration: 3600,
  });
  for (const { name, document } of role.policies)
    await aws.iam.putRolePolicy({
      RoleName: role.name,
      PolicyName: name,
      PolicyDocument: JSON.stringify(document),
    });
}

const learnerOfMould = {
  id: account,
  name: '',
  account,
  role: `arn:aws:iam::${account}:role/ServerlessCourseGrader`,
  region,
  prefix: '',
  language: 'en',
  externalId: marks.externalId,
} as const;
