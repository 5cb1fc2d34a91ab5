import type { StandardUnit } from '@aws-sdk/client-cloudwatch';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Table } from '#sandbox/core/store.ts';

export interface MetricName {
  namespace: string;
  name: string;
  dimensions: Record<string, string>;
}

export interface MetricRecord extends MetricName {
  unit: StandardUnit;
  lastAt: number;
}

/** What was counted in one minute. */
export interface MinuteRecord {
  at: number;
  samples: number;
  sum: number;
  min: number;
  max: number;
  /** Samples by value, rounded, for percentiles. */
  spread: Record<string, number>;
}

export const minute = 60_000;

/** Those of the monitoring service, whichever service asks. */
export const metrics = (ctx: Ctx): Table<MetricRecord> => ctx.in({ service: 'monitoring' }).table('metrics');
export const minutes = (ctx: Ctx): Table<MinuteRecord> => ctx.in({ service: 'monitoring' }).table('minutes');

/** The same whatever the order of the dimensions; sorted by namespace, then name. */
export function metricKey({ namespace, name, dimensions }: MetricName): string {
  const pairs = Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1));
  return [namespace, name, ...pairs.flat()].map(encodeURIComponent).join(' ');
}

/** No escaped text holds a slash, so one metric's minutes are never another's. */
export function minutesOf(metric: MetricName): string {
  return `${metricKey(metric)}/`;
}

export function minuteKey(metric: MetricName, at: number): string {
  return minutesOf(metric) + String(at).padStart(15, '0');
}
