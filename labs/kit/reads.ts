/**
 * Every call that a check may make, by service. Types and the guard at run time both come from this table, so what is
 * not in it neither compiles nor leaves the machine. Left out on purpose: what mints credentials (GetSessionToken),
 * returns secrets (GetSecretValue) or hands out code (GetFunction).
 */
export const reads = {
  sts: ['GetCallerIdentity'],
  iam: [
    'GetRole',
    'ListRoles',
    'ListRoleTags',
    'ListAttachedRolePolicies',
    'ListRolePolicies',
    'GetRolePolicy',
    'GetPolicy',
    'GetPolicyVersion',
    'ListPolicyVersions',
    'ListPolicies',
    'ListEntitiesForPolicy',
    'ListInstanceProfilesForRole',
    'ListAccountAliases',
    'SimulatePrincipalPolicy',
  ],
  lambda: [
    'GetFunctionConfiguration',
    'GetPolicy',
    'ListFunctions',
    'ListVersionsByFunction',
    'ListAliases',
    'ListTags',
    'GetFunctionConcurrency',
    'GetFunctionEventInvokeConfig',
    'GetAccountSettings',
    'ListEventSourceMappings',
  ],
  logs: ['DescribeLogGroups', 'DescribeLogStreams', 'FilterLogEvents', 'GetLogEvents'],
  apigateway: [
    'GetRestApis',
    'GetRestApi',
    'GetResources',
    'GetMethod',
    'GetIntegration',
    'GetStages',
    'GetStage',
    'GetDeployment',
    'GetDeployments',
    'GetExport',
    'GetRequestValidator',
    'GetRequestValidators',
    'GetUsagePlans',
    'GetUsagePlanKeys',
    'GetApiKeys',
    'GetAccount',
  ],
  dynamodb: ['DescribeTable', 'ListTables', 'Scan', 'Query', 'GetItem', 'DescribeContinuousBackups'],
  autoscaling: ['DescribeScalableTargets'],
  cloudwatch: ['GetMetricData'],
  cloudtrail: ['LookupEvents'],
  budgets: ['DescribeBudgets', 'DescribeNotificationsForBudget'],
} as const;

/** A member of an input that would turn a read into the giving away of a secret. */
export const refusedMembers: Readonly<Record<string, readonly string[]>> = {
  GetApiKeys: ['includeValues'],
};
