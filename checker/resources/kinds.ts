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

/** All that removing these needs, with exact resources: what a cleaner's policy is made of. */
export function grantsFor(items: readonly Live[], place: Place): Grant[] {
  const all = items.flatMap((live) => kinds[live.type].grants(live, place));
  return [...new Map(all.map((grant) => [`${grant.action} ${grant.resource}`, grant])).values()];
}
