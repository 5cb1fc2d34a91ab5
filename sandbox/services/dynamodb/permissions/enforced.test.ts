import { DynamoDBClient, GetItemCommand, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { expect, test } from 'vitest';
import { NAME, openTable, refusal } from '#sandbox/testing/open-table.ts';

const ARN = `arn:aws:dynamodb:ap-northeast-1:111122223333:table/${NAME}`;
const ROLE = 'arn:aws:iam::111122223333:role/writer';

/** A client with a role that may do just what the statement says. */
async function as(statement: object) {
  const { sandbox } = await openTable();
  const iam = sandbox.client(IAMClient);
  const trust = { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' };
  await iam.send(new CreateRoleCommand({ RoleName: 'writer', AssumeRolePolicyDocument: policy(trust) }));
  await iam.send(
    new PutRolePolicyCommand({ RoleName: 'writer', PolicyName: 'only', PolicyDocument: policy(statement) }),
  );
  const { Credentials } = await sandbox
    .client(STSClient)
    .send(new AssumeRoleCommand({ RoleArn: ROLE, RoleSessionName: 'test' }));
  return sandbox.client(DynamoDBClient, {
    credentials: {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    },
  });
}

function policy(statement: object): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

const put = (pk: string) => new PutItemCommand({ TableName: NAME, Item: { pk: { S: pk } } });

test('a role that may put may not scan, and the answer says which action', async () => {
  const ddb = await as({ Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: ARN });
  await ddb.send(put('a'));
  expect(await refusal(ddb.send(new ScanCommand({ TableName: NAME })))).toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining(`is not authorized to perform: dynamodb:Scan on resource: ${ARN}`),
  });
});

test('a policy on leading keys lets a role write its own items only', async () => {
  const ddb = await as({
    Effect: 'Allow',
    Action: 'dynamodb:PutItem',
    Resource: ARN,
    Condition: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['mine'] } },
  });
  await ddb.send(put('mine'));
  expect((await refusal(ddb.send(put('yours')))).name).toBe('AccessDeniedException');
});

test('a policy on attributes lets a role read those it names only', async () => {
  const ddb = await as({
    Effect: 'Allow',
    Action: 'dynamodb:GetItem',
    Resource: ARN,
    Condition: { 'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'shown'] } },
  });
  const get = (ProjectionExpression: string) =>
    ddb.send(new GetItemCommand({ TableName: NAME, Key: { pk: { S: 'a' } }, ProjectionExpression }));
  await get('pk, shown');
  expect((await refusal(get('hidden_one'))).name).toBe('AccessDeniedException');
});
