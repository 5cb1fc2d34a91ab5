import type { Locale } from './text.ts';

/** A number as people write it, to the hundredth: 1,000.5 or 1.000,5. Never for what a program or a shell reads. */
export const numberIn = (locale: Locale, value: number): string => numbers[locale].format(value);

/** The values of a sentence, all of them numbers. */
export function numbersIn<Name extends string>(
  locale: Locale,
  values: Readonly<Record<Name, number>>,
): Record<Name, string> {
  const written = Object.entries<number>(values).map(([name, value]) => [name, numberIn(locale, value)]);
  return Object.fromEntries(written);
}

/** An amount of US dollars without its sign. What is next to nothing is not written as nothing. */
export function usdIn(locale: Locale, usd: number): string {
  return usd > 0 && usd < 0.01 ? `< ${amounts[locale].format(0.01)}` : amounts[locale].format(usd);
}

const formatsOf = (options: Intl.NumberFormatOptions): Readonly<Record<Locale, Intl.NumberFormat>> => ({
  en: new Intl.NumberFormat('en', options),
  ja: new Intl.NumberFormat('ja', options),
  vi: new Intl.NumberFormat('vi', options),
});

const numbers = formatsOf({ maximumFractionDigits: 2 });
const amounts = formatsOf({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
