import {
  CreateAccessKeyCommand,
  CreateAccountAliasCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  DeleteAccountAliasCommand,
  DeleteUserCommand,
  GetUserCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListAccountAliasesCommand,
  ListInstanceProfilesForRoleCommand,
  ListRoleTagsCommand,
  PutUserPolicyCommand,
  TagRoleCommand,
  UntagRoleCommand,
} from '@aws-sdk/client-iam';
import { describe, expect, test } from 'vitest';
import { openSandbox } from '#sandbox/testing/open-sandbox.ts';

describe('users', () => {
  test('have two keys at most, and are deleted only without any', async () => {
    const iam = openSandbox().client(IAMClient);
    const UserName = 'ann';
    await iam.send(new CreateUserCommand({ UserName }));
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
    await iam.send(new CreateAccessKeyCommand({ UserName }));
    await expect(iam.send(new CreateAccessKeyCommand({ UserName }))).rejects.toMatchObject({
      name: 'LimitExceededException',
      message: 'Cannot exceed quota for AccessKeysPerUser: 2',
    });
    await expect(iam.send(new DeleteUserCommand({ UserName }))).rejects.toThrow(
      'Cannot delete entity, must delete access keys first.',
    );
    await iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId: AccessKey?.AccessKeyId }));
    const { AccessKeyMetadata = [] } = await iam.send(new ListAccessKeysCommand({ UserName }));
    expect(AccessKeyMetadata).toHaveLength(1);
    await iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId: AccessKeyMetadata[0]?.AccessKeyId }));
    await iam.send(new DeleteUserCommand({ UserName }));
    await expect(iam.send(new GetUserCommand({ UserName }))).rejects.toThrow(
      'The user with name ann cannot be found.',
    );
  });

  test('ask who they are without naming themselves, once they may', async () => {
    const sandbox = openSandbox();
    const admin = sandbox.client(IAMClient);
    const UserName = 'ann';
    await admin.send(new CreateUserCommand({ UserName }));
    const { AccessKey } = await admin.send(new CreateAccessKeyCommand({ UserName }));
    const { AccessKeyId: accessKeyId = '', SecretAccessKey: secretAccessKey = '' } = AccessKey ?? {};
    const ann = sandbox.client(IAMClient, { credentials: { accessKeyId, secretAccessKey } });
    await expect(ann.send(new GetUserCommand({}))).rejects.toMatchObject({ name: 'AccessDenied' });
    const PolicyDocument = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how policies write variables
        { Effect: 'Allow', Action: 'iam:GetUser', Resource: 'arn:aws:iam::*:user/${aws:username}' },
      ],
    });
    await admin.send(new PutUserPolicyCommand({ UserName, PolicyName: 'self', PolicyDocument }));
    expect((await ann.send(new GetUserCommand({}))).User?.UserName).toBe(UserName);
    await expect(ann.send(new GetUserCommand({ UserName: 'bob' }))).rejects.toMatchObject({
      name: 'AccessDenied',
    });
  });

  test('AWS names every member that breaks a rule', async () => {
    const iam = openSandbox().client(IAMClient);
    await expect(iam.send(new CreateUserCommand({ UserName: 'a b', Path: 'x' }))).rejects.toThrow(
      "2 validation errors detected: Value 'a b' at 'userName' failed to satisfy constraint: Member must satisfy " +
        "regular expression pattern: [\\w+=,.@-]+; Value 'x' at 'path' failed to satisfy constraint: Member must " +
        'satisfy regular expression pattern: (\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)',
    );
  });
});

test('tags are added, exchanged and removed whatever the case of their keys', async () => {
  const iam = openSandbox().client(IAMClient);
  const RoleName = 'r';
  const AssumeRolePolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ],
  });
  await iam.send(
    new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument, Tags: [{ Key: 'course', Value: '1' }] }),
  );
  await iam.send(
    new TagRoleCommand({
      RoleName,
      Tags: [
        { Key: 'Course', Value: '2' },
        { Key: 'made-by', Value: 'apply' },
      ],
    }),
  );
  await iam.send(new UntagRoleCommand({ RoleName, TagKeys: ['MADE-BY'] }));
  expect((await iam.send(new ListRoleTagsCommand({ RoleName }))).Tags).toEqual([
    { Key: 'Course', Value: '2' },
  ]);
  const twice = [
    { Key: 'a', Value: '1' },
    { Key: 'A', Value: '2' },
  ];
  await expect(iam.send(new TagRoleCommand({ RoleName, Tags: twice }))).rejects.toMatchObject({
    name: 'InvalidInputException',
  });
  expect((await iam.send(new ListInstanceProfilesForRoleCommand({ RoleName }))).InstanceProfiles).toEqual([]);
});

test('an account has one alias, which no other account has', async () => {
  const sandbox = openSandbox();
  const ours = sandbox.client(IAMClient);
  const theirs = sandbox.client(IAMClient, { account: '444455556666' });
  await ours.send(new CreateAccountAliasCommand({ AccountAlias: 'school' }));
  await expect(theirs.send(new CreateAccountAliasCommand({ AccountAlias: 'school' }))).rejects.toMatchObject({
    name: 'EntityAlreadyExistsException',
  });
  await ours.send(new CreateAccountAliasCommand({ AccountAlias: 'academy' }));
  await theirs.send(new CreateAccountAliasCommand({ AccountAlias: 'school' }));
  expect((await ours.send(new ListAccountAliasesCommand({}))).AccountAliases).toEqual(['academy']);
  await expect(ours.send(new DeleteAccountAliasCommand({ AccountAlias: 'school' }))).rejects.toMatchObject({
    name: 'NoSuchEntityException',
  });
  await ours.send(new DeleteAccountAliasCommand({ AccountAlias: 'academy' }));
  expect((await ours.send(new ListAccountAliasesCommand({}))).AccountAliases).toEqual([]);
});
