import type { HistoryRow } from './history.ts';

/** Rows as the course's function writes them, whose key tells a moment within one of these runs. */
export function rowsOfRuns(rows: readonly HistoryRow[], runs: readonly { at: number }[]): HistoryRow[] {
  return rows.filter((row) => {
    const moment = momentOf(row.key);
    return moment !== undefined && hasTexts(row) && runs.some(({ at }) => isWithin(moment, at));
  });
}

export function hasTexts({ inputText, outputText }: HistoryRow): boolean {
  return Boolean(inputText) && Boolean(outputText);
}

/** The moment that a key tells: `20261120093000`, with or without fractions, ISO 8601, or seconds since 1970. */
export function momentOf(key: string): number | undefined {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})\d*$/.exec(key) ?? [];
  const moment =
    second !== undefined
      ? Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
      : /^\d{10}(\.\d+)?$/.test(key)
        ? Number(key) * 1000
        : /^\d{13}$/.test(key)
          ? Number(key)
          : Date.parse(key);
  return Number.isNaN(moment) ? undefined : moment;
}

const halfHour = 30 * 60_000;
const longestRunMs = 12_000;

/** Clocks may be set to any zone of the world, and all zones lie half hours apart. */
function isWithin(moment: number, start: number): boolean {
  const apart = moment - start;
  const zones = Math.round(apart / halfHour);
  const rest = apart - zones * halfHour;
  return Math.abs(zones) <= 28 && rest >= -2000 && rest <= longestRunMs;
}
