import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  GetMetricDataCommand,
  GetMetricStatisticsCommand,
  PutMetricAlarmCommand,
} from '@aws-sdk/client-cloudwatch';
import { expect, it } from 'vitest';
import { openSandbox } from '#sandbox/testing/open-sandbox.ts';
import { recordMetric } from './record-metric.ts';

const account = '111122223333';
const sandbox = openSandbox();
const client = sandbox.client(CloudWatchClient);
const hour = 3_600_000;

it('answers what a service recorded', async () => {
  const as = { kind: 'service', service: 'lambda.amazonaws.com', account, arn: '', userId: '' } as const;
  const ctx = sandbox.open({ service: 'lambda', account, region: 'ap-northeast-1', as });
  recordMetric(ctx, {
    namespace: 'AWS/Lambda',
    name: 'Duration',
    dimensions: {},
    value: 1.5,
    unit: 'Milliseconds',
  });
  const Metric = { Namespace: 'AWS/Lambda', MetricName: 'Duration' };
  const { MetricDataResults } = await client.send(
    new GetMetricDataCommand({
      StartTime: new Date(sandbox.clock.now() - hour),
      EndTime: new Date(sandbox.clock.now() + hour),
      MetricDataQueries: [{ Id: 'm1', MetricStat: { Metric, Period: 60, Stat: 'Average' } }],
    }),
  );
  expect(MetricDataResults).toMatchObject([{ Id: 'm1', Values: [1.5], Timestamps: [expect.any(Date)] }]);
});

it('says what is wrong by the names that the SDK knows', async () => {
  const ask = {
    Namespace: 'a',
    MetricName: 'b',
    Period: 60,
    StartTime: new Date(0),
    EndTime: new Date(hour),
  };
  await expect(client.send(new GetMetricStatisticsCommand(ask))).rejects.toMatchObject({
    name: expect.stringMatching(/^InvalidParameterCombination/),
  });
});

it('has no alarms, and says so of making one', async () => {
  expect((await client.send(new DescribeAlarmsCommand({}))).MetricAlarms).toEqual([]);
  const alarm = { AlarmName: 'a', ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 1 } as const;
  await expect(client.send(new PutMetricAlarmCommand(alarm))).rejects.toMatchObject({
    message: 'The sandbox has no monitoring:PutMetricAlarm.',
  });
});
