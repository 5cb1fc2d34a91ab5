import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { GetFunctionCommand, LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { expect, test } from 'vitest';
import { AwsError } from '#sandbox/core/errors.ts';
import { defineService } from '#sandbox/core/service.ts';
import { openSandbox } from '#sandbox/testing/open-sandbox.ts';

const lambda = defineService<typeof import('@aws-sdk/client-lambda')>({
  name: 'lambda',
  client: () => import('@aws-sdk/client-lambda'),
  operations: {
    GetFunction({ FunctionName }) {
      throw new AwsError('ResourceNotFoundException', `Function not found: ${FunctionName}`);
    },
  },
});

const iam = defineService<typeof import('@aws-sdk/client-iam')>({
  name: 'iam',
  client: () => import('@aws-sdk/client-iam'),
  operations: {
    CreateRole({ RoleName }) {
      throw new AwsError('EntityAlreadyExistsException', `Role with name ${RoleName} already exists.`);
    },
  },
});

const services = { lambda: async () => lambda, iam: async () => iam };

test('an error has the status and the members of its schema, and is in the call log', async () => {
  const sandbox = openSandbox({ services });
  await expect(
    sandbox.client(LambdaClient).send(new GetFunctionCommand({ FunctionName: 'arn:aws:lambda:x:y:z' })),
  ).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'Function not found: arn:aws:lambda:x:y:z',
    Type: 'User',
    $metadata: { httpStatusCode: 404 },
  });
  expect(sandbox.log.list({ service: 'lambda' })).toMatchObject([
    { operation: 'GetFunction', errorCode: 'ResourceNotFoundException', account: '111122223333' },
  ]);
});

test('an error of the query protocol carries the code of that protocol', async () => {
  const sandbox = openSandbox({ services });
  await expect(
    sandbox.client(IAMClient).send(new CreateRoleCommand({ RoleName: 'r', AssumeRolePolicyDocument: '{}' })),
  ).rejects.toMatchObject({
    name: 'EntityAlreadyExistsException',
    Code: 'EntityAlreadyExists',
    $metadata: { httpStatusCode: 409 },
  });
});

test('an operation that is not there is refused by its name, and not retried', async () => {
  const sandbox = openSandbox({ services });
  await expect(
    sandbox.client(LambdaClient, { maxAttempts: 3 }).send(new ListFunctionsCommand({})),
  ).rejects.toMatchObject({
    name: 'NotImplementedException',
    message: 'The sandbox has no lambda:ListFunctions.',
    $metadata: { httpStatusCode: 501, attempts: 1 },
  });
});
