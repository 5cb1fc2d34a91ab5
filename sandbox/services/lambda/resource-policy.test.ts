import {
  AddPermissionCommand,
  DeleteResourcePolicyCommand,
  GetPolicyCommand,
  GetResourcePolicyCommand,
  ListEventSourceMappingsCommand,
  PutResourcePolicyCommand,
} from '@aws-sdk/client-lambda';
import { afterAll, expect, it } from 'vitest';
import { arnOf, openLambda, refusal } from '#sandbox/testing/open-lambda.ts';

const { lambda, create, close } = await openLambda();
afterAll(close);

const ResourceArn = arnOf('fn');
const Policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Sid: 'no', Effect: 'Deny', Principal: '*', Action: 'lambda:InvokeFunction', Resource: ResourceArn },
  ],
});

it('a whole policy takes the place of the statements, and statements can be added to it', async () => {
  await create('fn');
  const statement = {
    FunctionName: 'fn',
    StatementId: 'first',
    Action: 'lambda:InvokeFunction',
    Principal: 's3.amazonaws.com',
  };
  await lambda.send(new AddPermissionCommand(statement));
  await lambda.send(new PutResourcePolicyCommand({ ResourceArn, Policy }));
  const put = await lambda.send(new GetResourcePolicyCommand({ ResourceArn }));
  expect(put.Policy).toBe(Policy);
  await lambda.send(new AddPermissionCommand({ ...statement, StatementId: 'second' }));
  const read = await lambda.send(new GetPolicyCommand({ FunctionName: 'fn' }));
  const { Statement } = JSON.parse(read.Policy ?? '{}') as { Statement: Array<{ Sid: string }> };
  expect(Statement.map(({ Sid }) => Sid)).toEqual(['no', 'second']);
  await lambda.send(new DeleteResourcePolicyCommand({ ResourceArn }));
  const gone = await refusal(lambda.send(new GetResourcePolicyCommand({ ResourceArn })));
  expect(gone.name).toBe('ResourceNotFoundException');
});

it('refuses what is no policy', async () => {
  for (const bad of ['{', '{}', '{"Statement":[{"Effect":"Maybe"}]}']) {
    const error = await refusal(lambda.send(new PutResourcePolicyCommand({ ResourceArn, Policy: bad })));
    expect(error.name).toBe('InvalidParameterValueException');
  }
});

it('has no event source mappings, and says so to whoever cleans up', async () => {
  const { EventSourceMappings } = await lambda.send(new ListEventSourceMappingsCommand({}));
  expect(EventSourceMappings).toEqual([]);
});
