import type { ReadName } from './read-permissions.ts';

/**
 * The reads that the labs' checks make, verdicts and hints alike. A test records them in finished, half-way and empty
 * worlds, and holds this list to what it saw: no more, so that the policy gives no more.
 */
export const callsOfChecks: readonly ReadName[] = [
  'apigateway:GetExport',
  'apigateway:GetIntegration',
  'apigateway:GetMethod',
  'apigateway:GetResources',
  'apigateway:GetRestApis',
  'iam:SimulatePrincipalPolicy',
  'lambda:GetFunctionConfiguration',
  'lambda:ListFunctions',
  'logs:DescribeLogGroups',
  'logs:FilterLogEvents',
];

/** What `handson use aws` asks besides: the account's other name, for people. */
export const callsOfUse: readonly ReadName[] = ['sts:GetCallerIdentity', 'iam:ListAccountAliases'];
