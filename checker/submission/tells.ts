import type { reads } from '#labs/kit/reads.ts';

type Operation = (typeof reads)[keyof typeof reads][number];

/**
 * What a read tells of: how things stand now, which is handed in and can be looked at, or what happened before, which
 * is the word of the computer that wrote it down. Every read of the checks is here, or this does not compile.
 */
export const tellsOf: Readonly<Record<Operation, 'now' | 'past'>> = {
  GetCallerIdentity: 'now',
  GetRole: 'now',
  ListRoles: 'now',
  ListRoleTags: 'now',
  ListAttachedRolePolicies: 'now',
  ListRolePolicies: 'now',
  GetRolePolicy: 'now',
  GetPolicy: 'now',
  GetPolicyVersion: 'now',
  ListPolicyVersions: 'now',
  ListPolicies: 'now',
  ListEntitiesForPolicy: 'now',
  ListInstanceProfilesForRole: 'now',
  ListAccountAliases: 'now',
  SimulatePrincipalPolicy: 'now',
  GetFunctionConfiguration: 'now',
  ListFunctions: 'now',
  ListVersionsByFunction: 'now',
  ListAliases: 'now',
  ListTags: 'now',
  GetFunctionConcurrency: 'now',
  GetFunctionEventInvokeConfig: 'now',
  GetAccountSettings: 'now',
  ListEventSourceMappings: 'now',
  DescribeLogGroups: 'now',
  DescribeLogStreams: 'past',
  FilterLogEvents: 'past',
  GetLogEvents: 'past',
  GetRestApis: 'now',
  GetRestApi: 'now',
  GetResources: 'now',
  GetMethod: 'now',
  GetIntegration: 'now',
  GetStages: 'now',
  GetStage: 'now',
  GetDeployment: 'now',
  GetDeployments: 'now',
  GetExport: 'now',
  GetRequestValidator: 'now',
  GetRequestValidators: 'now',
  GetUsagePlans: 'now',
  GetUsagePlanKeys: 'now',
  GetApiKeys: 'now',
  GetAccount: 'now',
  DescribeTable: 'now',
  ListTables: 'now',
  Scan: 'past',
  Query: 'past',
  GetItem: 'past',
  DescribeContinuousBackups: 'now',
  DescribeScalableTargets: 'now',
  GetMetricData: 'past',
  LookupEvents: 'past',
  DescribeBudgets: 'now',
  DescribeNotificationsForBudget: 'now',
};

/** `getFunctionConfiguration`, as a check calls it. An unknown one is not taken for a look at how things stand. */
export function isOfThePast(method: string): boolean {
  const operation = method.charAt(0).toUpperCase() + method.slice(1);
  return !Object.hasOwn(tellsOf, operation) || tellsOf[operation as Operation] === 'past';
}
