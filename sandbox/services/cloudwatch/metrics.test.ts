import { beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '#sandbox/core/context.ts';
import { testContext } from '#sandbox/testing/logs-context.ts';
import { getMetricData } from './get-metric-data.ts';
import { getMetricStatistics } from './get-metric-statistics.ts';
import { listMetrics } from './list-metrics.ts';
import { recordMetric } from './record-metric.ts';
import { minute, minutes } from './records.ts';

let ctx: Ctx;
let pass: (ms: number) => void;
let start: number;
const invocations = { namespace: 'AWS/Lambda', name: 'Invocations', dimensions: { FunctionName: 'f' } };
const asked = {
  Namespace: 'AWS/Lambda',
  MetricName: 'Invocations',
  Dimensions: [{ Name: 'FunctionName', Value: 'f' }],
};

beforeEach(() => {
  ({ ctx, pass } = testContext('lambda'));
  start = ctx.now();
});

const data = (Stat: string, more: object = {}, query: object = {}) =>
  getMetricData(
    {
      StartTime: new Date(start),
      EndTime: new Date(start + 10 * minute),
      MetricDataQueries: [{ Id: 'm1', MetricStat: { Metric: asked, Period: 60, Stat }, ...query }],
      ...more,
    },
    ctx,
  );

describe('metrics', () => {
  it('are counted by minute and answered by period, newest first', async () => {
    recordMetric(ctx, { ...invocations, value: 1 });
    recordMetric(ctx, { ...invocations, value: 1, at: start + 59_999 });
    recordMetric(ctx, { ...invocations, value: 1, at: start + 3 * minute });
    recordMetric(ctx, { ...invocations, dimensions: { FunctionName: 'g' }, value: 5 });
    expect(await data('Sum')).toEqual({
      MetricDataResults: [
        {
          Id: 'm1',
          Label: 'Invocations',
          Timestamps: [new Date(start + 3 * minute), new Date(start)],
          Values: [1, 2],
          StatusCode: 'Complete',
        },
      ],
      Messages: [],
    });
    const five = { MetricStat: { Metric: asked, Period: 300, Stat: 'Sum' } };
    expect((await data('', {}, five)).MetricDataResults?.[0]?.Values).toEqual([3]);
  });

  it.each([
    ['SampleCount', 100],
    ['Sum', 5050],
    ['Average', 50.5],
    ['Minimum', 1],
    ['Maximum', 100],
    ['p50', 50],
    ['p99', 99],
    ['p99.5', 100],
  ])('know %s', async (stat, expected) => {
    for (let value = 1; value <= 100; value += 1) recordMetric(ctx, { ...invocations, value });
    expect((await data(stat)).MetricDataResults?.[0]?.Values).toEqual([expected]);
  });

  it('stay small in a busy minute, and their percentiles near', async () => {
    for (let value = 1; value <= 1000; value += 1) recordMetric(ctx, { ...invocations, value });
    const [, record] = minutes(ctx).list()[0] ?? [];
    expect(Object.keys(record?.spread ?? {}).length).toBeLessThan(250);
    const p90 = (await data('p90')).MetricDataResults?.[0]?.Values?.[0];
    expect(p90).toBeGreaterThan(880);
    expect(p90).toBeLessThan(920);
  });

  it('say what they cannot do', () => {
    expect(() => data('Sum', {}, { Expression: 'm1*2' })).toThrow('The sandbox has no metric math');
    expect(() => data('IQM')).toThrow('does not know the statistic IQM');
    expect(() => data('Sum', { EndTime: new Date(start) })).toThrow('StartTime must be less than');
    expect(() => data('Sum', {}, { Id: 'M' })).toThrow("at 'metricDataQueries.1.member.id'");
  });

  it('come page by page when asked for few', async () => {
    for (let i = 0; i < 5; i += 1) recordMetric(ctx, { ...invocations, value: i, at: start + i * minute });
    const values: unknown[] = [];
    let token: string | undefined;
    do {
      const page = await data('Sum', { MaxDatapoints: 2, ...(token ? { NextToken: token } : {}) });
      values.push(...(page.MetricDataResults?.[0]?.Values ?? []));
      token = page.NextToken;
    } while (token);
    expect(values).toEqual([4, 3, 2, 1, 0]);
  });

  it('answer the older question too, with their unit', async () => {
    recordMetric(ctx, { ...invocations, name: 'Duration', value: 12.5, unit: 'Milliseconds' });
    const statistics = (more: object) =>
      getMetricStatistics(
        {
          ...asked,
          MetricName: 'Duration',
          StartTime: new Date(start),
          EndTime: new Date(start + minute),
          Period: 60,
          ...more,
        },
        ctx,
      );
    expect(await statistics({ Statistics: ['Average', 'SampleCount'], ExtendedStatistics: ['p90'] })).toEqual(
      {
        Label: 'Duration',
        Datapoints: [
          {
            Timestamp: new Date(start),
            Average: 12.5,
            SampleCount: 1,
            ExtendedStatistics: { p90: 12.5 },
            Unit: 'Milliseconds',
          },
        ],
      },
    );
    expect((await statistics({ Statistics: ['Sum'], Unit: 'Count' })).Datapoints).toEqual([]);
    expect(() => statistics({})).toThrow('At least one of the parameters');
    expect(() => statistics({ Statistics: ['Sum'], EndTime: new Date(start + 2880 * minute) })).toThrow(
      'You have requested up to 2,880 datapoints, which exceeds the limit of 1,440.',
    );
  });

  it('are listed by namespace, name and dimensions', async () => {
    recordMetric(ctx, { ...invocations, value: 1 });
    recordMetric(ctx, { namespace: 'AWS/ApiGateway', name: 'Count', dimensions: { ApiName: 'a' }, value: 1 });
    const names = async (input: object) => (await listMetrics(input, ctx)).Metrics?.map((m) => m.MetricName);
    expect(await names({})).toEqual(['Count', 'Invocations']);
    expect(await names({ Namespace: 'AWS/Lambda' })).toEqual(['Invocations']);
    expect(await names({ Dimensions: [{ Name: 'FunctionName' }] })).toEqual(['Invocations']);
    expect(await names({ Dimensions: [{ Name: 'FunctionName', Value: 'g' }] })).toEqual([]);
  });

  it('are forgotten by the minute after 15 days', () => {
    recordMetric(ctx, { ...invocations, value: 1 });
    pass(16 * 24 * 60 * minute);
    recordMetric(ctx, { ...invocations, value: 1 });
    expect(minutes(ctx).count()).toBe(1);
  });
});
