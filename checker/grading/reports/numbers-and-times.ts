import { type Locale, locales } from '#labs/kit/text.ts';

/** A time as people write it, in the time zone of the class, which is named. */
export function whenIn(locale: Locale, timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  });
  return (at) => `${format.format(at)} (${timeZone})`;
}

export interface Clock {
  when(locale: Locale, at: number): string;
  day(locale: Locale, at: number): string;
}

/** Made once for a report: what a formatter holds is outside the heap, and thousands of them take gigabytes. */
export function clockOf(timeZone: string): Clock {
  const each = <Value>(make: (locale: Locale) => Value) =>
    Object.fromEntries(locales.map((locale) => [locale, make(locale)])) as Record<Locale, Value>;
  const times = each((locale) => whenIn(locale, timeZone));
  const days = each((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }));
  return {
    when: (locale, at) => times[locale](at),
    day: (locale, at) => days[locale].format(at),
  };
}
