import { defineService } from '#sandbox/core/service.ts';
import { describeAlarms } from './describe-alarms.ts';
import { getMetricData } from './get-metric-data.ts';
import { getMetricStatistics } from './get-metric-statistics.ts';
import { listMetrics } from './list-metrics.ts';

export const service = defineService<typeof import('@aws-sdk/client-cloudwatch')>({
  name: 'monitoring',
  client: () => import('@aws-sdk/client-cloudwatch'),
  prefix: 'cloudwatch',
  operations: {
    DescribeAlarms: describeAlarms,
    GetMetricData: getMetricData,
    GetMetricStatistics: getMetricStatistics,
    ListMetrics: listMetrics,
  },
});
