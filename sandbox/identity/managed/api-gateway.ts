import type { AwsManagedPolicy } from './aws-managed-policy.ts';

export const apiGatewayPolicies: readonly AwsManagedPolicy[] = [
  {
    name: 'AmazonAPIGatewayAdministrator',
    path: '/',
    version: 'v1',
    created: '2015-07-09T17:34:45Z',
    updated: '2015-07-09T17:34:45Z',
    document: {
      Version: '2012-10-17',
      Statement: [{ Action: ['apigateway:*'], Effect: 'Allow', Resource: 'arn:aws:apigateway:*::/*' }],
    },
  },
  {
    name: 'AmazonAPIGatewayInvokeFullAccess',
    path: '/',
    version: 'v2',
    created: '2015-07-09T17:36:12Z',
    updated: '2018-12-18T18:25:10Z',
    document: {
      Version: '2012-10-17',
      Statement: [
        {
          Action: ['execute-api:Invoke', 'execute-api:ManageConnections'],
          Effect: 'Allow',
          Resource: 'arn:aws:execute-api:*:*:*',
        },
      ],
    },
  },
  {
    name: 'AmazonAPIGatewayPushToCloudWatchLogs',
    path: '/service-role/',
    version: 'v1',
    created: '2015-11-11T23:41:46Z',
    updated: '2015-11-11T23:41:46Z',
    document: {
      Version: '2012-10-17',
      Statement: [
        {
          Action: [
            'logs:CreateLogGroup',
            'logs:CreateLogStream',
            'logs:DescribeLogGroups',
            'logs:DescribeLogStreams',
            'logs:PutLogEvents',
            'logs:GetLogEvents',
            'logs:FilterLogEvents',
          ],
          Effect: 'Allow',
          Resource: '*',
        },
      ],
    },
  },
];
