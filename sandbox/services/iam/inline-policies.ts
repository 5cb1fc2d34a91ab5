import type {
  DeleteRolePolicyCommandInput,
  DeleteRolePolicyCommandOutput,
  DeleteUserPolicyCommandInput,
  DeleteUserPolicyCommandOutput,
  GetRolePolicyCommandInput,
  GetRolePolicyCommandOutput,
  GetUserPolicyCommandInput,
  GetUserPolicyCommandOutput,
  ListRolePoliciesCommandInput,
  ListRolePoliciesCommandOutput,
  ListUserPoliciesCommandInput,
  ListUserPoliciesCommandOutput,
  PutRolePolicyCommandInput,
  PutRolePolicyCommandOutput,
  PutUserPolicyCommandInput,
  PutUserPolicyCommandOutput,
} from '@aws-sdk/client-iam';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { validatePolicy } from '#sandbox/identity/policy/validate.ts';
import { check } from './constraints.ts';
import { type EntityKind, entityNamed, keep } from './entities.ts';
import { limitExceeded, noSuchEntity } from './errors.ts';
import { encodeDocument } from './ids.ts';
import { pageOfList } from './paging.ts';

export const putRolePolicy: Operation<PutRolePolicyCommandInput, PutRolePolicyCommandOutput> = (
  input,
  ctx,
) => {
  check(input, 'roleName', 'policyName', 'policyDocument');
  return put(ctx, 'role', input.RoleName, input);
};

export const putUserPolicy: Operation<PutUserPolicyCommandInput, PutUserPolicyCommandOutput> = (
  input,
  ctx,
) => {
  check(input, 'userName', 'policyName', 'policyDocument');
  return put(ctx, 'user', input.UserName, input);
};

export const getRolePolicy: Operation<GetRolePolicyCommandInput, GetRolePolicyCommandOutput> = (
  input,
  ctx,
) => {
  check(input, 'roleName', 'policyName');
  return { RoleName: input.RoleName, ...get(ctx, 'role', input.RoleName, input.PolicyName) };
};

export const getUserPolicy: Operation<GetUserPolicyCommandInput, GetUserPolicyCommandOutput> = (
  input,
  ctx,
) => {
  check(input, 'userName', 'policyName');
  return { UserName: input.UserName, ...get(ctx, 'user', input.UserName, input.PolicyName) };
};

export const listRolePolicies: Operation<ListRolePoliciesCommandInput, ListRolePoliciesCommandOutput> = (
  input,
  ctx,
) => {
  check(input, 'roleName');
  return list(ctx, 'role', input.RoleName, input);
};

export const listUserPolicies: Operation<ListUserPoliciesCommandInput, ListUserPoliciesCommandOutput> = (
  input,
  ctx,
) => {
  check(input, 'userName');
  return list(ctx, 'user', input.UserName, input);
};

export const deleteRolePolicy: Operation<DeleteRolePolicyCommandInput, DeleteRolePolicyCommandOutput> = (
  input,
  ctx,
) => {
  check(input, 'roleName', 'policyName');
  return remove(ctx, 'role', input.RoleName, input.PolicyName);
};

export const deleteUserPolicy: Operation<DeleteUserPolicyCommandInput, DeleteUserPolicyCommandOutput> = (
  input,
  ctx,
) => {
  check(input, 'userName', 'policyName');
  return remove(ctx, 'user', input.UserName, input.PolicyName);
};

/** What all inline policies of one entity may hold together, white space not counted. */
const QUOTA = { role: 10_240, user: 2048 };

function put(
  ctx: Ctx,
  kind: EntityKind,
  name: string | undefined,
  {
    PolicyName = '',
    PolicyDocument = '',
  }: { PolicyName: string | undefined; PolicyDocument: string | undefined },
) {
  const entity = entityNamed(ctx, kind, name);
  validatePolicy(PolicyDocument, 'inline');
  const inline = { ...entity.inline, [PolicyName]: PolicyDocument };
  if (Object.values(inline).join('').replace(/\s/g, '').length > QUOTA[kind]) {
    throw limitExceeded(`Maximum policy size of ${QUOTA[kind]} bytes exceeded for ${kind} ${entity.name}`);
  }
  keep(ctx, kind, { ...entity, inline });
  return {};
}

function get(ctx: Ctx, kind: EntityKind, name: string | undefined, policy = '') {
  const document = documentNamed(entityNamed(ctx, kind, name).inline, kind, policy);
  return { PolicyName: policy, PolicyDocument: encodeDocument(document) };
}

function list(
  ctx: Ctx,
  kind: EntityKind,
  name: string | undefined,
  input: { Marker?: string | undefined; MaxItems?: number | undefined },
) {
  const names = Object.keys(entityNamed(ctx, kind, name).inline).sort();
  const { items, truncation } = pageOfList(names, input);
  return { PolicyNames: items, ...truncation };
}

function remove(ctx: Ctx, kind: EntityKind, name: string | undefined, policy = '') {
  const entity = entityNamed(ctx, kind, name);
  documentNamed(entity.inline, kind, policy);
  const { [policy]: _gone, ...inline } = entity.inline;
  keep(ctx, kind, { ...entity, inline });
  return {};
}

function documentNamed(inline: Record<string, string>, kind: EntityKind, policy: string): string {
  const document = Object.hasOwn(inline, policy) ? inline[policy] : undefined;
  if (document === undefined) throw noSuchEntity(`The ${kind} policy with name ${policy} cannot be found.`);
  return document;
}
