import { checkerPolicy } from './checker-policy.ts';
import type { Statement } from './document.ts';
import { type Place, type PlaceName, places } from './places.ts';
import { type Grant, statementsOf } from './statements.ts';

/** Everything to do the course in an account of one's own: console, command line, `check` and `apply`. */
export function learnerPolicy(place: Place): Statement[] {
  return [
    ...checkerPolicy(place, { calls: true }),
    ...statementsOf(grants(building), place, 'Build'),
    ...statementsOf(grants(looking), { ...place, region: '*' }, 'Look'),
    ...conditional(place),
  ];
}

type Actions = Partial<Record<PlaceName, readonly string[]>>;

/** What the steps make and change, by hand or by `apply`. */
const building: Actions = {
  function: [
    'lambda:CreateFunction',
    'lambda:UpdateFunctionCode',
    'lambda:UpdateFunctionConfiguration',
    'lambda:DeleteFunction',
    'lambda:AddPermission',
    'lambda:RemovePermission',
    'lambda:TagResource',
    'lambda:PutFunctionEventInvokeConfig',
  ],
  courseRoles: [
    'iam:CreateRole',
    'iam:PutRolePolicy',
    'iam:DeleteRolePolicy',
    'iam:DetachRolePolicy',
    'iam:DeleteRole',
    'iam:UpdateAssumeRolePolicy',
    'iam:TagRole',
  ],
  coursePolicies: [
    'iam:CreatePolicy',
    'iam:CreatePolicyVersion',
    'iam:DeletePolicyVersion',
    'iam:DeletePolicy',
    'iam:TagPolicy',
  ],
  apis: ['apigateway:POST', 'apigateway:PUT', 'apigateway:PATCH', 'apigateway:DELETE'],
  usagePlans: ['apigateway:POST', 'apigateway:PATCH', 'apigateway:DELETE'],
  apiKeys: ['apigateway:POST'],
  gatewayTags: ['apigateway:GET', 'apigateway:PUT'],
  table: [
    'dynamodb:CreateTable',
    'dynamodb:UpdateTable',
    'dynamodb:DeleteTable',
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
    'dynamodb:DeleteItem',
    'dynamodb:TagResource',
  ],
  logGroup: [
    'logs:CreateLogGroup',
    'logs:PutRetentionPolicy',
    'logs:DeleteRetentionPolicy',
    'logs:DeleteLogGroup',
  ],
  testEvents: [
    'schemas:CreateRegistry',
    'schemas:CreateSchema',
    'schemas:UpdateSchema',
    'schemas:DeleteSchema',
  ],
  budgets: ['budgets:ViewBudget', 'budgets:ModifyBudget'],
  // The console turns auto scaling on for provisioned tables, and deleting such a table takes it off again.
  anything: [
    'application-autoscaling:RegisterScalableTarget',
    'application-autoscaling:DeregisterScalableTarget',
    'application-autoscaling:PutScalingPolicy',
    'application-autoscaling:DeleteScalingPolicy',
  ],
};

/** What the console's pages ask, and signing in from a terminal (`aws login`, CloudShell). */
const looking: Actions = {
  function: [
    'lambda:GetFunction',
    'lambda:GetPolicy',
    'lambda:GetFunctionConcurrency',
    'lambda:GetFunctionEventInvokeConfig',
    'lambda:ListFunctionEventInvokeConfigs',
    'lambda:GetFunctionUrlConfig',
    'lambda:ListFunctionUrlConfigs',
    'lambda:GetFunctionRecursionConfig',
    'lambda:GetRuntimeManagementConfig',
    'lambda:ListVersionsByFunction',
    'lambda:ListAliases',
    'lambda:ListTags',
  ],
  roles: [
    'iam:GetRole',
    'iam:ListAttachedRolePolicies',
    'iam:ListRolePolicies',
    'iam:GetRolePolicy',
    'iam:ListInstanceProfilesForRole',
  ],
  policies: ['iam:GetPolicy', 'iam:GetPolicyVersion', 'iam:ListPolicyVersions', 'iam:ListEntitiesForPolicy'],
  apis: ['apigateway:GET'],
  usagePlans: ['apigateway:GET'],
  apiKeys: ['apigateway:GET'],
  gatewayAccount: ['apigateway:GET'],
  table: [
    'dynamodb:DescribeTable',
    'dynamodb:Scan',
    'dynamodb:Query',
    'dynamodb:GetItem',
    'dynamodb:PartiQLSelect',
    'dynamodb:DescribeTimeToLive',
    'dynamodb:DescribeContinuousBackups',
    'dynamodb:DescribeContributorInsights',
    'dynamodb:DescribeKinesisStreamingDestination',
    'dynamodb:GetResourcePolicy',
    'dynamodb:ListTagsOfResource',
  ],
  logGroup: ['logs:DescribeLogStreams', 'logs:GetLogEvents', 'logs:StartQuery', 'logs:StartLiveTail'],
  testEvents: ['schemas:DescribeRegistry', 'schemas:DescribeSchema', 'schemas:ListSchemaVersions'],
  anything: [
    'lambda:GetAccountSettings',
    'lambda:ListEventSourceMappings',
    'lambda:ListLayers',
    'iam:ListRoles',
    'iam:ListPolicies',
    'dynamodb:ListTables',
    'dynamodb:DescribeLimits',
    'application-autoscaling:DescribeScalableTargets',
    'application-autoscaling:DescribeScalingPolicies',
    'logs:GetQueryResults',
    'cloudwatch:GetMetricData',
    'cloudwatch:GetMetricStatistics',
    'cloudwatch:ListMetrics',
    'cloudwatch:DescribeAlarms',
    'cloudtrail:LookupEvents',
    'tag:GetResources',
    'kms:ListAliases',
    'freetier:GetAccountPlanState',
    'schemas:ListRegistries',
    'translate:ListLanguages',
    'signin:*',
    'cloudshell:*',
  ],
};

/** Whoever may hand any policy to a role that Lambda runs as is an administrator: hence the limits here. */
function conditional(place: Place): Statement[] {
  const roles = places.courseRoles(place);
  return [
    {
      Sid: 'AttachOnlyThese',
      Effect: 'Allow',
      Action: ['iam:AttachRolePolicy'],
      Resource: roles,
      Condition: {
        ArnLike: {
          'iam:PolicyARN': [
            ...places.coursePolicies(place),
            'arn:aws:iam::aws:policy/service-role/AWSLambda*ExecutionRole',
            'arn:aws:iam::aws:policy/TranslateFullAccess',
            'arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess_v2',
          ],
        },
      },
    },
    {
      Sid: 'PassOnlyToLambda',
      Effect: 'Allow',
      Action: ['iam:PassRole'],
      Resource: roles,
      Condition: { StringEquals: { 'iam:PassedToService': ['lambda.amazonaws.com'] } },
    },
  ];
}

function grants(actions: Actions): Grant[] {
  return Object.entries(actions).flatMap(([on, names]) =>
    names.map((action) => ({ action, on: on as PlaceName })),
  );
}
