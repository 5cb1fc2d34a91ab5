import type { Ctx } from '#sandbox/core/context.ts';
import type { Need } from '#sandbox/core/service.ts';
import { nameKey, roles, type Tag, users } from '#sandbox/identity/records/entities.ts';
import { policyByArn } from '#sandbox/identity/records/policies.ts';

type Target = 'role' | 'user' | 'policy' | 'principal' | 'anything';

/** What each operation is authorised on. Source: the Service Authorization Reference, as `needs.test.ts` holds it. */
export const targets = {
  AttachRolePolicy: 'role',
  AttachUserPolicy: 'user',
  CreateAccessKey: 'user',
  CreateAccountAlias: 'anything',
  CreatePolicy: 'policy',
  CreatePolicyVersion: 'policy',
  CreateRole: 'role',
  CreateUser: 'user',
  DeleteAccessKey: 'user',
  DeleteAccountAlias: 'anything',
  DeletePolicy: 'policy',
  DeletePolicyVersion: 'policy',
  DeleteRole: 'role',
  DeleteRolePermissionsBoundary: 'role',
  DeleteRolePolicy: 'role',
  DeleteUser: 'user',
  DeleteUserPermissionsBoundary: 'user',
  DeleteUserPolicy: 'user',
  DetachRolePolicy: 'role',
  DetachUserPolicy: 'user',
  GetAccountSummary: 'anything',
  GetContextKeysForCustomPolicy: 'anything',
  GetContextKeysForPrincipalPolicy: 'principal',
  GetPolicy: 'policy',
  GetPolicyVersion: 'policy',
  GetRole: 'role',
  GetRolePolicy: 'role',
  GetUser: 'user',
  GetUserPolicy: 'user',
  ListAccessKeys: 'user',
  ListAccountAliases: 'anything',
  ListAttachedRolePolicies: 'role',
  ListAttachedUserPolicies: 'user',
  ListEntitiesForPolicy: 'policy',
  ListInstanceProfilesForRole: 'role',
  ListPolicies: 'anything',
  ListPolicyTags: 'policy',
  ListPolicyVersions: 'policy',
  ListRolePolicies: 'role',
  ListRoles: 'anything',
  ListRoleTags: 'role',
  ListUserPolicies: 'user',
  ListUsers: 'anything',
  ListUserTags: 'user',
  PutRolePermissionsBoundary: 'role',
  PutRolePolicy: 'role',
  PutUserPermissionsBoundary: 'user',
  PutUserPolicy: 'user',
  SetDefaultPolicyVersion: 'policy',
  SimulateCustomPolicy: 'anything',
  SimulatePrincipalPolicy: 'principal',
  TagPolicy: 'policy',
  TagRole: 'role',
  TagUser: 'user',
  UntagPolicy: 'policy',
  UntagRole: 'role',
  UntagUser: 'user',
  UpdateAccessKey: 'user',
  UpdateAssumeRolePolicy: 'role',
  UpdateRole: 'role',
  UpdateRoleDescription: 'role',
} as const satisfies Record<string, Target>;

export const needs: Record<string, (input: Input, ctx: Ctx) => Need[]> = Object.fromEntries(
  Object.entries(targets).map(([operation, target]) => [
    operation,
    (input: Input, ctx: Ctx) => needsOf(operation, target, input, ctx),
  ]),
);

/** The members that say what a call is about, whichever operation it is. */
interface Input {
  RoleName?: string;
  UserName?: string;
  PolicyName?: string;
  PolicyArn?: string;
  PolicySourceArn?: string;
  Path?: string;
  PermissionsBoundary?: string;
  Tags?: Tag[];
  TagKeys?: string[];
}

interface Found {
  arn: string;
  tags: Tag[];
  boundary?: string | undefined;
}

function needsOf(operation: string, target: Target, input: Input, ctx: Ctx): Need[] {
  const { arn, tags, boundary } = found(target, input, ctx);
  const asked = input.PermissionsBoundary ?? boundary;
  const keys = input.TagKeys ?? input.Tags?.map(({ Key }) => Key);
  const context = {
    ...Object.fromEntries(
      tags.flatMap(({ Key, Value }) => [
        [`aws:ResourceTag/${Key}`, Value],
        [`iam:ResourceTag/${Key}`, Value],
      ]),
    ),
    ...Object.fromEntries((input.Tags ?? []).map(({ Key, Value }) => [`aws:RequestTag/${Key}`, Value])),
    ...(keys ? { 'aws:TagKeys': keys } : {}),
    ...(asked === undefined ? {} : { 'iam:PermissionsBoundary': asked }),
    ...(target !== 'policy' && input.PolicyArn !== undefined ? { 'iam:PolicyARN': input.PolicyArn } : {}),
  };
  const need = { action: `iam:${operation}`, resource: arn, context };
  // What is made with tags needs the right to tag, too.
  const tagging = operation.startsWith('Create') && input.Tags && input.Tags.length > 0;
  return tagging ? [need, { ...need, action: `iam:Tag${operation.slice('Create'.length)}` }] : [need];
}

function found(target: Target, input: Input, ctx: Ctx): Found {
  const { account, caller } = ctx;
  const made = (kind: string, name: string) => ({
    arn: `arn:aws:iam::${account}:${kind}${input.Path ?? '/'}${name}`,
    tags: [],
  });
  switch (target) {
    case 'role': {
      const { RoleName: name = '' } = input;
      return roles(ctx).get(nameKey(name)) ?? made('role', name);
    }
    case 'user': {
      const name = input.UserName ?? (caller.kind === 'user' ? caller.userName : '');
      return users(ctx).get(nameKey(name)) ?? made('user', name);
    }
    case 'policy': {
      const { PolicyArn: arn } = input;
      if (arn === undefined) return made('policy', input.PolicyName ?? '');
      return { arn, tags: policyByArn(ctx, account, arn)?.tags ?? [] };
    }
    case 'principal':
      return { arn: input.PolicySourceArn ?? '*', tags: [] };
    case 'anything':
      return { arn: '*', tags: [] };
  }
}
