import type {
  CreateRoleCommandInput,
  CreateRoleCommandOutput,
  DeleteRoleCommandInput,
  DeleteRoleCommandOutput,
  GetRoleCommandInput,
  GetRoleCommandOutput,
  ListRolesCommandInput,
  ListRolesCommandOutput,
} from '@aws-sdk/client-iam';
import type { Operation } from '#sandbox/core/service.ts';
import { nameKey, type RoleRecord, roles } from '#sandbox/identity/records/entities.ts';
import { trustedIds } from '#sandbox/identity/records/trust.ts';
import { attachments } from './attachment-index.ts';
import { boundaryView, requireBoundary } from './boundaries.ts';
import { check } from './constraints.ts';
import { roleNamed } from './entities.ts';
import { alreadyExists, deleteConflict } from './errors.ts';
import { newId, wholeSecond } from './ids.ts';
import { forgetUse, lastUsed } from './last-used.ts';
import { pageOfTable } from './paging.ts';
import { bareRole, listedRole, roleView, tagView } from './role-view.ts';
import { checkTags } from './tags.ts';
import { checkTrust } from './trust-policies.ts';

export const createRole: Operation<CreateRoleCommandInput, CreateRoleCommandOutput> = (input, ctx) => {
  check(input, 'roleName', 'assumeRolePolicyDocument');
  const { RoleName: name = '', Path: path = '/', AssumeRolePolicyDocument: trust = '' } = input;
  checkTrust(ctx, trust);
  if (roles(ctx).get(nameKey(name))) throw alreadyExists(`Role with name ${name} already exists.`);
  const boundary = requireBoundary(ctx, input.PermissionsBoundary);
  const role: RoleRecord = {
    name,
    id: newId(ctx, 'AROA'),
    path,
    arn: `arn:aws:iam::${ctx.account}:role${path}${name}`,
    createdAt: wholeSecond(ctx),
    trust,
    trusted: trustedIds(ctx, trust),
    maxSessionSeconds: input.MaxSessionDuration ?? 3600,
    ...(input.Description === undefined ? {} : { description: input.Description }),
    ...(boundary === undefined ? {} : { boundary }),
    tags: checkTags(input.Tags),
    inline: {},
    attached: [],
  };
  ctx.atomic(() => {
    roles(ctx).put(nameKey(name), role);
    if (boundary !== undefined) attachments(ctx).add(boundary, 'boundary', 'role', role);
  });
  // AWS leaves MaxSessionDuration and Description out of this one answer.
  return { Role: { ...bareRole(ctx, role), ...boundaryView(role), ...tagView(role) } };
};

export const getRole: Operation<GetRoleCommandInput, GetRoleCommandOutput> = (input, ctx) => {
  check(input, 'roleName');
  const role = roleNamed(ctx, input.RoleName);
  return { Role: { ...roleView(ctx, role), RoleLastUsed: lastUsed(ctx, role) } };
};

export const listRoles: Operation<ListRolesCommandInput, ListRolesCommandOutput> = (input, ctx) => {
  check(input);
  const { PathPrefix: prefix = '/' } = input;
  const { items, truncation } = pageOfTable(roles(ctx), input, ({ path }) => path.startsWith(prefix));
  return { Roles: items.map((role) => listedRole(ctx, role)), ...truncation };
};

export const deleteRole: Operation<DeleteRoleCommandInput, DeleteRoleCommandOutput> = (input, ctx) => {
  check(input, 'roleName');
  const role = roleNamed(ctx, input.RoleName);
  if (role.attached.length > 0) {
    throw deleteConflict('Cannot delete entity, must detach all policies first.');
  }
  if (Object.keys(role.inline).length > 0) {
    throw deleteConflict('Cannot delete entity, must delete policies first.');
  }
  ctx.atomic(() => {
    roles(ctx).delete(nameKey(role.name));
    forgetUse(ctx, role);
    if (role.boundary !== undefined) attachments(ctx).remove(role.boundary, 'boundary', 'role', role);
  });
  return {};
};
