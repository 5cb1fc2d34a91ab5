import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { UpdateFunctionConfigurationCommandInput } from '@aws-sdk/client-lambda';
import { zipSync } from 'fflate';
import { proxyEvent } from '#labs/kit/proxy-event.ts';
import { root } from '../source-files.ts';
import { waitForFunction } from './arrange.ts';
import { account, region, type World } from './world.ts';

/** A role as some learner has it: where it stands and what it was given. */
export interface RoleShape {
  name: string;
  path: string;
  /** AWS-managed policies by ARN. */
  attached: readonly string[];
  /** Policies of the account's own, by path and name. */
  own?: ReadonlyArray<{ path: string; name: string; statements: readonly object[] }>;
  inline?: readonly object[];
}

const managed = (name: string) => `arn:aws:iam::aws:policy/${name}`;
const logGroup = `arn:aws:logs:${region}:${account}:log-group:/aws/lambda/translate-function`;
const table = `arn:aws:dynamodb:${region}:${account}:table/translate-history`;
const writeLogs = [
  { Action: 'logs:CreateLogGroup', Resource: `arn:aws:logs:${region}:${account}:*` },
  { Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: `${logGroup}:*` },
];
const translate = { Action: 'translate:TranslateText', Resource: '*' };

export const roleShapes: Readonly<Record<string, RoleShape>> = {
  'made by the console of 2019': {
    name: 'translate-function-role-7q9pdvlz',
    path: '/service-role/',
    attached: [managed('TranslateFullAccess'), managed('AmazonDynamoDBFullAccess')],
    own: [
      {
        path: '/service-role/',
        name: 'AWSLambdaBasicExecutionRole-0b1e5a3c-8d1f-4f0e-9a77-2f4f1b6f3c11',
        statements: writeLogs,
      },
    ],
  },
  'made by the console of today': {
    name: 'translate-function-role-qm7bhoib',
    path: '/service-role/',
    attached: [managed('service-role/AWSLambdaBasicExecutionRole'), managed('AmazonDynamoDBFullAccess_v2')],
    inline: [translate],
  },
  'made by hand': {
    name: 'my-role',
    path: '/',
    attached: [],
    inline: [...writeLogs, translate, { Action: 'dynamodb:PutItem', Resource: table }],
  },
  'shared by a school': { name: 'LabRole', path: '/', attached: [managed('AdministratorAccess')] },
};

const document = (statements: readonly object[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map((statement) => ({ Effect: 'Allow', ...statement })),
  });

/** Makes the role and lets the function run as it from now on. */
export async function runAs(world: World, shape: RoleShape): Promise<void> {
  const { iam } = world.aws;
  const { name: RoleName, path: Path } = shape;
  const { Role } = await iam.createRole({
    RoleName,
    Path,
    AssumeRolePolicyDocument: document([
      { Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ]),
  });
  for (const PolicyArn of shape.attached) await iam.attachRolePolicy({ RoleName, PolicyArn });
  for (const { path: place, name, statements } of shape.own ?? []) {
    const { Policy } = await iam.createPolicy({
      PolicyName: name,
      Path: place,
      PolicyDocument: document(statements),
    });
    await iam.attachRolePolicy({ RoleName, PolicyArn: Policy?.Arn });
  }
  if (shape.inline) {
    await iam.putRolePolicy({ RoleName, PolicyName: 'own', PolicyDocument: document(shape.inline) });
  }
  await configure(world, { Role: Role?.Arn });
}

export async function configure(
  world: World,
  settings: Omit<UpdateFunctionConfigurationCommandInput, 'FunctionName'>,
): Promise<void> {
  await waitForFunction(world);
  await world.aws.lambda.updateFunctionConfiguration({ FunctionName: world.names.fn, ...settings });
  await waitForFunction(world);
}

/** The last lab's code of one language, as somebody else may have written it. */
export async function deployOwn(
  world: World,
  language: 'python' | 'node',
  change: (code: string) => string,
): Promise<void> {
  const file = language === 'python' ? 'lambda_function.py' : 'index.mjs';
  const code = change(
    readFileSync(path.join(root, 'labs/06-api-lambda-table/solution', language, file), 'utf8'),
  );
  await waitForFunction(world);
  await world.aws.lambda.updateFunctionCode({
    FunctionName: world.names.fn,
    ZipFile: zipSync({ [file]: new TextEncoder().encode(code) }),
  });
  await waitForFunction(world);
}

/** So that no line of before passes for one of now. */
export async function emptyLog({ aws, names }: World): Promise<void> {
  await aws.logs.deleteLogGroup({ logGroupName: names.logGroup });
  await aws.logs.createLogGroup({ logGroupName: names.logGroup });
  await aws.logs.putRetentionPolicy({ logGroupName: names.logGroup, retentionInDays: 14 });
}

/** The learner tests in the console, and calls the API. */
export async function testIt(world: World, apiId: string): Promise<void> {
  const { aws, names, connection } = world;
  await aws.lambda.invoke({
    FunctionName: names.fn,
    Payload: new TextEncoder().encode(JSON.stringify(proxyEvent('こんにちは'))),
  });
  const query = `?input_text=${encodeURIComponent('こんばんは')}`;
  const answer = await connection.fetch(
    new Request(`${connection.apiUrl(apiId, names.stage)}/translate${query}`),
  );
  await answer.text();
}
