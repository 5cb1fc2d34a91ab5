import type {
  Datapoint,
  GetMetricStatisticsCommandInput,
  GetMetricStatisticsCommandOutput,
} from '@aws-sdk/client-cloudwatch';
import { type Constraints, enforce } from '#sandbox/core/constraints.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Operation } from '#sandbox/core/service.ts';
import type { MinuteRecord } from './records.ts';
import { named, series, unitOf } from './series.ts';
import { simple, statistic } from './statistics.ts';

/** From botocore 1.43's model of CloudWatch (2010-08-01). */
const rules: Constraints = {
  namespace: { required: true, minLength: 1, maxLength: 255 },
  metricName: { required: true, minLength: 1, maxLength: 255 },
  startTime: { required: true },
  endTime: { required: true },
  period: { required: true, min: 1 },
  statistics: { minLength: 1, maxLength: 5 },
  'statistics.member': { oneOf: Object.keys(simple) },
  extendedStatistics: { minLength: 1, maxLength: 10 },
};
const mostPoints = 1440;

export const getMetricStatistics: Operation<
  GetMetricStatisticsCommandInput,
  GetMetricStatisticsCommandOutput
> = (input, ctx) => {
  enforce(input, rules, 'InvalidParameterValueException');
  const { Statistics = [], ExtendedStatistics = [], Period = 60 } = input;
  const from = input.StartTime?.getTime() ?? 0;
  const to = input.EndTime?.getTime() ?? 0;
  refuse(from, to, Period, Statistics.length + ExtendedStatistics.length);

  const metric = named(input.Namespace, input.MetricName, input.Dimensions);
  const unit = input.Unit ?? unitOf(ctx, metric);
  return {
    Label: metric.name,
    Datapoints: series(ctx, { metric, from, to, seconds: Period, unit: input.Unit }).map(
      ({ at, minutes }) => ({
        Timestamp: new Date(at),
        ...simply(minutes, Statistics),
        ...extended(minutes, ExtendedStatistics),
        ...(unit === undefined ? {} : { Unit: unit }),
      }),
    ),
  };
};

function refuse(from: number, to: number, period: number, statistics: number): void {
  if (from >= to) {
    throw new AwsError(
      'InvalidParameterValueException',
      'The parameter StartTime must be less than the parameter EndTime.',
    );
  }
  if (statistics === 0) {
    throw new AwsError(
      'InvalidParameterCombinationException',
      'At least one of the parameters Statistics and ExtendedStatistics must be specified.',
    );
  }
  const points = Math.ceil((to - from) / (period * 1000));
  if (points > mostPoints) {
    throw new AwsError(
      'InvalidParameterCombinationException',
      `You have requested up to ${points.toLocaleString('en')} datapoints, which exceeds the limit of 1,440. You may reduce the datapoints requested by increasing Period, or decreasing the time range.`,
    );
  }
}

function simply(minutes: MinuteRecord[], names: Array<keyof typeof simple>): Partial<Datapoint> {
  return Object.fromEntries(names.map((name) => [name, simple[name](minutes)]));
}

function extended(minutes: MinuteRecord[], names: string[]): Partial<Datapoint> {
  if (names.length === 0) return {};
  const values = names.map((name) => {
    const stat = statistic(name);
    if (!stat || name in simple) {
      throw new AwsError(
        'InvalidParameterValueException',
        `The value ${name} for parameter ExtendedStatistics is not supported.`,
      );
    }
    return [name, stat(minutes)] as const;
  });
  return { ExtendedStatistics: Object.fromEntries(values) };
}
