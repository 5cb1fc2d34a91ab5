import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { locales } from '#labs/kit/text.ts';
import { laggingTranslations } from '#site/translations.ts';

const content = path.resolve(import.meta.dirname, '../../content');

describe('the course in three languages', () => {
  test.each(['ja', 'vi'])('every page is there in %s and follows the English as it stands', (language) => {
    const told = laggingTranslations(path.join(content, 'docs'), language).map(
      ({ page, problem, follows }) => `content/docs/${page} is ${problem}; it must name follows: ${follows}`,
    );
    expect(told).toEqual([]);
  });

  test("the site's own words are there in every language, with the same values", () => {
    const [english, ...others] = locales.map(words);
    for (const other of others) {
      expect(ours(other)).toEqual(ours(english));
      for (const [key, text] of Object.entries(english ?? {}))
        expect([key, values(other[key] ?? '')]).toEqual([key, values(text)]);
    }
  });
});

function words(locale: string): Record<string, string> {
  return JSON.parse(readFileSync(path.join(content, `i18n/${locale}.json`), 'utf8'));
}

/** Keys of Starlight's own stand only where Starlight lacks them. */
function ours(words: Record<string, string> = {}): string[] {
  return Object.keys(words)
    .filter((key) => !/^(pagefind|expressiveCode|heading)\./.test(key))
    .sort();
}

function values(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort();
}
