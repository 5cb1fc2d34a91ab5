import {
  AttachRolePolicyCommand,
  CreateAccessKeyCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeletePolicyCommand,
  DeleteRoleCommand,
  GetRoleCommand,
  IAMClient,
  PutRolePermissionsBoundaryCommand,
  PutUserPolicyCommand,
  SimulatePrincipalPolicyCommand,
} from '@aws-sdk/client-iam';
import { describe, expect, test } from 'vitest';
import type { Ctx } from '#sandbox/core/context.ts';
import { type Opened, openSandbox } from '#sandbox/testing/open-sandbox.ts';
import { identity } from './identity.ts';

const ACCOUNT = '111122223333';
const role = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;
const own = [role('service-role/translate-*'), role('course-*')];

/** The shape of the course's learner policy: what it may make, attach and pass, and no more. */
const LEARNER = [
  { Action: ['iam:CreateRole', 'iam:DeleteRole', 'iam:TagRole'], Resource: own },
  {
    Action: 'iam:AttachRolePolicy',
    Resource: own,
    Condition: {
      ArnLike: {
        'iam:PolicyARN': [
          `arn:aws:iam::${ACCOUNT}:policy/course-*`,
          'arn:aws:iam::aws:policy/service-role/AWSLambda*ExecutionRole',
          'arn:aws:iam::aws:policy/TranslateFullAccess',
        ],
      },
    },
  },
  { Action: ['iam:CreatePolicy', 'iam:DeletePolicy'], Resource: `arn:aws:iam::${ACCOUNT}:policy/course-*` },
  { Action: ['iam:GetRole', 'iam:SimulatePrincipalPolicy'], Resource: '*' },
  {
    Action: 'iam:PassRole',
    Resource: own,
    Condition: { StringEquals: { 'iam:PassedToService': ['lambda.amazonaws.com', 'states.amazonaws.com'] } },
  },
  {
    Action: ['lambda:DeleteEventSourceMapping'],
    Resource: '*',
    Condition: {
      ArnLike: { 'lambda:FunctionArn': `arn:aws:lambda:ap-northeast-1:${ACCOUNT}:function:translate-*` },
    },
  },
  {
    Action: ['apigateway:GET', 'apigateway:PATCH'],
    Resource: ['arn:aws:apigateway:ap-northeast-1::/restapis/*'],
  },
];

describe('a learner with the course policy', () => {
  test('makes roles of the course and no others', async () => {
    const { iam } = await learner();
    await iam.send(create('translate-function-role-abcdefgh', '/service-role/'));
    await expect(iam.send(create('translate-function-role-abcdefgi', '/'))).rejects.toMatchObject(DENIED);
    await expect(iam.send(create('Administrator', '/'))).rejects.toThrow(
      `User: arn:aws:iam::${ACCOUNT}:user/learner is not authorized to perform: iam:CreateRole on resource: ` +
        `${role('Administrator')} because no identity-based policy allows the iam:CreateRole action`,
    );
  });

  test('attaches the policies that are listed, and cannot make himself an administrator', async () => {
    const { iam } = await learner();
    const RoleName = 'course-r';
    await iam.send(create(RoleName, '/'));
    const attach = (PolicyArn: string) => iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
    await attach('arn:aws:iam::aws:policy/TranslateFullAccess');
    await attach('arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole');
    await expect(attach('arn:aws:iam::aws:policy/AdministratorAccess')).rejects.toMatchObject(DENIED);
    await expect(attach('arn:aws:iam::aws:policy/service-role/AWSLambdaRole')).rejects.toMatchObject(DENIED);
  });

  test('finds his roles by their path, whichever case he writes the name in', async () => {
    const { iam } = await learner();
    await iam.send(create('translate-r', '/service-role/'));
    await expect(iam.send(new DeleteRoleCommand({ RoleName: 'none' }))).rejects.toMatchObject(DENIED);
    await iam.send(new DeleteRoleCommand({ RoleName: 'TRANSLATE-R' }));
  });

  test('tags what he makes only where he may tag', async () => {
    const { iam } = await learner();
    const Tags = [{ Key: 'course', Value: 'serverless-hands-on' }];
    await iam.send(create('course-r', '/', { Tags }));
    const document = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
    });
    const make = (more: object) =>
      iam.send(new CreatePolicyCommand({ PolicyName: 'course-p', PolicyDocument: document, ...more }));
    await expect(make({ Tags })).rejects.toThrow('iam:TagPolicy');
    const { Policy } = await make({});
    await iam.send(new DeletePolicyCommand({ PolicyArn: Policy?.Arn }));
  });

  test('passes his roles to Lambda and not to EC2, as simulation says too', async () => {
    const { sandbox, iam, ctx } = await learner();
    const pass = (resource: string, service: string) =>
      identity.decide({ action: 'iam:PassRole', resource, context: { 'iam:PassedToService': service } }, ctx)
        .allowed;
    expect(pass(role('course-r'), 'lambda.amazonaws.com')).toBe(true);
    expect(pass(role('course-r'), 'ec2.amazonaws.com')).toBe(false);
    expect(pass(role('Admin'), 'lambda.amazonaws.com')).toBe(false);
    expect(identity.decide({ action: 'iam:PassRole', resource: role('course-r') }, ctx).allowed).toBe(false);
    const told = await iam.send(
      new SimulatePrincipalPolicyCommand({
        PolicySourceArn: `arn:aws:iam::${ACCOUNT}:user/learner`,
        ActionNames: ['iam:PassRole'],
        ResourceArns: [role('course-r')],
        ContextEntries: [
          {
            ContextKeyName: 'iam:PassedToService',
            ContextKeyType: 'string',
            ContextKeyValues: ['ec2.amazonaws.com'],
          },
        ],
      }),
    );
    expect(told.EvaluationResults?.[0]?.EvalDecision).toBe('implicitDeny');
    await sandbox.close();
  });

  test('is held to condition keys that an operation brings, and to ARNs without an account', async () => {
    const { ctx } = await learner();
    const arn = (name: string) => `arn:aws:lambda:ap-northeast-1:${ACCOUNT}:function:${name}`;
    const remove = (name: string) =>
      identity.decide(
        {
          action: 'lambda:DeleteEventSourceMapping',
          resource: '*',
          context: { 'lambda:FunctionArn': arn(name) },
        },
        ctx,
      ).allowed;
    expect([remove('translate-function'), remove('other')]).toEqual([true, false]);
    const gateway = (action: string, path: string) =>
      identity.decide({ action, resource: `arn:aws:apigateway:ap-northeast-1::${path}` }, ctx).allowed;
    expect(gateway('apigateway:GET', '/restapis/abc/stages/dev')).toBe(true);
    expect(gateway('apigateway:DELETE', '/restapis/abc')).toBe(false);
    expect(gateway('apigateway:GET', '/account')).toBe(false);
  });
});

test('a boundary that must be set is asked for when a role is made, and cannot be exchanged', async () => {
  const boundary = `arn:aws:iam::${ACCOUNT}:policy/course-boundary`;
  const { sandbox, iam } = await learner([
    {
      Action: ['iam:CreateRole', 'iam:PutRolePermissionsBoundary'],
      Resource: '*',
      Condition: { StringEquals: { 'iam:PermissionsBoundary': boundary } },
    },
  ]);
  const document = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'logs:*', Resource: '*' }],
  });
  const admin = sandbox.client(IAMClient);
  await admin.send(new CreatePolicyCommand({ PolicyName: 'course-boundary', PolicyDocument: document }));
  await expect(iam.send(create('r', '/'))).rejects.toMatchObject(DENIED);
  await iam.send(create('r', '/', { PermissionsBoundary: boundary }));
  const { Role } = await admin.send(new GetRoleCommand({ RoleName: 'r' }));
  expect(Role?.PermissionsBoundary?.PermissionsBoundaryArn).toBe(boundary);
  const wider = 'arn:aws:iam::aws:policy/AdministratorAccess';
  await expect(
    iam.send(new PutRolePermissionsBoundaryCommand({ RoleName: 'r', PermissionsBoundary: wider })),
  ).rejects.toMatchObject(DENIED);
});

const DENIED = { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } };

async function learner(
  statements: object[] = LEARNER,
): Promise<{ sandbox: Opened; iam: IAMClient; ctx: Ctx }> {
  const sandbox = openSandbox();
  const admin = sandbox.client(IAMClient);
  const UserName = 'learner';
  const { User } = await admin.send(new CreateUserCommand({ UserName }));
  const { AccessKey } = await admin.send(new CreateAccessKeyCommand({ UserName }));
  const Statement = statements.map((statement) => ({ Effect: 'Allow', ...statement }));
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  await admin.send(new PutUserPolicyCommand({ UserName, PolicyName: 'course', PolicyDocument }));
  const { AccessKeyId: accessKeyId = '', SecretAccessKey: secretAccessKey = '' } = AccessKey ?? {};
  const ctx = sandbox.open({
    service: 'lambda',
    account: ACCOUNT,
    region: 'ap-northeast-1',
    as: {
      kind: 'user',
      account: ACCOUNT,
      arn: User?.Arn ?? '',
      userId: User?.UserId ?? '',
      userName: UserName,
    },
  });
  return { sandbox, iam: sandbox.client(IAMClient, { credentials: { accessKeyId, secretAccessKey } }), ctx };
}

function create(RoleName: string, Path: string, more: object = {}): CreateRoleCommand {
  const AssumeRolePolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ],
  });
  return new CreateRoleCommand({ RoleName, Path, AssumeRolePolicyDocument, ...more });
}
