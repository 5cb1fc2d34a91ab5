import { type Locale, locales } from '#labs/kit/text.ts';

/** The language of the page being built. */
export function languageOf(locals: { starlightRoute: { lang: string } }): Locale {
  const { lang } = locals.starlightRoute;
  return locales.find((locale) => locale === lang) ?? 'en';
}

/** The address of a page of the course in a language; English has no prefix. */
export function addressOf(slug: string, locale: Locale): string {
  const page = slug === 'index' ? '' : `${slug}/`;
  return locale === 'en' ? `/${page}` : `/${locale}/${page}`;
}

/** The page's name, the same in every language. */
export function slugOf(locals: { starlightRoute: { id: string } }): string {
  const slug = locals.starlightRoute.id.replace(/^(ja|vi)(\/|$)/, '');
  return slug === '' ? 'index' : slug;
}
