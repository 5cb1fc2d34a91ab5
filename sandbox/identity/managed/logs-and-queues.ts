import type { AwsManagedPolicy } from './aws-managed-policy.ts';

export const logsAndQueuesPolicies: readonly AwsManagedPolicy[] = [
  {
    name: 'CloudWatchLogsFullAccess',
    path: '/',
    version: 'v8',
    created: '2015-02-06T18:40:02Z',
    updated: '2026-02-12T18:00:33Z',
    document: {
      Version: '2012-10-17',
      Statement: [
        {
          Action: [
            'logs:*',
            'cloudwatch:GenerateQuery',
            'cloudwatch:GenerateQueryResultsSummary',
            'observabilityadmin:GetS3TableIntegration',
            'observabilityadmin:ListS3TableIntegrations',
            'observabilityadmin:ListTelemetryPipelines',
          ],
          Effect: 'Allow',
          Resource: '*',
          Sid: 'CloudWatchLogsFullAccess',
        },
      ],
    },
  },
  {
    name: 'CloudWatchLogsReadOnlyAccess',
    path: '/',
    version: 'v12',
    created: '2015-02-06T18:40:03Z',
    updated: '2026-02-12T17:59:13Z',
    document: {
      Version: '2012-10-17',
      Statement: [
        {
          Action: [
            'logs:Describe*',
            'logs:Get*',
            'logs:List*',
            'logs:StartQuery',
            'logs:StopQuery',
            'logs:TestMetricFilter',
            'logs:FilterLogEvents',
            'logs:StartLiveTail',
            'logs:StopLiveTail',
            'cloudwatch:GenerateQuery',
            'cloudwatch:GenerateQueryResultsSummary',
            'observabilityadmin:ListS3TableIntegrations',
            'observabilityadmin:GetS3TableIntegration',
            'observabilityadmin:ListTelemetryPipelines',
          ],
          Effect: 'Allow',
          Resource: '*',
          Sid: 'CloudWatchLogsReadOnlyAccess',
        },
      ],
    },
  },
  {
    name: 'AmazonSQSFullAccess',
    path: '/',
    version: 'v1',
    created: '2015-02-06T18:41:07Z',
    updated: '2015-02-06T18:41:07Z',
    document: { Version: '2012-10-17', Statement: [{ Action: ['sqs:*'], Effect: 'Allow', Resource: '*' }] },
  },
];
