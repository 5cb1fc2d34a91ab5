import type { Ctx } from '#sandbox/core/context.ts';
import type { Principal } from '#sandbox/core/principal.ts';
import { type Policy, readPolicy } from './policy/document.ts';
import { type EntityRecord, nameKey, roles, type Tag, users } from './records/entities.ts';
import { defaultDocument } from './records/policies.ts';

export interface OwnPolicies {
  identity: Policy[] | 'everything';
  boundary?: Policy[];
  session?: Policy[];
  tags: Tag[];
}

/** The policies that a caller brings along. A session of a role that is gone, or was made anew, has none. */
export function policiesOf(caller: Principal, ctx: Ctx): OwnPolicies {
  if (caller.kind === 'administrator') return { identity: 'everything', tags: [] };
  if (caller.kind === 'service') return { identity: [], tags: [] };
  const entity =
    caller.kind === 'role'
      ? roles(ctx, caller.account).get(nameKey(caller.roleName))
      : users(ctx, caller.account).get(nameKey(caller.userName));
  if (!entity || entity.id !== caller.userId.split(':')[0]) return { identity: [], tags: [] };
  return {
    identity: documentsOf(entity, ctx, caller.account).map(readPolicy),
    ...(entity.boundary === undefined ? {} : { boundary: boundaryOf(entity.boundary, ctx, caller.account) }),
    ...(caller.kind === 'role' && caller.sessionPolicies
      ? { session: caller.sessionPolicies.map(readPolicy) }
      : {}),
    tags: entity.tags,
  };
}

function documentsOf(entity: EntityRecord, ctx: Ctx, account: string): string[] {
  const managed = entity.attached.flatMap((arn) => defaultDocument(ctx, account, arn) ?? []);
  return [...Object.values(entity.inline), ...managed];
}

/** A boundary whose policy is gone allows nothing. */
function boundaryOf(arn: string, ctx: Ctx, account: string): Policy[] {
  const document = defaultDocument(ctx, account, arn);
  return document === undefined ? [] : [readPolicy(document)];
}
