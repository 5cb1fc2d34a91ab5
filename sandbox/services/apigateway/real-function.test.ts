import { APIGateway } from '@aws-sdk/client-api-gateway';
import { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  FilterLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { AttachRolePolicyCommand, CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { AddPermissionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, expect, test } from 'vitest';
import { apiWith } from '#sandbox/testing/open-gateway.ts';
import { ACCOUNT, openLambda, REGION, zipOf } from '#sandbox/testing/open-lambda.ts';

const { sandbox, create, close } = await openLambda({ runs: true });
afterAll(close);
const who = { account: ACCOUNT, region: REGION };
const gateway = sandbox.client(APIGateway, who);
const opened = { ...sandbox, gateway };
const AssumeRolePolicyDocument = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'apigateway.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ],
});
const code =
  'export const handler = async (event) => ({ statusCode: 200, body: event.requestContext.resourcePath });';

async function apiOf(FunctionName: string) {
  await create(FunctionName, { Code: { ZipFile: zipOf({ 'index.mjs': code }) } });
  const api = await apiWith(opened, { path: '/translate/{id}', name: FunctionName });
  const functionArn = `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${FunctionName}`;
  const uri = `arn:aws:apigateway:${REGION}:lambda:path/2015-03-31/functions/${functionArn}/invocations`;
  await gateway.putMethod({ ...api.at, authorizationType: 'NONE' });
  await gateway.putIntegration({ ...api.at, type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri });
  await api.deploy();
  return api;
}

const permit = (FunctionName: string, SourceArn: string) =>
  sandbox.client(LambdaClient, who).send(
    new AddPermissionCommand({
      FunctionName,
      StatementId: 's',
      Action: 'lambda:InvokeFunction',
      Principal: 'apigateway.amazonaws.com',
      SourceArn,
    }),
  );

test('a function answers only an API, method and path that its policy names', async () => {
  const api = await apiOf('permitted');
  const arn = (rest: string) => `arn:aws:execute-api:${REGION}:${ACCOUNT}:${rest}`;
  const refused = await api.call('/dev/translate/7');
  expect([refused.status, await refused.json()]).toEqual([500, { message: 'Internal server error' }]);
  await permit('permitted', arn(`${api.restApiId}/*/GET/translate/*`));
  const answer = await api.call('/dev/translate/7');
  expect([answer.status, await answer.text()]).toEqual([200, '/translate/{id}']);
  expect(answer.headers.get('x-amzn-trace-id')).toMatch(/^Root=1-/);

  const foreign = await apiOf('foreign');
  await permit('foreign', arn(`${api.restApiId}/*/GET/translate/*`));
  expect((await foreign.call('/dev/translate/7')).status).toBe(500);
});

test('a role that trusts the gateway and may invoke does instead of a policy on the function', async () => {
  const api = await apiOf('by-role');
  const iam = sandbox.client(IAMClient, who);
  const RoleName = 'gateway-invokes';
  const { Role } = await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  const value = Role?.Arn ?? '';
  await gateway.updateIntegration({
    ...api.at,
    patchOperations: [{ op: 'replace', path: '/credentials', value }],
  });
  await api.deploy();
  expect((await api.call('/dev/translate/7')).status).toBe(500);
  const PolicyArn = 'arn:aws:iam::aws:policy/service-role/AWSLambdaRole';
  await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
  expect((await api.call('/dev/translate/7')).status).toBe(200);
});

test('calls are counted, and an execution log says why one failed', async () => {
  const api = await apiOf('logged');
  const iam = sandbox.client(IAMClient, who);
  const RoleName = 'gateway-logs';
  const { Role } = await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  const PolicyArn = 'arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs';
  await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
  const account = (value: string) =>
    gateway.updateAccount({ patchOperations: [{ op: 'replace', path: '/cloudwatchRoleArn', value }] });
  await expect(account(`arn:aws:iam::${ACCOUNT}:role/nobody`)).rejects.toThrow(
    'The role ARN does not have required permissions',
  );
  await account(Role?.Arn ?? '');
  await gateway.updateStage({
    restApiId: api.restApiId,
    stageName: 'dev',
    patchOperations: [
      { op: 'replace', path: '/*/*/logging/loglevel', value: 'INFO' },
      { op: 'replace', path: '/accessLogSettings/format', value: '$context.httpMethod $context.status' },
      {
        op: 'replace',
        path: '/accessLogSettings/destinationArn',
        value: `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/gateway/access`,
      },
    ],
  });
  await api.call('/dev/translate/7');
  await api.call('/dev/nothing');
  await sandbox.settle();

  const logs = sandbox.client(CloudWatchLogsClient, who);
  const logGroupName = `API-Gateway-Execution-Logs_${api.restApiId}/dev`;
  const groups = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: logGroupName }));
  expect(groups.logGroups?.length).toBe(1);
  const { events = [] } = await logs.send(new FilterLogEventsCommand({ logGroupName }));
  expect(events.map(({ message }) => message).join('\n')).toContain('Invalid permissions on Lambda function');

  const access = await logs.send(new FilterLogEventsCommand({ logGroupName: '/gateway/access' }));
  expect(access.events?.map(({ message }) => message).sort()).toEqual(['GET 403', 'GET 500']);

  const metric = (MetricName: string) => ({
    Id: `m${MetricName}`,
    MetricStat: {
      Metric: { Namespace: 'AWS/ApiGateway', MetricName, Dimensions: [{ Name: 'ApiName', Value: 'logged' }] },
      Period: 3600,
      Stat: 'Sum',
    },
  });
  const now = sandbox.clock.now();
  const { MetricDataResults = [] } = await sandbox.client(CloudWatchClient, who).send(
    new GetMetricDataCommand({
      StartTime: new Date(now - 7_200_000),
      EndTime: new Date(now + 3_600_000),
      MetricDataQueries: [metric('Count'), metric('4XXError'), metric('5XXError')],
    }),
  );
  expect(MetricDataResults.map(({ Values }) => Values?.[0])).toEqual([2, 1, 1]);
});
