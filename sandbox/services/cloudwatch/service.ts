import { defineService, type Need } from '#sandbox/core/service.ts';
import { describeAlarms } from './describe-alarms.ts';
import { getMetricData } from './get-metric-data.ts';
import { getMetricStatistics } from './get-metric-statistics.ts';
import { listMetrics } from './list-metrics.ts';

export const service = defineService<typeof import('@aws-sdk/client-cloudwatch')>({
  name: 'monitoring',
  client: () => import('@aws-sdk/client-cloudwatch'),
  lacks: { GetMetricData: ['LabelOptions'] },
  prefix: 'cloudwatch',
  operations: {
    DescribeAlarms: describeAlarms,
    GetMetricData: getMetricData,
    GetMetricStatistics: getMetricStatistics,
    ListMetrics: listMetrics,
  },
  needs: {
    DescribeAlarms: onAnything('DescribeAlarms'),
    GetMetricData: onAnything('GetMetricData'),
    GetMetricStatistics: onAnything('GetMetricStatistics'),
    ListMetrics: onAnything('ListMetrics'),
  },
});

/** CloudWatch's reads know no resource of their own. */
function onAnything(operation: string): () => Need {
  return () => ({ action: `cloudwatch:${operation}`, resource: '*' });
}
