import type { DescribeAlarmsCommandInput, DescribeAlarmsCommandOutput } from '@aws-sdk/client-cloudwatch';
import type { Operation } from '#sandbox/core/service.ts';

/** True and not a stand-in: nothing here makes alarms, since PutMetricAlarm is not there. */
export const describeAlarms: Operation<DescribeAlarmsCommandInput, DescribeAlarmsCommandOutput> = () => ({
  MetricAlarms: [],
  CompositeAlarms: [],
});
