import type { Dimension, StandardUnit } from '@aws-sdk/client-cloudwatch';
import type { Ctx } from '#sandbox/core/context.ts';
import {
  type MetricName,
  type MinuteRecord,
  metricKey,
  metrics,
  minuteKey,
  minutes,
  minutesOf,
} from './records.ts';

export interface Period {
  at: number;
  minutes: MinuteRecord[];
}

interface Asked {
  metric: MetricName;
  from: number;
  /** Not included. */
  to: number;
  seconds: number;
  unit?: StandardUnit | undefined;
}

/** The periods that hold anything, oldest first. Nothing is interpolated: where nothing was counted, nothing is. */
export function series(ctx: Ctx, { metric, from, to, seconds, unit }: Asked): Period[] {
  if (unit !== undefined && unitOf(ctx, metric) !== unit) return [];
  const length = seconds * 1000;
  const found = new Map<number, MinuteRecord[]>();
  const first = Math.floor(from / length) * length;
  for (const [, one] of minutes(ctx).list({
    prefix: minutesOf(metric),
    after: beforeMinute(metric, first),
  })) {
    if (one.at >= to) break;
    const at = Math.floor(one.at / length) * length;
    found.set(at, [...(found.get(at) ?? []), one]);
  }
  return [...found].map(([at, inside]) => ({ at, minutes: inside }));
}

function beforeMinute(metric: MetricName, at: number): string {
  return minuteKey(metric, Math.max(0, at - 1));
}

export function unitOf(ctx: Ctx, metric: MetricName): StandardUnit | undefined {
  return metrics(ctx).get(metricKey(metric))?.unit;
}

export function named(namespace = '', name = '', dimensions: Dimension[] = []): MetricName {
  return {
    namespace,
    name,
    dimensions: Object.fromEntries(dimensions.map(({ Name = '', Value = '' }) => [Name, Value])),
  };
}
