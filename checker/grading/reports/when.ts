import type { Locale } from '#labs/kit/text.ts';

/** A time as people write it, in the time zone of the class, which is named. */
export function whenIn(locale: Locale, timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  });
  return (at) => `${format.format(at)} (${timeZone})`;
}
