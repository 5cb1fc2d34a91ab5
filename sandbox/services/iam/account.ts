import type {
  CreateAccountAliasCommandInput,
  CreateAccountAliasCommandOutput,
  DeleteAccountAliasCommandInput,
  DeleteAccountAliasCommandOutput,
  GetAccountSummaryCommandInput,
  GetAccountSummaryCommandOutput,
  ListAccountAliasesCommandInput,
  ListAccountAliasesCommandOutput,
  ListInstanceProfilesForRoleCommandInput,
  ListInstanceProfilesForRoleCommandOutput,
} from '@aws-sdk/client-iam';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { roles, users } from '#sandbox/identity/records/entities.ts';
import { iamPlace } from '#sandbox/identity/records/iam-place.ts';
import { policies } from '#sandbox/identity/records/policies.ts';
import { check } from './constraints.ts';
import { roleNamed } from './entities.ts';
import { alreadyExists, noSuchEntity } from './errors.ts';

/** An account has one alias at most; a new one takes the place of the old. No two accounts have the same. */
export const createAccountAlias: Operation<
  CreateAccountAliasCommandInput,
  CreateAccountAliasCommandOutput
> = (input, ctx) => {
  check(input, 'accountAlias');
  const { AccountAlias: alias = '' } = input;
  const owner = aliasOwners(ctx).get(alias);
  if (owner !== undefined) throw alreadyExists(`The account alias ${alias} already exists.`);
  ctx.atomic(() => {
    const before = aliasOf(ctx).get(ALIAS);
    if (before !== undefined) aliasOwners(ctx).delete(before);
    aliasOf(ctx).put(ALIAS, alias);
    aliasOwners(ctx).put(alias, ctx.account);
  });
  return {};
};

export const listAccountAliases: Operation<
  ListAccountAliasesCommandInput,
  ListAccountAliasesCommandOutput
> = (input, ctx) => {
  check(input);
  const alias = aliasOf(ctx).get(ALIAS);
  return { AccountAliases: alias === undefined ? [] : [alias], IsTruncated: false };
};

export const deleteAccountAlias: Operation<
  DeleteAccountAliasCommandInput,
  DeleteAccountAliasCommandOutput
> = (input, ctx) => {
  check(input, 'accountAlias');
  const { AccountAlias: alias = '' } = input;
  if (aliasOf(ctx).get(ALIAS) !== alias) throw noSuchEntity(`The account alias ${alias} cannot be found.`);
  ctx.atomic(() => {
    aliasOf(ctx).delete(ALIAS);
    aliasOwners(ctx).delete(alias);
  });
  return {};
};

/** The sandbox has no EC2, so no role is in an instance profile. */
export const listInstanceProfilesForRole: Operation<
  ListInstanceProfilesForRoleCommandInput,
  ListInstanceProfilesForRoleCommandOutput
> = (input, ctx) => {
  check(input, 'roleName');
  roleNamed(ctx, input.RoleName);
  return { InstanceProfiles: [], IsTruncated: false };
};

/** The numbers that the sandbox knows, with AWS's default quotas; AWS's map has more. */
export const getAccountSummary: Operation<GetAccountSummaryCommandInput, GetAccountSummaryCommandOutput> = (
  _input,
  ctx,
) => ({
  SummaryMap: {
    Users: users(ctx).count(),
    UsersQuota: 5000,
    Roles: roles(ctx).count(),
    RolesQuota: 1000,
    Policies: policies(ctx).count(),
    PoliciesQuota: 1500,
    Groups: 0,
    InstanceProfiles: 0,
    AccessKeysPerUserQuota: 2,
    AttachedPoliciesPerRoleQuota: 10,
    AttachedPoliciesPerUserQuota: 10,
    PolicySizeQuota: 6144,
    RolePolicySizeQuota: 10_240,
    UserPolicySizeQuota: 2048,
    AssumeRolePolicySizeQuota: 2048,
    VersionsPerPolicyQuota: 5,
  },
});

const ALIAS = 'alias';

function aliasOf(ctx: Ctx) {
  return iamPlace(ctx).table<string>('account');
}

function aliasOwners(ctx: Ctx) {
  return ctx.shared<string>('account-aliases');
}
