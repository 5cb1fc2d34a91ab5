import type { reads } from '#labs/kit/reads.ts';
import type { PlaceName } from './places.ts';

/** `lambda:GetPolicy` */
export type ReadName = {
  [Service in keyof typeof reads]: `${Service}:${(typeof reads)[Service][number]}`;
}[keyof typeof reads];

export interface Permission {
  action: string;
  on: PlaceName;
}

/**
 * What IAM asks for before it answers each read; `undefined` where it asks for nothing. Source: AWS's Service
 * Authorization Reference, held by a test.
 */
export const readPermissions: Readonly<Record<ReadName, Permission | undefined>> = {
  'sts:GetCallerIdentity': undefined,
  'iam:GetRole': { action: 'iam:GetRole', on: 'roles' },
  'iam:ListRoles': { action: 'iam:ListRoles', on: 'anything' },
  'iam:ListRoleTags': { action: 'iam:ListRoleTags', on: 'roles' },
  'iam:ListAttachedRolePolicies': { action: 'iam:ListAttachedRolePolicies', on: 'roles' },
  'iam:ListRolePolicies': { action: 'iam:ListRolePolicies', on: 'roles' },
  'iam:GetRolePolicy': { action: 'iam:GetRolePolicy', on: 'roles' },
  'iam:GetPolicy': { action: 'iam:GetPolicy', on: 'policies' },
  'iam:GetPolicyVersion': { action: 'iam:GetPolicyVersion', on: 'policies' },
  'iam:ListPolicyVersions': { action: 'iam:ListPolicyVersions', on: 'policies' },
  'iam:ListPolicies': { action: 'iam:ListPolicies', on: 'anything' },
  'iam:ListEntitiesForPolicy': { action: 'iam:ListEntitiesForPolicy', on: 'policies' },
  'iam:ListInstanceProfilesForRole': { action: 'iam:ListInstanceProfilesForRole', on: 'roles' },
  'iam:ListAccountAliases': { action: 'iam:ListAccountAliases', on: 'anything' },
  'iam:SimulatePrincipalPolicy': { action: 'iam:SimulatePrincipalPolicy', on: 'roles' },
  'lambda:GetFunctionConfiguration': { action: 'lambda:GetFunctionConfiguration', on: 'function' },
  'lambda:GetPolicy': { action: 'lambda:GetPolicy', on: 'function' },
  'lambda:ListFunctions': { action: 'lambda:ListFunctions', on: 'anything' },
  'lambda:ListVersionsByFunction': { action: 'lambda:ListVersionsByFunction', on: 'function' },
  'lambda:ListAliases': { action: 'lambda:ListAliases', on: 'function' },
  'lambda:ListTags': { action: 'lambda:ListTags', on: 'function' },
  'lambda:GetFunctionConcurrency': { action: 'lambda:GetFunctionConcurrency', on: 'function' },
  'lambda:GetFunctionEventInvokeConfig': { action: 'lambda:GetFunctionEventInvokeConfig', on: 'function' },
  'lambda:GetAccountSettings': { action: 'lambda:GetAccountSettings', on: 'anything' },
  'lambda:ListEventSourceMappings': { action: 'lambda:ListEventSourceMappings', on: 'anything' },
  'logs:DescribeLogGroups': { action: 'logs:DescribeLogGroups', on: 'anything' },
  'logs:DescribeLogStreams': { action: 'logs:DescribeLogStreams', on: 'logGroup' },
  'logs:FilterLogEvents': { action: 'logs:FilterLogEvents', on: 'logGroup' },
  'logs:GetLogEvents': { action: 'logs:GetLogEvents', on: 'logGroup' },
  'apigateway:GetRestApis': { action: 'apigateway:GET', on: 'apis' },
  'apigateway:GetRestApi': { action: 'apigateway:GET', on: 'apis' },
  'apigateway:GetResources': { action: 'apigateway:GET', on: 'apis' },
  'apigateway:GetMethod': { action: 'apigateway:GET', on: 'apis' },
  'apigateway:GetIntegration': { action: 'apigateway:GET', on: 'apis' },
  'apigateway:GetStages': { action: 'apigateway:GET', on: 'apis' },
  'apigateway:GetStage': { action: 'apigateway:GET', on: 'apis' },
  'apigateway:GetDeployment': { action: 'apigateway:GET', on: 'apis' },
  'apigateway:GetDeployments': { action: 'apigateway:GET', on: 'apis' },
  'apigateway:GetExport': { action: 'apigateway:GET', on: 'apis' },
  'apigateway:GetRequestValidator': { action: 'apigateway:GET', on: 'apis' },
  'apigateway:GetRequestValidators': { action: 'apigateway:GET', on: 'apis' },
  'apigateway:GetUsagePlans': { action: 'apigateway:GET', on: 'usagePlans' },
  'apigateway:GetUsagePlanKeys': { action: 'apigateway:GET', on: 'usagePlans' },
  'apigateway:GetApiKeys': { action: 'apigateway:GET', on: 'apiKeys' },
  'apigateway:GetAccount': { action: 'apigateway:GET', on: 'gatewayAccount' },
  'dynamodb:DescribeTable': { action: 'dynamodb:DescribeTable', on: 'table' },
  'dynamodb:ListTables': { action: 'dynamodb:ListTables', on: 'anything' },
  'dynamodb:Scan': { action: 'dynamodb:Scan', on: 'table' },
  'dynamodb:Query': { action: 'dynamodb:Query', on: 'table' },
  'dynamodb:GetItem': { action: 'dynamodb:GetItem', on: 'table' },
  'dynamodb:DescribeContinuousBackups': { action: 'dynamodb:DescribeContinuousBackups', on: 'table' },
  'autoscaling:DescribeScalableTargets': {
    action: 'application-autoscaling:DescribeScalableTargets',
    on: 'anything',
  },
  'cloudwatch:GetMetricData': { action: 'cloudwatch:GetMetricData', on: 'anything' },
  'cloudtrail:LookupEvents': { action: 'cloudtrail:LookupEvents', on: 'anything' },
  'budgets:DescribeBudgets': { action: 'budgets:ViewBudget', on: 'budgets' },
  'budgets:DescribeNotificationsForBudget': { action: 'budgets:ViewBudget', on: 'budgets' },
};
