import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro/content/config';
import { z } from 'astro/zod';

const lesson = z.object({
  /** The English that a translation follows: the first 12 hex digits of its SHA-256 (YAML may take some for a number). */
  follows: z.coerce.string().optional(),
  /** The id of the lab that the lesson is about. */
  lab: z.string().optional(),
  /** Minutes to read, without the lab. */
  minutes: z.number().optional(),
});

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: lesson }) }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
};
