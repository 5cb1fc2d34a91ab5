import {
  CreateAccessKeyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  GetRoleCommand,
  IAMClient,
  ListRolesCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
  UpdateAccessKeyCommand,
} from '@aws-sdk/client-iam';
import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  GetAccessKeyInfoCommand,
  GetCallerIdentityCommand,
  GetSessionTokenCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { describe, expect, test } from 'vitest';
import { type Opened, openSandbox, type Who } from '#sandbox/testing/open-sandbox.ts';
import { issueSession } from './sessions.ts';
import { trusts } from './trusts.ts';

const INSTRUCTOR = '111122223333';
const LEARNER = '444455556666';
const GRADER = `arn:aws:iam::${LEARNER}:role/ServerlessCourseGrader`;

describe('who is calling', () => {
  test('twelve digits are the administrator of that account', async () => {
    const sts = openSandbox().client(STSClient, { account: LEARNER });
    expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: LEARNER,
      Arn: `arn:aws:iam::${LEARNER}:user/sandbox-administrator`,
    });
  });

  test("a user's keys work until they are switched off, and name their account", async () => {
    const sandbox = openSandbox();
    const { who, id } = await user(sandbox, 'ann');
    const sts = sandbox.client(STSClient, who);
    expect((await sts.send(new GetCallerIdentityCommand({}))).Arn).toBe(
      `arn:aws:iam::${INSTRUCTOR}:user/ann`,
    );
    const admin = sandbox.client(STSClient, { account: LEARNER });
    expect((await admin.send(new GetAccessKeyInfoCommand({ AccessKeyId: id }))).Account).toBe(INSTRUCTOR);
    await sandbox
      .client(IAMClient)
      .send(new UpdateAccessKeyCommand({ UserName: 'ann', AccessKeyId: id, Status: 'Inactive' }));
    await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: 'InvalidClientTokenId',
    });
  });

  test('a session token stands for who asked for it', async () => {
    const sandbox = openSandbox();
    const { Credentials } = await sandbox.client(STSClient).send(new GetSessionTokenCommand({}));
    const sts = sandbox.client(STSClient, { credentials: keys(Credentials) });
    expect((await sts.send(new GetCallerIdentityCommand({}))).Arn).toContain('sandbox-administrator');
  });
});

describe('assuming a role', () => {
  test('the grading role asks for its external id: without, and with a wrong one, nobody gets in', async () => {
    const sandbox = await withGrader();
    const denied = { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } };
    await expect(assume(sandbox, {})).rejects.toMatchObject(denied);
    await expect(assume(sandbox, { ExternalId: 'another' })).rejects.toMatchObject(denied);
    const answer = await assume(sandbox, { ExternalId: 'of-this-learner' });
    expect(answer.AssumedRoleUser).toMatchObject({
      Arn: `arn:aws:sts::${LEARNER}:assumed-role/ServerlessCourseGrader/grading`,
      AssumedRoleId: expect.stringMatching(/^AROA[A-Z2-7]{17}:grading$/),
    });
  });

  test('another account than the trusted one gets nothing, its administrator neither', async () => {
    const sandbox = await withGrader();
    const stranger = { account: '999988887777' };
    await expect(assume(sandbox, { ExternalId: 'of-this-learner' }, stranger)).rejects.toMatchObject({
      name: 'AccessDenied',
    });
    await expect(
      assume(sandbox, { ExternalId: 'of-this-learner' }, { account: LEARNER }),
    ).rejects.toMatchObject({
      name: 'AccessDenied',
    });
  });

  test('a user of the trusted account needs a policy of his own as well', async () => {
    const sandbox = await withGrader();
    const { who } = await user(sandbox, 'ann');
    const right = { ExternalId: 'of-this-learner' };
    await expect(assume(sandbox, right, who)).rejects.toMatchObject({
      message: expect.stringMatching(/ is not authorized to perform: sts:AssumeRole on resource: arn:\S+$/),
    });
    await sandbox.client(IAMClient).send(
      new PutUserPolicyCommand({
        UserName: 'ann',
        PolicyName: 'p',
        PolicyDocument: allow('sts:AssumeRole', GRADER),
      }),
    );
    await expect(assume(sandbox, right, who)).resolves.toBeDefined();
  });

  test('a role that is not there and a role that does not trust are told alike', async () => {
    const sandbox = await withGrader();
    const none = { RoleArn: `arn:aws:iam::${LEARNER}:role/none` };
    await expect(assume(sandbox, none)).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  test('a session lasts as long as asked, within what the role allows, and then says that it expired', async () => {
    const sandbox = await withGrader();
    const right = { ExternalId: 'of-this-learner' };
    await expect(assume(sandbox, { ...right, DurationSeconds: 899 })).rejects.toMatchObject({
      name: 'ValidationError',
      message:
        "1 validation error detected: Value '899' at 'durationSeconds' failed to satisfy constraint: " +
        'Member must have value greater than or equal to 900',
    });
    await expect(assume(sandbox, { ...right, DurationSeconds: 3601 })).rejects.toThrow(
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    );
    const { Credentials } = await assume(sandbox, { ...right, DurationSeconds: 900 });
    const who = { credentials: keys(Credentials) };
    await sandbox.client(STSClient, who).send(new GetCallerIdentityCommand({}));
    sandbox.clock.advance(901_000);
    await expect(sandbox.client(STSClient, who).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject(
      { name: 'ExpiredTokenException' },
    );
  });

  test('what the sandbox has not is refused by name', async () => {
    const sandbox = await withGrader();
    await expect(assume(sandbox, { ExternalId: 'of-this-learner', SourceIdentity: 'ann' })).rejects.toThrow(
      "The sandbox's sts:AssumeRole has no SourceIdentity.",
    );
  });
});

test('a role that is trusted by its ARN is no longer trusted once it was made anew', async () => {
  const sandbox = openSandbox();
  const instructor = sandbox.client(IAMClient, { account: INSTRUCTOR });
  const learner = sandbox.client(IAMClient, { account: LEARNER });
  const service = { RoleName: 'CourseGraderService', AssumeRolePolicyDocument: trust({ AWS: INSTRUCTOR }) };
  const { Role } = await instructor.send(new CreateRoleCommand(service));
  const RoleName = 'ServerlessCourseGrader';
  await learner.send(
    new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust({ AWS: Role?.Arn }) }),
  );
  const policy = {
    RoleName: 'CourseGraderService',
    PolicyName: 'p',
    PolicyDocument: allow('sts:AssumeRole', GRADER),
  };
  const enter = async () => {
    const { Credentials } = await assume(sandbox, { RoleArn: Role?.Arn });
    return assume(sandbox, {}, { credentials: keys(Credentials) });
  };
  await instructor.send(new PutRolePolicyCommand(policy));
  await enter();
  await instructor.send(new DeleteRolePolicyCommand({ RoleName: 'CourseGraderService', PolicyName: 'p' }));
  await instructor.send(new DeleteRoleCommand({ RoleName: 'CourseGraderService' }));
  await instructor.send(new CreateRoleCommand(service));
  await instructor.send(new PutRolePolicyCommand(policy));
  await expect(enter()).rejects.toMatchObject({ name: 'AccessDenied' });
  const shown = (await learner.send(new GetRoleCommand({ RoleName }))).Role?.AssumeRolePolicyDocument ?? '';
  expect(decodeURIComponent(shown)).toContain(`"AWS":"${Role?.RoleId}"`);
});

describe('what a session may do', () => {
  test("is what the role's policies say, here and now", async () => {
    const sandbox = await withGrader();
    const iam = await graderIam(sandbox);
    await expect(iam.send(new ListRolesCommand({}))).rejects.toMatchObject({
      name: 'AccessDenied',
      message:
        `User: arn:aws:sts::${LEARNER}:assumed-role/ServerlessCourseGrader/grading is not authorized to perform: ` +
        'iam:ListRoles on resource: * because no identity-based policy allows the iam:ListRoles action',
    });
    const learner = sandbox.client(IAMClient, { account: LEARNER });
    const RoleName = 'ServerlessCourseGrader';
    await learner.send(
      new PutRolePolicyCommand({ RoleName, PolicyName: 'p', PolicyDocument: allow('iam:List*') }),
    );
    await iam.send(new ListRolesCommand({}));
    await learner.send(new DeleteRolePolicyCommand({ RoleName, PolicyName: 'p' }));
    await expect(iam.send(new ListRolesCommand({}))).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  test('is narrowed by a session policy', async () => {
    const sandbox = await withGrader();
    const RoleName = 'ServerlessCourseGrader';
    await sandbox
      .client(IAMClient, { account: LEARNER })
      .send(new PutRolePolicyCommand({ RoleName, PolicyName: 'p', PolicyDocument: allow('*') }));
    const iam = await graderIam(sandbox, allow('iam:GetRole', GRADER));
    await iam.send(new GetRoleCommand({ RoleName }));
    await expect(iam.send(new ListRolesCommand({}))).rejects.toThrow('because no session policy allows');
  });

  test('is nothing once the role was deleted and made anew', async () => {
    const sandbox = await withGrader();
    const iam = await graderIam(sandbox);
    const learner = sandbox.client(IAMClient, { account: LEARNER });
    const RoleName = 'ServerlessCourseGrader';
    await learner.send(new DeleteRoleCommand({ RoleName }));
    await learner.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: TRUST }));
    await learner.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'p', PolicyDocument: allow('*') }));
    await expect(iam.send(new ListRolesCommand({}))).rejects.toMatchObject({ name: 'AccessDenied' });
  });
});

test('a service gets sessions of roles that trust it, and leaves a trace of it', async () => {
  const sandbox = openSandbox();
  const iam = sandbox.client(IAMClient);
  const made = await iam.send(
    new CreateRoleCommand({
      RoleName: 'f',
      Path: '/service-role/',
      AssumeRolePolicyDocument: trust({ Service: 'lambda.amazonaws.com' }),
    }),
  );
  const ctx = sandbox.open({
    service: 'lambda',
    account: INSTRUCTOR,
    region: 'ap-northeast-1',
    as: { kind: 'administrator', account: INSTRUCTOR, arn: '', userId: '' },
  });
  const arn = made.Role?.Arn ?? '';
  expect(trusts(ctx, arn, 'lambda.amazonaws.com')).toBe(true);
  expect(trusts(ctx, arn, 'states.amazonaws.com')).toBe(false);
  expect(trusts(ctx, `${arn}x`, 'lambda.amazonaws.com')).toBe(false);
  const session = issueSession(ctx, arn, 'translate-function');
  const sts = sandbox.client(STSClient, { credentials: session });
  expect((await sts.send(new GetCallerIdentityCommand({}))).Arn).toBe(
    `arn:aws:sts::${INSTRUCTOR}:assumed-role/f/translate-function`,
  );
  expect((await iam.send(new GetRoleCommand({ RoleName: 'f' }))).Role?.RoleLastUsed?.Region).toBe(
    'ap-northeast-1',
  );
});

const TRUST = trust({ AWS: INSTRUCTOR }, { StringEquals: { 'sts:ExternalId': 'of-this-learner' } });

async function withGrader(): Promise<Opened> {
  const sandbox = openSandbox();
  await sandbox
    .client(IAMClient, { account: LEARNER })
    .send(new CreateRoleCommand({ RoleName: 'ServerlessCourseGrader', AssumeRolePolicyDocument: TRUST }));
  return sandbox;
}

function assume(sandbox: Opened, input: Partial<AssumeRoleCommandInput>, who: Who = { account: INSTRUCTOR }) {
  return sandbox
    .client(STSClient, who)
    .send(new AssumeRoleCommand({ RoleArn: GRADER, RoleSessionName: 'grading', ...input }));
}

async function graderIam(sandbox: Opened, Policy?: string): Promise<IAMClient> {
  const input = { ExternalId: 'of-this-learner', ...(Policy ? { Policy } : {}) };
  const { Credentials } = await assume(sandbox, input);
  return sandbox.client(IAMClient, { credentials: keys(Credentials) });
}

async function user(sandbox: Opened, UserName: string): Promise<{ who: Who; id: string }> {
  const iam = sandbox.client(IAMClient, { account: INSTRUCTOR });
  await iam.send(new CreateUserCommand({ UserName }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
  const { AccessKeyId = '', SecretAccessKey = '' } = AccessKey ?? {};
  return {
    who: { credentials: { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey } },
    id: AccessKeyId,
  };
}

interface Keys {
  AccessKeyId: string | undefined;
  SecretAccessKey: string | undefined;
  SessionToken: string | undefined;
}

function keys(credentials: Keys | undefined) {
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = credentials ?? ({} as Partial<Keys>);
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}

function trust(principal: object, condition?: object): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: principal,
        Action: 'sts:AssumeRole',
        ...(condition ? { Condition: condition } : {}),
      },
    ],
  });
}

function allow(action: string, resource = '*'): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: resource }],
  });
}
