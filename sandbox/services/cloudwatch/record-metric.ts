import type { StandardUnit } from '@aws-sdk/client-cloudwatch';
import type { Ctx } from '#sandbox/core/context.ts';
import { type MetricName, metricKey, metrics, minute, minuteKey, minutes, minutesOf } from './records.ts';

export interface Sample extends MetricName {
  value: number;
  /** Default `Count`. */
  unit?: StandardUnit;
  /** Milliseconds since 1970; default now. */
  at?: number;
}

/** What a service counts of itself, as Lambda its invocations; any context of the account and region will do. */
export function recordMetric(ctx: Ctx, { value, unit = 'Count', at = ctx.now(), ...metric }: Sample): void {
  ctx.atomic(() => {
    remember(ctx, metric, unit, at);
    const start = Math.floor(at / minute) * minute;
    const key = minuteKey(metric, start);
    const before = minutes(ctx).get(key);
    if (!before) dropOld(ctx, metric);
    minutes(ctx).put(key, {
      at: start,
      samples: (before?.samples ?? 0) + 1,
      sum: (before?.sum ?? 0) + value,
      min: Math.min(before?.min ?? value, value),
      max: Math.max(before?.max ?? value, value),
      spread: spreadWith(before?.spread ?? {}, value),
    });
  });
}

const mostBins = 100;

/** Three digits tell the values of a quiet minute apart; a busy one is told by two, so that its record stays small. */
function spreadWith(spread: Record<string, number>, value: number): Record<string, number> {
  const wide = Object.keys(spread).length >= mostBins;
  const fine = String(Number(value.toPrecision(3)));
  if (!wide || fine in spread) return { ...spread, [fine]: (spread[fine] ?? 0) + 1 };
  const coarse: Record<string, number> = {};
  for (const [one, count] of [...Object.entries(spread), [fine, 1] as const]) {
    const bin = String(Number(Number(one).toPrecision(2)));
    coarse[bin] = (coarse[bin] ?? 0) + count;
  }
  return coarse;
}

function remember(ctx: Ctx, metric: MetricName, unit: StandardUnit, at: number): void {
  const known = metrics(ctx).get(metricKey(metric));
  // Only ListMetrics asks how recent a metric is, and only to the hour.
  if (known && at - known.lastAt < 15 * minute) return;
  metrics(ctx).put(metricKey(metric), { ...metric, unit, lastAt: at });
}

const keptMs = 15 * 24 * 60 * minute;

/** AWS keeps single minutes for 15 days. */
function dropOld(ctx: Ctx, metric: MetricName): void {
  for (const [key, { at }] of minutes(ctx).list({ prefix: minutesOf(metric), limit: 10 })) {
    if (at < ctx.now() - keptMs) minutes(ctx).delete(key);
  }
}
