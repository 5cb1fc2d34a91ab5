import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro/content/config';
import { z } from 'astro/zod';
import english from './content/i18n/en.json' with { type: 'json' };

const lesson = z.object({
  /** The English that a translation follows: the first 12 hex digits of its SHA-256 (YAML may take some for a number). */
  follows: z.coerce.string().optional(),
  /** The id of the lab that the lesson is about. */
  lab: z.string().optional(),
  /** Minutes to read, without the lab. */
  minutes: z.number().optional(),
});

/** The site's own words: what English has, every language must have. */
const words = z.object(
  Object.fromEntries(Object.keys(english).map((key) => [key, z.string()])) as Record<
    keyof typeof english,
    z.ZodString
  >,
);

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: lesson }) }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema({ extend: words }) }),
};
