import type { ReadName } from './read-permissions.ts';

/**
 * The reads that the labs' checks make, verdicts and hints alike. A test finds them in the labs' text and in the calls
 * that came in, and holds this list to them: no more, so that the policy gives no more.
 */
export const callsOfChecks: readonly ReadName[] = [
  'apigateway:GetExport',
  'apigateway:GetIntegration',
  'apigateway:GetMethod',
  'apigateway:GetRequestValidator',
  'apigateway:GetRequestValidators',
  'apigateway:GetResources',
  'apigateway:GetRestApis',
  'apigateway:GetStage',
  'autoscaling:DescribeScalableTargets',
  'budgets:DescribeBudgets',
  'budgets:DescribeNotificationsForBudget',
  'dynamodb:DescribeTable',
  'dynamodb:ListTables',
  'dynamodb:Scan',
  'iam:ListAttachedRolePolicies',
  'iam:SimulatePrincipalPolicy',
  'lambda:GetAccountSettings',
  'lambda:GetFunctionConfiguration',
  'lambda:GetPolicy',
  'lambda:ListFunctions',
  'logs:DescribeLogGroups',
  'logs:FilterLogEvents',
  'sts:GetCallerIdentity',
];

/** What `handson use aws` asks besides: the account's other name, for people. */
export const callsOfUse: readonly ReadName[] = ['iam:ListAccountAliases'];
