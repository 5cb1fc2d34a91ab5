import type { Principal } from '#sandbox/core/principal.ts';
import type { PrincipalElement } from './document.ts';

/**
 * How a resource policy means a caller, which decides what else limits it: its account only (which hands the decision
 * to the caller's own policies), the role behind a session, everyone, or exactly this user, session or service.
 */
export type Meant = 'account' | 'role' | 'everyone' | 'exactly';

/** `undefined`: the element does not mean this caller. */
export function principalMeant(element: PrincipalElement, caller: Principal): Meant | undefined {
  const meant = Object.entries(element.values)
    .flatMap(([kind, values]) => values.map((value) => meansOne(kind, value, caller)))
    .sort((a, b) => strength(b) - strength(a))[0];
  if (!element.not) return meant;
  return meant === undefined ? 'everyone' : undefined;
}

function meansOne(kind: string, value: string, caller: Principal): Meant | undefined {
  if (value === '*' && kind === 'AWS') return 'everyone';
  if (caller.kind === 'service') {
    return kind === 'Service' && value.toLowerCase() === caller.service.toLowerCase() ? 'exactly' : undefined;
  }
  if (kind !== 'AWS') return undefined;
  if (value === caller.account || value === `arn:aws:iam::${caller.account}:root`) return 'account';
  if (value === caller.arn || value === caller.userId) return 'exactly';
  if (caller.kind === 'role' && (value === caller.roleArn || value === caller.userId.split(':')[0]))
    return 'role';
  return undefined;
}

function strength(meant: Meant | undefined): number {
  return meant === undefined ? -1 : ['account', 'role', 'everyone', 'exactly'].indexOf(meant);
}
