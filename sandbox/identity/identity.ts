import type { Ctx } from '#sandbox/core/context.ts';
import type { Decision, Identity } from '#sandbox/core/identity.ts';
import type { Need } from '#sandbox/core/service.ts';
import { contextOf, ownerOf } from './context.ts';
import { credentials } from './credentials.ts';
import { policiesOf } from './policies-of.ts';
import { combine } from './policy/combine.ts';
import { readPolicy } from './policy/document.ts';

export const identity: Identity = { credentials, decide };

function decide(need: Need, ctx: Ctx): Decision {
  const owner = ownerOf(need.resource, ctx);
  const { caller } = ctx;
  if (caller.kind === 'administrator' && caller.account === owner && need.resourcePolicy === undefined) {
    // Even an administrator assumes no role that does not trust him.
    if (need.action !== 'sts:AssumeRole') return { allowed: true };
  }
  const own = policiesOf(caller, ctx);
  return combine(
    {
      identity: own.identity,
      ...(own.boundary ? { boundary: own.boundary } : {}),
      ...(own.session ? { session: own.session } : {}),
      ...(need.resourcePolicy === undefined ? {} : { resource: readPolicy(need.resourcePolicy) }),
      owner,
    },
    {
      action: need.action,
      resource: need.resource,
      caller,
      context: contextOf(need, ctx, { tags: own.tags }),
    },
  );
}
