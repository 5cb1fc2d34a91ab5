import { CreateAccessKeyCommand, CreateUserCommand, PutUserPolicyCommand } from '@aws-sdk/client-iam';
import {
  AddPermissionCommand,
  CreateFunctionCommand,
  GetFunctionCommand,
  GetPolicyCommand,
  InvokeCommand,
  LambdaClient,
  ListFunctionsCommand,
  PutFunctionConcurrencyCommand,
  RemovePermissionCommand,
} from '@aws-sdk/client-lambda';
import { afterAll, describe, expect, it } from 'vitest';
import type { Principal } from '#sandbox/core/principal.ts';
import { ACCOUNT, arnOf, creation, openLambda, REGION, ROLE, refusal } from '#sandbox/testing/open-lambda.ts';
import { needs } from './needs.ts';
import { service } from './service.ts';

const { sandbox, lambda, iam, create, close } = await openLambda();
afterAll(close);

async function user(name: string, statements: object[]): Promise<LambdaClient> {
  await iam.send(new CreateUserCommand({ UserName: name }));
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  if (statements.length > 0) {
    await iam.send(new PutUserPolicyCommand({ UserName: name, PolicyName: 'p', PolicyDocument }));
  }
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: name }));
  const { AccessKeyId: accessKeyId = '', SecretAccessKey: secretAccessKey = '' } = AccessKey ?? {};
  return sandbox.client(LambdaClient, { credentials: { accessKeyId, secretAccessKey } });
}

const may = (Action: string | string[], Resource = '*') => ({ Effect: 'Allow', Action, Resource });

describe('who may', () => {
  it('declares what every operation needs', () => {
    expect(Object.keys(needs).sort()).toEqual(expect.arrayContaining(Object.keys(service.operations)));
  });

  it('creating a function needs PassRole on its role, for Lambda', async () => {
    const bare = await user('bare', [may('lambda:CreateFunction')]);
    const error = await refusal(bare.send(new CreateFunctionCommand(creation('passed'))));
    expect(error.name).toBe('AccessDeniedException');
    expect(error.message).toContain(`iam:PassRole on resource: ${ROLE}`);
    const condition = { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } };
    const passing = { ...may('iam:PassRole', ROLE), Condition: condition };
    const maker = await user('maker', [may('lambda:CreateFunction'), passing]);
    await maker.send(new CreateFunctionCommand(creation('passed')));
  });

  it('a policy on one function is no policy on another, and listing needs all', async () => {
    await create('mine');
    await create('theirs');
    const reader = await user('reader', [may('lambda:GetFunction', arnOf('mine'))]);
    await reader.send(new GetFunctionCommand({ FunctionName: 'mine' }));
    const other = await refusal(reader.send(new GetFunctionCommand({ FunctionName: 'theirs' })));
    expect(other.message).toContain(`lambda:GetFunction on resource: ${arnOf('theirs')}`);
    expect((await refusal(reader.send(new ListFunctionsCommand({})))).name).toBe('AccessDeniedException');
  });

  it('a policy on an alias allows no call of the bare function', async () => {
    await create('aliased', { Publish: true });
    const caller = await user('caller', [may('lambda:InvokeFunction', `${arnOf('aliased')}:1`)]);
    const dry = (rest: object) =>
      caller.send(new InvokeCommand({ FunctionName: 'aliased', InvocationType: 'DryRun', ...rest }));
    await dry({ Qualifier: '1' });
    expect((await refusal(dry({}))).name).toBe('AccessDeniedException');
  });
});

describe('a function’s own policy', () => {
  const api = `arn:aws:execute-api:${REGION}:${ACCOUNT}:abc123/*/GET/translate`;
  const gateway = (sourceArn: string): Principal => ({
    kind: 'service',
    service: 'apigateway.amazonaws.com',
    account: ACCOUNT,
    arn: 'apigateway.amazonaws.com',
    userId: 'apigateway',
    sourceArn,
    sourceAccount: ACCOUNT,
  });
  const callAs = (as: Principal) =>
    sandbox
      .open({ service: 'lambda', account: ACCOUNT, region: REGION, as })
      .call('lambda', 'Invoke', { FunctionName: 'proxied', InvocationType: 'DryRun' });

  it('lets API Gateway in for the API it names, and for no other', async () => {
    await create('proxied');
    const added = await lambda.send(
      new AddPermissionCommand({
        FunctionName: 'proxied',
        StatementId: 'api',
        Action: 'lambda:InvokeFunction',
        Principal: 'apigateway.amazonaws.com',
        SourceArn: api,
        SourceAccount: ACCOUNT,
      }),
    );
    expect(JSON.parse(added.Statement ?? '')).toEqual({
      Sid: 'api',
      Effect: 'Allow',
      Principal: { Service: 'apigateway.amazonaws.com' },
      Action: 'lambda:InvokeFunction',
      Resource: arnOf('proxied'),
      Condition: { StringEquals: { 'AWS:SourceAccount': ACCOUNT }, ArnLike: { 'AWS:SourceArn': api } },
    });
    const place = `arn:aws:execute-api:${REGION}:${ACCOUNT}`;
    await callAs(gateway(`${place}:abc123/dev/GET/translate`));
    await expect(callAs(gateway(`${place}:other/dev/GET/translate`))).rejects.toMatchObject({
      code: 'AccessDeniedException',
    });
  });

  it('is gone with its last statement', async () => {
    const removal = { FunctionName: 'proxied', StatementId: 'api' };
    await lambda.send(new RemovePermissionCommand(removal));
    const error = await refusal(lambda.send(new GetPolicyCommand({ FunctionName: 'proxied' })));
    expect(error.message).toBe('The resource you requested does not exist.');
    await expect(callAs(gateway(api))).rejects.toMatchObject({ code: 'AccessDeniedException' });
  });
});

describe('another account', () => {
  const stranger = sandbox.client(LambdaClient, { account: '444455556666' });
  const reach = (name: string) =>
    stranger.send(new InvokeCommand({ FunctionName: arnOf(name), InvocationType: 'DryRun' }));

  it('reaches no function by its ARN, and makes none, until the function’s policy says so', async () => {
    await create('far');
    expect((await refusal(reach('far'))).name).toBe('AccessDeniedException');
    const read = stranger.send(new GetFunctionCommand({ FunctionName: arnOf('far') }));
    expect((await refusal(read)).name).toBe('AccessDeniedException');
    const make = stranger.send(new CreateFunctionCommand(creation(arnOf('planted'))));
    expect((await refusal(make)).name).toBe('AccessDeniedException');
    await lambda.send(
      new AddPermissionCommand({
        FunctionName: 'far',
        StatementId: 'friend',
        Action: 'lambda:InvokeFunction',
        Principal: '444455556666',
      }),
    );
    await reach('far');
  });

  it('reads and fills no queue by its address', async () => {
    const { CreateQueueCommand, ReceiveMessageCommand, SQSClient } = await import('@aws-sdk/client-sqs');
    const { QueueUrl } = await sandbox.client(SQSClient).send(new CreateQueueCommand({ QueueName: 'own' }));
    const theirs = sandbox.client(SQSClient, { account: '444455556666' });
    const error = await refusal(theirs.send(new ReceiveMessageCommand({ QueueUrl })));
    expect(error.name).toMatch(/^AccessDenied/);
  });
});

it('keeps 100 concurrent executions unreserved', async () => {
  await create('greedy');
  const put = (ReservedConcurrentExecutions: number) =>
    lambda.send(new PutFunctionConcurrencyCommand({ FunctionName: 'greedy', ReservedConcurrentExecutions }));
  await put(900);
  const error = await refusal(put(901));
  expect(error.message).toBe(
    "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [100].",
  );
  await put(0);
});
