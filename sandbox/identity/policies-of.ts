import type { Ctx } from '#sandbox/core/context.ts';
import type { Principal } from '#sandbox/core/principal.ts';
import { type Policy, readPolicy } from './policy/document.ts';
import { type EntityRecord, nameKey, roles, type Tag, users } from './records/entities.ts';
import { defaultPolicy } from './records/policies.ts';

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
    identity: identityPolicies(entity, ctx, caller.account),
    ...(entity.boundary === undefined ? {} : { boundary: boundaryOf(entity.boundary, ctx, caller.account) }),
    ...(caller.kind === 'role' && caller.sessionPolicies
      ? { session: caller.sessionPolicies.map(readPolicy) }
      : {}),
    tags: entity.tags,
  };
}

function identityPolicies(entity: EntityRecord, ctx: Ctx, account: string): Policy[] {
  const managed = entity.attached.flatMap((arn) => defaultPolicy(ctx, account, arn) ?? []);
  return [...Object.values(entity.inline).map(readPolicy), ...managed];
}

/** A boundary whose policy is gone allows nothing. */
function boundaryOf(arn: string, ctx: Ctx, account: string): Policy[] {
  const policy = defaultPolicy(ctx, account, arn);
  return policy ? [policy] : [];
}
