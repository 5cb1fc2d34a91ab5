import type { RoleRecord } from '#sandbox/identity/records/entities.ts';
import { boundaryView } from './boundaries.ts';
import { encodeDocument } from './ids.ts';

export function roleView(role: RoleRecord) {
  return { ...listedRole(role), ...boundaryView(role), ...tagView(role) };
}

/** Lists show neither tags nor boundary. */
export function listedRole(role: RoleRecord) {
  return {
    ...bareRole(role),
    ...(role.description === undefined ? {} : { Description: role.description }),
    MaxSessionDuration: role.maxSessionSeconds,
  };
}

export function bareRole(role: RoleRecord) {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: role.arn,
    CreateDate: new Date(role.createdAt),
    AssumeRolePolicyDocument: encodeDocument(role.trust),
  };
}

export function tagView({ tags }: RoleRecord) {
  return tags.length > 0 ? { Tags: tags } : {};
}
