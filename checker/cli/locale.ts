import { type Locale, locales } from '#labs/kit/text.ts';

/** The first language of the environment that the course speaks, else English. */
export function localeOf(env: Readonly<Record<string, string | undefined>>, system: () => string): Locale {
  const wished = env.LC_ALL || env.LC_MESSAGES || env.LANG || system();
  return asLocale(wished) ?? 'en';
}

/** `ja_JP.UTF-8`, `ja-JP` and `ja` are Japanese. */
export function asLocale(name: string): Locale | undefined {
  const language = name.toLowerCase().split(/[-_.@]/)[0];
  return locales.find((locale) => locale === language);
}
