import type {
  AttachedPermissionsBoundary,
  DeleteRolePermissionsBoundaryCommandInput,
  DeleteRolePermissionsBoundaryCommandOutput,
  DeleteUserPermissionsBoundaryCommandInput,
  DeleteUserPermissionsBoundaryCommandOutput,
  PermissionsBoundaryAttachmentType,
  PutRolePermissionsBoundaryCommandInput,
  PutRolePermissionsBoundaryCommandOutput,
  PutUserPermissionsBoundaryCommandInput,
  PutUserPermissionsBoundaryCommandOutput,
} from '@aws-sdk/client-iam';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Operation } from '#sandbox/core/service.ts';
import type { EntityRecord } from '#sandbox/identity/records/entities.ts';
import { attachments } from './attachment-index.ts';
import { check } from './constraints.ts';
import { type EntityKind, entityNamed, keep } from './entities.ts';
import { noSuchEntity } from './errors.ts';
import { attachable } from './policy-arns.ts';

export const putRolePermissionsBoundary: Operation<
  PutRolePermissionsBoundaryCommandInput,
  PutRolePermissionsBoundaryCommandOutput
> = (input, ctx) => {
  check(input, 'roleName', 'permissionsBoundary');
  return setBoundary(ctx, 'role', input.RoleName, requireBoundary(ctx, input.PermissionsBoundary));
};

export const putUserPermissionsBoundary: Operation<
  PutUserPermissionsBoundaryCommandInput,
  PutUserPermissionsBoundaryCommandOutput
> = (input, ctx) => {
  check(input, 'userName', 'permissionsBoundary');
  return setBoundary(ctx, 'user', input.UserName, requireBoundary(ctx, input.PermissionsBoundary));
};

export const deleteRolePermissionsBoundary: Operation<
  DeleteRolePermissionsBoundaryCommandInput,
  DeleteRolePermissionsBoundaryCommandOutput
> = (input, ctx) => {
  check(input, 'roleName');
  return setBoundary(ctx, 'role', input.RoleName, undefined);
};

export const deleteUserPermissionsBoundary: Operation<
  DeleteUserPermissionsBoundaryCommandInput,
  DeleteUserPermissionsBoundaryCommandOutput
> = (input, ctx) => {
  check(input, 'userName');
  return setBoundary(ctx, 'user', input.UserName, undefined);
};

/** A boundary is a managed policy that is there. */
export function requireBoundary(ctx: Ctx, arn: string | undefined): string | undefined {
  return arn === undefined ? undefined : attachable(ctx, arn).arn;
}

export function boundaryView({ boundary }: EntityRecord): {
  PermissionsBoundary?: AttachedPermissionsBoundary;
} {
  if (boundary === undefined) return {};
  return {
    PermissionsBoundary: { PermissionsBoundaryType: ANSWERED_TYPE, PermissionsBoundaryArn: boundary },
  };
}

/** AWS answers `Policy`, which its own model does not list. */
const ANSWERED_TYPE = 'Policy' as string as PermissionsBoundaryAttachmentType;

function setBoundary(ctx: Ctx, kind: EntityKind, name: string | undefined, boundary: string | undefined) {
  const { boundary: before, ...entity } = entityNamed(ctx, kind, name);
  const index = attachments(ctx);
  if (boundary === undefined && before === undefined) {
    throw noSuchEntity(`The permissions boundary of the ${kind} with name ${name} cannot be found.`);
  }
  ctx.atomic(() => {
    if (before !== undefined) index.remove(before, 'boundary', kind, entity);
    if (boundary !== undefined) index.add(boundary, 'boundary', kind, entity);
    keep(ctx, kind, boundary === undefined ? entity : { ...entity, boundary });
  });
  return {};
}
