import { getCollection } from 'astro:content';
import type { Locale } from '#labs/kit/text.ts';
import { addressOf } from './language.ts';
import { pages } from './sidebar.ts';

export interface Lesson {
  slug: string;
  title: string;
  address: string;
  lab: string | undefined;
  minutes: number | undefined;
}

/** What we read of a page. Astro's own types of it are made by a build, and a fresh clone has none. */
interface Entry {
  id: string;
  data: { title: string; lab?: string | undefined; minutes?: number | undefined };
}

/** The lessons in order, each in the wanted language where it is written in it. */
export async function lessonsIn(locale: Locale): Promise<Lesson[]> {
  const docs: readonly Entry[] = await getCollection('docs');
  const entries = new Map(docs.map((entry) => [entry.id, entry]));
  return pages.flatMap((slug) => {
    const name = slug === 'index' ? '' : slug;
    const translated = locale === 'en' ? undefined : entries.get(name === '' ? locale : `${locale}/${name}`);
    const entry = translated ?? entries.get(slug);
    if (!entry) return [];
    const { title, lab, minutes } = entry.data;
    return [{ slug, title, address: addressOf(slug, locale), lab, minutes }];
  });
}
