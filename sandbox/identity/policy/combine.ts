import type { Decision } from '#sandbox/core/identity.ts';
import type { Policy } from './document.ts';
import { type Evaluation, evaluate, type PolicyRequest } from './evaluate.ts';

export interface PolicySet {
  /** An administrator has no policies and may do everything that is his account's to allow. */
  identity: Policy[] | 'everything';
  /** Absent: there is no such limit. */
  boundary?: Policy[];
  session?: Policy[];
  resource?: Policy;
  /** The account that owns what is asked for. */
  owner: string;
}

/**
 * AWS's order: an explicit Deny anywhere; then who may allow what, by account and kind of caller. In one account a
 * resource policy may allow alone: naming the user, the session or everyone goes past boundary and session policy,
 * naming the role does not, and naming the account only leaves it to the caller's own policies.
 */
export function combine(policies: PolicySet, request: PolicyRequest): Decision {
  const identity = policies.identity === 'everything' ? EVERYTHING : evaluate(policies.identity, request);
  const resource = policies.resource ? evaluate([policies.resource], request) : NOTHING;
  const boundary = policies.boundary && evaluate(policies.boundary, request);
  const session = policies.session && evaluate(policies.session, request);

  if (identity.verdict === 'deny') return { allowed: false, kind: 'explicit', by: 'identity' };
  if (resource.verdict === 'deny') return { allowed: false, kind: 'explicit', by: 'resource' };
  if (boundary?.verdict === 'deny') return { allowed: false, kind: 'explicit', by: 'boundary' };
  if (session?.verdict === 'deny') return { allowed: false, kind: 'explicit', by: 'session' };

  if (request.caller.kind === 'service') return resource.verdict === 'allow' ? ALLOWED : refused('resource');
  const own = ownPolicies(identity, boundary, session);
  const foreign = request.caller.account !== policies.owner;
  if ((foreign || isTrust(request.action)) && resource.verdict !== 'allow') return refused('resource');
  if (own.allowed || foreign || resource.verdict !== 'allow') return own;
  if (resource.meant.some((meant) => meant === 'exactly' || meant === 'everyone')) return ALLOWED;
  return resource.meant.includes('role') ? ownPolicies(EVERYTHING, boundary, session) : own;
}

const ALLOWED = { allowed: true } as const;
const NOTHING: Evaluation = { verdict: 'none', matched: [], meant: [] };
const EVERYTHING: Evaluation = { verdict: 'allow', matched: [], meant: [] };

function refused(by: 'identity' | 'resource' | 'boundary' | 'session'): Decision {
  return { allowed: false, kind: 'implicit', by };
}

/** A role's trust policy must allow every caller, its own account's too. */
function isTrust(action: string): boolean {
  return action.toLowerCase() === 'sts:assumerole';
}

function ownPolicies(identity: Evaluation, boundary?: Evaluation, session?: Evaluation): Decision {
  if (identity.verdict !== 'allow') return refused('identity');
  if (boundary && boundary.verdict !== 'allow') return refused('boundary');
  if (session && session.verdict !== 'allow') return refused('session');
  return ALLOWED;
}
