import { readsOf } from './checker-policy.ts';
import type { Statement } from './document.ts';
import type { Place } from './places.ts';
import type { ReadName } from './read-permissions.ts';

/** One call of a removal, on exactly what it removes. */
export interface Removal {
  action: string;
  resource: string;
}

/** What `clean` and `leftovers` read to find what stands; a test holds the list to their text. */
export const callsOfCleaning: readonly ReadName[] = [
  'apigateway:GetApiKeys',
  'apigateway:GetRestApi',
  'apigateway:GetRestApis',
  'apigateway:GetStages',
  'apigateway:GetUsagePlanKeys',
  'apigateway:GetUsagePlans',
  'autoscaling:DescribeScalableTargets',
  'cloudtrail:LookupEvents',
  'dynamodb:DescribeTable',
  'iam:GetPolicy',
  'iam:GetRole',
  'iam:ListAttachedRolePolicies',
  'iam:ListEntitiesForPolicy',
  'iam:ListInstanceProfilesForRole',
  'iam:ListPolicies',
  'iam:ListPolicyVersions',
  'iam:ListRolePolicies',
  'iam:ListRoles',
  'lambda:GetFunctionConfiguration',
  'lambda:ListFunctions',
  'logs:DescribeLogGroups',
  'sts:GetCallerIdentity',
];

/** Reads to find what stands, and the removal of exactly what the plan holds: ids of APIs tell no names. */
export function cleanerPolicy(place: Place, removals: readonly Removal[]): Statement[] {
  return [...readsOf(callsOfCleaning, place), ...asStatements(removals)];
}

/** Resources that are given the same actions share a statement. */
function asStatements(removals: readonly Removal[]): Statement[] {
  const actions = new Map<string, string[]>();
  for (const { action, resource } of removals) {
    actions.set(resource, [...(actions.get(resource) ?? []), action].sort());
  }
  const statements = new Map<string, Statement>();
  for (const [resource, Action] of actions) {
    const known = statements.get(Action.join());
    if (known) known.Resource.push(resource);
    else {
      const Sid = `Remove${statements.size + 1}`;
      statements.set(Action.join(), { Sid, Effect: 'Allow', Action, Resource: [resource] });
    }
  }
  return [...statements.values()];
}
