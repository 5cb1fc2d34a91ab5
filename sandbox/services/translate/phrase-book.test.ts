import { describe, expect, it } from 'vitest';
import { languages, lookUp, normal, phrases, ways } from './phrase-book.ts';
import { patterns } from './phrases/patterns.ts';

const pairs = languages.flatMap((from) =>
  languages.filter((to) => to !== from).map((to) => [from, to] as const),
);

describe('the phrase book', () => {
  it('holds several hundred phrases', () => {
    expect(phrases.length).toBeGreaterThan(480);
  });

  it.each(languages)('has every phrase of %s once', (language) => {
    const all = phrases.flatMap((row) => ways(row, language).map((way) => normal(way, language)));
    expect(all.filter((way, i) => all.indexOf(way) !== i)).toEqual([]);
    expect(all).not.toContain('');
  });

  it.each(pairs)('translates every phrase from %s to %s and back', (from, to) => {
    for (const row of phrases) {
      const [first = ''] = ways(row, from);
      for (const way of ways(row, from)) {
        const there = lookUp(way, from, to);
        expect(there, way).toBeDefined();
        expect(lookUp(there ?? '', to, from)).toBe(first);
      }
    }
  });

  it('keeps every language in its own letters', () => {
    for (const row of phrases) {
      expect(row[0]).toMatch(/^[\x20-\x7e]+$/);
      for (const way of ways(row, 'ja')) expect(way).toMatch(/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u);
      expect(row[2]).not.toMatch(/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u);
      expect(row[2]).toBe(row[2].normalize('NFC'));
    }
  });

  it('has one gap in every way of every pattern', () => {
    for (const row of patterns) {
      for (const language of languages) {
        for (const way of ways(row, language)) expect(way.split('{}')).toHaveLength(2);
      }
    }
  });

  it('asks in all languages or in none', () => {
    for (const [en, ja, vi] of phrases) {
      const asks = [en, ja, vi].map((text) => /[?？]/u.test(text.split('|')[0] ?? ''));
      expect(new Set(asks).size, en).toBe(1);
    }
  });
});
