import type { AwsManagedPolicy } from './aws-managed-policy.ts';

export const translatePolicies: readonly AwsManagedPolicy[] = [
  {
    name: 'TranslateFullAccess',
    path: '/',
    version: 'v2',
    created: '2018-11-27T23:36:20Z',
    updated: '2020-01-08T21:22:27Z',
    document: {
      Version: '2012-10-17',
      Statement: [
        {
          Action: [
            'translate:*',
            'comprehend:DetectDominantLanguage',
            'cloudwatch:GetMetricStatistics',
            'cloudwatch:ListMetrics',
            's3:ListAllMyBuckets',
            's3:ListBucket',
            's3:GetBucketLocation',
            'iam:ListRoles',
            'iam:GetRole',
          ],
          Effect: 'Allow',
          Resource: '*',
        },
      ],
    },
  },
  {
    name: 'TranslateReadOnly',
    path: '/',
    version: 'v7',
    created: '2017-11-29T18:22:00Z',
    updated: '2023-05-24T17:19:30Z',
    document: {
      Version: '2012-10-17',
      Statement: [
        {
          Action: [
            'translate:TranslateText',
            'translate:TranslateDocument',
            'translate:GetTerminology',
            'translate:ListTerminologies',
            'translate:ListTextTranslationJobs',
            'translate:DescribeTextTranslationJob',
            'translate:GetParallelData',
            'translate:ListParallelData',
            'comprehend:DetectDominantLanguage',
            'cloudwatch:GetMetricStatistics',
            'cloudwatch:ListMetrics',
          ],
          Effect: 'Allow',
          Resource: '*',
        },
      ],
    },
  },
];
