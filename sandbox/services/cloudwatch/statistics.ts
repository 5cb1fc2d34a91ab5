import type { MinuteRecord } from './records.ts';

type Statistic = (minutes: MinuteRecord[]) => number;

/** `undefined`: no statistic of that name here. */
export function statistic(name: string): Statistic | undefined {
  const percent = /^p(\d{1,2}(?:\.\d{1,10})?|100)$/.exec(name)?.[1];
  if (percent !== undefined) return (minutes) => percentile(minutes, Number(percent));
  return Object.hasOwn(simple, name) ? simple[name as keyof typeof simple] : undefined;
}

export const simple = {
  SampleCount: (minutes) => total(minutes, ({ samples }) => samples),
  Sum: (minutes) => total(minutes, ({ sum }) => sum),
  Average: (minutes) => total(minutes, ({ sum }) => sum) / total(minutes, ({ samples }) => samples),
  Minimum: (minutes) => Math.min(...minutes.map(({ min }) => min)),
  Maximum: (minutes) => Math.max(...minutes.map(({ max }) => max)),
} satisfies Record<string, Statistic>;

function total(minutes: MinuteRecord[], of: (minute: MinuteRecord) => number): number {
  return minutes.reduce((sum, minute) => sum + of(minute), 0);
}

/** The smallest value that at least so many of a hundred samples do not exceed. */
function percentile(minutes: MinuteRecord[], percent: number): number {
  const bins = new Map<number, number>();
  for (const { spread } of minutes) {
    for (const [value, count] of Object.entries(spread)) {
      bins.set(Number(value), (bins.get(Number(value)) ?? 0) + count);
    }
  }
  const sorted = [...bins].sort(([a], [b]) => a - b);
  const wanted = (percent / 100) * simple.SampleCount(minutes);
  let seen = 0;
  for (const [value, count] of sorted) {
    seen += count;
    if (seen >= wanted) return value;
  }
  return simple.Maximum(minutes);
}
