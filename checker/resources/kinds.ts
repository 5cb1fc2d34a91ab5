import { apiKeyKind } from './api-key.ts';
import { apiLogGroupKind } from './api-log-group.ts';
import { executionRoleKind } from './execution-role.ts';
import { functionKind } from './function.ts';
import type { Grant, Kind, KindName, Live, Place } from './kind.ts';
import { logGroupKind } from './log-group.ts';
import { policyKind } from './policy.ts';
import { restApiKind } from './rest-api.ts';
import { scalableTargetKind } from './scalable-target.ts';
import { tableKind } from './table.ts';
import { usagePlanKind } from './usage-plan.ts';

/** Everything that labs can leave, in the order in which a plan shows it. */
export const kinds: Readonly<Record<KindName, Kind>> = {
  'usage-plan': usagePlanKind,
  'api-key': apiKeyKind,
  'rest-api': restApiKind,
  function: functionKind,
  'execution-role': executionRoleKind,
  policy: policyKind,
  'scalable-target': scalableTargetKind,
  table: tableKind,
  'log-group': logGroupKind,
  'api-log-group': apiLogGroupKind,
};

export const kindNames = Object.keys(kinds) as KindName[];

/** What finding needs, whatever is there; most of it cannot be narrowed to one resource. */
const findingGrants = ({ account, region }: Place): Grant[] => [
  ...[
    'sts:GetCallerIdentity',
    'lambda:ListFunctions',
    'application-autoscaling:DescribeScalableTargets',
    'cloudtrail:LookupEvents',
  ].map((action) => ({ action, resource: '*' })),
  ...[
    'iam:ListRoles',
    'iam:ListPolicies',
    'iam:GetRole',
    'iam:ListAttachedRolePolicies',
    'iam:ListRolePolicies',
    'iam:ListInstanceProfilesForRole',
    'iam:GetPolicy',
    'iam:ListEntitiesForPolicy',
    'iam:ListPolicyVersions',
  ].map((action) => ({ action, resource: '*' })),
  { action: 'logs:DescribeLogGroups', resource: `arn:aws:logs:${region}:${account}:log-group:*` },
  { action: 'lambda:GetFunctionConfiguration', resource: `arn:aws:lambda:${region}:${account}:function:*` },
  { action: 'dynamodb:DescribeTable', resource: `arn:aws:dynamodb:${region}:${account}:table/*` },
  ...['restapis', 'restapis/*', 'usageplans', 'usageplans/*', 'apikeys'].map((path) => ({
    action: 'apigateway:GET',
    resource: `arn:aws:apigateway:${region}::/${path}`,
  })),
];

/** All that cleaning these needs, with exact resources for what deletes: what a cleaner's policy is made of. */
export function grantsFor(items: readonly Live[], place: Place): Grant[] {
  const all = [...findingGrants(place), ...items.flatMap((live) => kinds[live.type].grants(live, place))];
  return [...new Map(all.map((grant) => [`${grant.action} ${grant.resource}`, grant])).values()];
}
