import type { Ctx } from '#sandbox/core/context.ts';
import type { RoleRecord } from '#sandbox/identity/records/entities.ts';
import { trustOf } from '#sandbox/identity/records/trust.ts';
import { boundaryView } from './boundaries.ts';
import { encodeDocument } from './ids.ts';

export function roleView(ctx: Ctx, role: RoleRecord) {
  return { ...listedRole(ctx, role), ...boundaryView(role), ...tagView(role) };
}

/** Lists show neither tags nor boundary. */
export function listedRole(ctx: Ctx, role: RoleRecord) {
  return {
    ...bareRole(ctx, role),
    ...(role.description === undefined ? {} : { Description: role.description }),
    MaxSessionDuration: role.maxSessionSeconds,
  };
}

export function bareRole(ctx: Ctx, role: RoleRecord) {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: role.arn,
    CreateDate: new Date(role.createdAt),
    AssumeRolePolicyDocument: encodeDocument(trustOf(ctx, role)),
  };
}

export function tagView({ tags }: RoleRecord) {
  return tags.length > 0 ? { Tags: tags } : {};
}
