import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { locales, type Text } from '#labs/kit/text.ts';
import { root, sourceFiles } from './source-files.ts';

const catalogues = sourceFiles().filter((file) => file.path.endsWith('.texts.ts'));

describe.each(catalogues.map((file) => file.path))('%s', (file) => {
  test('says every sentence in every language, with the same values', async () => {
    const module = (await import(pathToFileURL(path.join(root, file)).href)) as {
      texts: Record<string, Text>;
    };
    for (const [key, text] of Object.entries(module.texts)) {
      for (const locale of locales) {
        expect(text[locale].trim(), `${key} in ${locale}`).not.toBe('');
        expect(valuesOf(text[locale]), `${key} in ${locale}`).toEqual(valuesOf(text.en));
      }
    }
  });
});

test('Japanese is written in Japanese and Vietnamese in Vietnamese', async () => {
  const same: string[] = [];
  for (const file of catalogues) {
    const { texts } = (await import(pathToFileURL(path.join(root, file.path)).href)) as {
      texts: Record<string, Text>;
    };
    for (const [key, text] of Object.entries(texts)) {
      const isSentence = /[a-z]{3,} [a-z]{2,} [a-z]{2,}/.test(text.en);
      if (isSentence && (text.ja === text.en || text.vi === text.en)) same.push(`${file.path}: ${key}`);
    }
  }
  expect(same).toEqual([]);
});

test('in English a number stands where it reads right for one and for many', async () => {
  const odd: string[] = [];
  for (const file of catalogues.filter(({ path: at }) => /^checker\/(commands|grading)\//.test(at))) {
    const { texts } = (await import(pathToFileURL(path.join(root, file.path)).href)) as {
      texts: Record<string, Text>;
    };
    for (const [key, { en }] of Object.entries(texts))
      if (counted.test(en)) odd.push(`${file.path}: ${key}: ${en}`);
  }
  expect(odd).toEqual([]);
});

/** "1 learners"; what follows "of" is the whole, which is never one. */
const counted = /(?<!of )\{\w+\} (learners|steps|files|faults|decisions|accounts|runs|labs)\b/;

function valuesOf(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string))].sort();
}
