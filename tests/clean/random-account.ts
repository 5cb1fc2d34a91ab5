import fc from 'fast-check';
import { zipSync } from 'fflate';
import type { FullClients } from '#labs/kit/clients.ts';
import type { Opened } from '#sandbox/testing/open-sandbox.ts';
import { names, place } from './desk.ts';
import { directPool } from './direct-aws.ts';

const when = fc.constantFrom('never', 'before', 'after', 'after');

/** What may stand in an account: the course's own things, and whatever looks like them. */
export const anyAccount = fc.record({
  fn: when,
  role: fc.constantFrom('console', 'console', 'school', 'old console'),
  /** Who else runs as the function's role. */
  sharedRole: fc.constantFrom('nobody', 'nobody', 'nobody', 'here', 'elsewhere'),
  consolePolicy: fc.boolean(),
  foreignPolicy: fc.boolean(),
  sharedPolicy: fc.boolean(),
  inline: fc.boolean(),
  logs: when,
  apis: fc.array(fc.constantFrom('before', 'after'), { maxLength: 2 }),
  apiLogs: fc.boolean(),
  plan: fc.constantFrom('none', 'own', 'shared', 'old'),
  key: fc.constantFrom('none', 'own', 'shared', 'old'),
  table: when,
  protectedTable: fc.boolean(),
  scaling: fc.boolean(),
  decoys: fc.record({
    prefix: fc.boolean(),
    region: fc.boolean(),
    account: fc.boolean(),
    tag: fc.boolean(),
  }),
  /** Whether a check saw it all, and whether something is made only after that. */
  seen: fc.boolean(),
  late: fc.boolean(),
});

export type Account = typeof anyAccount extends fc.Arbitrary<infer Value> ? Value : never;

export interface Built {
  /** Makes what stood before the course was told of the account. */
  before(): Promise<void>;
  /** Makes what a learner makes. */
  after(): Promise<void>;
  /** Names, ids and ARNs that no mutating call may carry. */
  foreign: Set<string>;
}

const zip = zipSync({ 'index.mjs': new TextEncoder().encode('export const handler = () => 1') });
const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});
const nothing = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'logs:PutLogEvents', Resource: '*' }],
});

/** The account of a drawing, made by calls; what is not the course's is written down as foreign while it is made. */
export function buildAccount(sandbox: Opened, drawn: Account): Built {
  const aws = clientsOf(sandbox);
  const other = clientsOf(sandbox, { region: 'us-east-1' });
  const stranger = clientsOf(sandbox, { account: '999988887777' });
  const foreign = new Set<string>();
  const apis: Array<{ id: string; stage: boolean }> = [];
  const isOurs = (time: string) => time === 'after';

  const roleName = drawn.role === 'school' ? 'LabRole' : `${names.fn}-role-abcd1234`;
  const roleArn = `arn:aws:iam::${place.account}:role/service-role/${roleName}`;
  const policyArn = `arn:aws:iam::${place.account}:policy/service-role/AWSLambdaBasicExecutionRole-0f4c1dd0-aaaa-4bbb-8ccc-123456789abc`;

  const makeRole = async () => {
    await role(aws, roleName);
    if (drawn.inline)
      await aws.iam.putRolePolicy({ RoleName: roleName, PolicyName: 'p', PolicyDocument: nothing });
    if (drawn.consolePolicy) {
      await aws.iam.createPolicy({
        Path: '/service-role/',
        PolicyName: policyArn.split('/').at(-1),
        PolicyDocument: nothing,
      });
      await aws.iam.attachRolePolicy({ RoleName: roleName, PolicyArn: policyArn });
      if (drawn.sharedPolicy) {
        await role(aws, 'somebody');
        await aws.iam.attachRolePolicy({ RoleName: 'somebody', PolicyArn: policyArn });
        foreign.add(policyArn);
      }
    }
    if (drawn.foreignPolicy) {
      const { Policy } = await aws.iam.createPolicy({ PolicyName: 'team-rules', PolicyDocument: nothing });
      await aws.iam.attachRolePolicy({ RoleName: roleName, PolicyArn: Policy?.Arn });
    }
    if (drawn.sharedRole === 'here') await fn(aws, 'somebody-else', roleArn);
    if (drawn.sharedRole === 'elsewhere') await fn(other, 'somebody-else', roleArn);
    if (drawn.sharedRole !== 'nobody' || drawn.role !== 'console' || drawn.fn !== 'after') {
      foreign.add(roleName);
      foreign.add(policyArn);
    }
  };

  const makeApi = async (time: string) => {
    const { id = '' } = await aws.apigateway.createRestApi({ name: names.api });
    const isFirst = apis.length === 0;
    apis.push({ id, stage: isFirst });
    if (!isOurs(time)) foreign.add(id);
    if (drawn.apiLogs) {
      const logGroupName = `API-Gateway-Execution-Logs_${id}/${names.stage}`;
      await aws.logs.createLogGroup({ logGroupName });
      if (!isOurs(time)) foreign.add(logGroupName);
    }
    return id;
  };

  const makePlan = async (time: 'before' | 'after') => {
    if (time === 'before' && drawn.plan === 'old') {
      const { id = '' } = await aws.apigateway.createUsagePlan({ name: 'old' });
      foreign.add(id);
    }
    if (time === 'before' && drawn.key === 'old') {
      const { id = '' } = await aws.apigateway.createApiKey({ name: 'old', enabled: true });
      foreign.add(id);
    }
    const api = apis[0]?.id;
    if (time === 'before' || api === undefined || drawn.plan === 'none') return;
    await stage(aws, api);
    const stages = [{ apiId: api, stage: names.stage }];
    if (drawn.plan === 'shared') {
      const { id = '' } = await aws.apigateway.createRestApi({ name: 'not-of-the-course' });
      await stage(aws, id);
      stages.push({ apiId: id, stage: names.stage });
      foreign.add(id);
    }
    const oldPlan = (await aws.apigateway.getUsagePlans({})).items?.find(({ name }) => name === 'old');
    const planId =
      oldPlan?.id ?? (await aws.apigateway.createUsagePlan({ name: 'lesson', apiStages: stages })).id;
    if (oldPlan) {
      await aws.apigateway.updateUsagePlan({
        usagePlanId: planId,
        patchOperations: [{ op: 'add', path: '/apiStages', value: `${api}:${names.stage}` }],
      });
    }
    const isPlanOurs = drawn.plan === 'own' && !foreign.has(api);
    if (!isPlanOurs) foreign.add(planId ?? '');
    if (drawn.key === 'none') return;
    const oldKey = (await aws.apigateway.getApiKeys({})).items?.find(({ name }) => name === 'old');
    const keyId = oldKey?.id ?? (await aws.apigateway.createApiKey({ name: 'lesson', enabled: true })).id;
    await aws.apigateway.createUsagePlanKey({ usagePlanId: planId, keyId, keyType: 'API_KEY' });
    if (drawn.key === 'shared') {
      const second = await aws.apigateway.createUsagePlan({ name: 'theirs' });
      foreign.add(second.id ?? '');
      await aws.apigateway.createUsagePlanKey({ usagePlanId: second.id, keyId, keyType: 'API_KEY' });
    }
    if (drawn.key !== 'own' || !isPlanOurs) foreign.add(keyId ?? '');
  };

  const makeTable = async (time: string) => {
    await table(aws, names.table, drawn.protectedTable);
    if (drawn.scaling)
      await aws.autoscaling.registerScalableTarget({
        ServiceNamespace: 'dynamodb',
        ResourceId: `table/${names.table}`,
        ScalableDimension: 'dynamodb:table:ReadCapacityUnits',
        MinCapacity: 1,
        MaxCapacity: 5,
      });
    if (!isOurs(time)) for (const one of [names.table, `table/${names.table}`]) foreign.add(one);
  };

  const makeFunction = async () => {
    if (drawn.role === 'console') await makeRole();
    await fn(aws, names.fn, roleArn);
    if (drawn.fn === 'before') foreign.add(names.fn);
  };

  const makeLogs = async () => {
    await aws.logs.createLogGroup({ logGroupName: names.logGroup });
    if (drawn.logs === 'before') foreign.add(names.logGroup);
  };

  const makeDecoys = async () => {
    const { prefix, region, account, tag } = drawn.decoys;
    const likeOurs = { tags: { course: 'serverless-hands-on', 'made-by': 'apply' } };
    if (prefix) {
      await table(aws, `${names.table}-old`, false);
      await aws.logs.createLogGroup({ logGroupName: `${names.logGroup}-two` });
      const { id = '' } = await aws.apigateway.createRestApi({ name: `${names.api}-v2` });
      for (const one of [`${names.table}-old`, `${names.logGroup}-two`, id]) foreign.add(one);
    }
    if (tag) {
      const { id = '' } = await aws.apigateway.createRestApi({ name: 'copied-tag', ...likeOurs });
      await aws.logs.createLogGroup({ logGroupName: '/copied/tag', ...likeOurs });
      for (const one of [id, '/copied/tag']) foreign.add(one);
    }
    for (const clients of [...(region ? [other] : []), ...(account ? [stranger] : [])]) {
      await table(clients, names.table, false);
      await clients.logs.createLogGroup({ logGroupName: names.logGroup });
      const { id = '' } = await clients.apigateway.createRestApi({ name: names.api });
      foreign.add(id);
    }
  };

  return {
    foreign,
    async before() {
      await makeDecoys();
      if (drawn.fn !== 'never' && drawn.role !== 'console') await makeRole();
      if (drawn.fn === 'before') await makeFunction();
      if (drawn.logs === 'before') await makeLogs();
      for (const time of drawn.apis.filter((one) => one === 'before')) await makeApi(time);
      await makePlan('before');
      if (drawn.table === 'before') await makeTable('before');
    },
    async after() {
      if (drawn.fn === 'after') await makeFunction();
      if (drawn.logs === 'after') await makeLogs();
      for (const time of drawn.apis.filter((one) => one === 'after')) await makeApi(time);
      await makePlan('after');
      if (drawn.table === 'after') await makeTable('after');
    },
  };
}

function clientsOf(sandbox: Opened, where: { account?: string; region?: string } = {}): FullClients {
  return directPool(sandbox, where).clients((call) => call.send());
}

async function role(aws: FullClients, RoleName: string): Promise<void> {
  await aws.iam.createRole({ RoleName, Path: '/service-role/', AssumeRolePolicyDocument: trust });
}

async function fn(aws: FullClients, FunctionName: string, Role: string): Promise<void> {
  await aws.lambda.createFunction({
    FunctionName,
    Role,
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Code: { ZipFile: zip },
  });
}

async function table(aws: FullClients, TableName: string, DeletionProtectionEnabled: boolean): Promise<void> {
  await aws.dynamodb.createTable({
    TableName,
    DeletionProtectionEnabled,
    KeySchema: [{ AttributeName: 'timestamp', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'timestamp', AttributeType: 'S' }],
    ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
  });
}

/** A deployed stage with one mock method. */
async function stage(aws: FullClients, restApiId: string): Promise<void> {
  const { items = [] } = await aws.apigateway.getResources({ restApiId });
  const method = { restApiId, resourceId: items[0]?.id, httpMethod: 'GET' };
  await aws.apigateway.putMethod({ ...method, authorizationType: 'NONE' });
  await aws.apigateway.putIntegration({ ...method, type: 'MOCK' });
  await aws.apigateway.createDeployment({ restApiId, stageName: names.stage });
}
