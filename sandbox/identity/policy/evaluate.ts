import type { Principal } from '#sandbox/core/principal.ts';
import { conditionHolds } from './conditions.ts';
import type { Policy, Statement } from './document.ts';
import { matchesGlob } from './glob.ts';
import { type Meant, principalMeant } from './principals.ts';
import { type ContextValues, fillIn } from './variables.ts';

export interface PolicyRequest {
  action: string;
  resource: string;
  caller: Principal;
  context: ContextValues;
}

export interface Evaluation {
  verdict: 'allow' | 'deny' | 'none';
  /** The statements that made the verdict, as [policy, statement] positions. */
  matched: Array<readonly [number, number]>;
  /** How the allowing statements mean the caller; empty for policies without principals. */
  meant: Meant[];
}

/** All policies of one kind together: one Deny outweighs every Allow. */
export function evaluate(policies: readonly Policy[], request: PolicyRequest): Evaluation {
  const found = policies.flatMap((policy, index) =>
    policy.statements.flatMap((statement, position) => {
      const applies = statementApplies(statement, policy.version, request);
      return applies
        ? [{ at: [index, position] as const, effect: statement.effect, meant: applies.meant }]
        : [];
    }),
  );
  const denying = found.filter(({ effect }) => effect === 'Deny');
  const decisive = denying.length > 0 ? denying : found;
  return {
    verdict: denying.length > 0 ? 'deny' : found.length > 0 ? 'allow' : 'none',
    matched: decisive.map(({ at }) => at),
    meant: decisive.flatMap(({ meant }) => meant ?? []),
  };
}

function statementApplies(
  statement: Statement,
  version: string,
  request: PolicyRequest,
): { meant: Meant | undefined } | undefined {
  const { actions, resources, principals, conditions } = statement;
  if (actions && actions.values.some((value) => actionMatches(value, request.action)) === actions.not)
    return undefined;
  if (resources) {
    // What is excepted may be anything as long as a variable in it has no value.
    const absent = resources.not ? '*' : undefined;
    const hit = resources.values.some((value) => {
      const pattern = fillIn(value, version, request.context, absent);
      return pattern !== undefined && matchesGlob(pattern, request.resource);
    });
    if (hit === resources.not) return undefined;
  }
  const meant = principals && principalMeant(principals, request.caller);
  if (principals && meant === undefined) return undefined;
  if (!conditions.every((condition) => conditionHolds(condition, version, request.context))) return undefined;
  return { meant };
}

function actionMatches(pattern: string, action: string): boolean {
  return matchesGlob(pattern.toLowerCase(), action.toLowerCase());
}
