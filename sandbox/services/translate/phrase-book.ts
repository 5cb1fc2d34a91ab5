import { classroom } from './phrases/classroom.ts';
import { food } from './phrases/food.ts';
import { greetings } from './phrases/greetings.ts';
import { numbersAndTime } from './phrases/numbers-and-time.ts';
import { patterns } from './phrases/patterns.ts';
import type { Row } from './phrases/row.ts';
import { talk } from './phrases/talk.ts';
import { technology } from './phrases/technology.ts';
import { things } from './phrases/things.ts';
import { travel } from './phrases/travel.ts';

export type Language = 'en' | 'ja' | 'vi';

export const languages: readonly Language[] = ['en', 'ja', 'vi'];

export const phrases: readonly Row[] = [
  ...greetings,
  ...talk,
  ...numbersAndTime,
  ...things,
  ...food,
  ...travel,
  ...classroom,
  ...technology,
];

/** What the book has for a text, if it has it: the first way to say it in the other language. */
export function lookUp(text: string, from: Language, to: Language): string | undefined {
  const row = index[from].get(normal(text, from));
  return row && ways(row, to)[0];
}

/** `My name is {}`: the gap's text, and the sentence of the other language with the gap still in it. */
export function lookUpPattern(
  text: string,
  from: Language,
  to: Language,
): { gap: string; pattern: string } | undefined {
  for (const { expression, row } of patternIndex[from]) {
    const gap = expression.exec(text)?.[1];
    if (gap !== undefined) return { gap, pattern: ways(row, to)[0] ?? '' };
  }
  return undefined;
}

/** Width, case, spaces and what stands at the end make no difference. */
export function normal(text: string, language: Language): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/^[\s"'「『]+|[\s"'」』.!?。、,…~〜♪]+$/gu, '')
    .replace(/\s+/g, ' ');
  return language === 'ja' ? plain.replace(/[\s、,]/g, '') : plain.replace(/ ?, ?/g, ' ');
}

export function ways(row: Row, language: Language): string[] {
  return row[languages.indexOf(language)]?.split('|') ?? [];
}

const index: Readonly<Record<Language, ReadonlyMap<string, Row>>> = {
  en: indexOf('en'),
  ja: indexOf('ja'),
  vi: indexOf('vi'),
};

function indexOf(language: Language): Map<string, Row> {
  return new Map(
    phrases.flatMap((row) => ways(row, language).map((way) => [normal(way, language), row] as const)),
  );
}

interface Pattern {
  row: Row;
  expression: RegExp;
}

const patternIndex: Readonly<Record<Language, Pattern[]>> = {
  en: patternsOf('en'),
  ja: patternsOf('ja'),
  vi: patternsOf('vi'),
};

function patternsOf(language: Language): Pattern[] {
  return patterns.flatMap((row) =>
    ways(row, language).map((way) => ({ row, expression: expressionOf(way, language) })),
  );
}

function expressionOf(way: string, language: Language): RegExp {
  const [before = '', after = ''] = way.replace(/[?？]$/, '').split('{}');
  const space = language === 'ja' ? '\\s*' : '';
  const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+');
  return new RegExp(
    `^\\s*${escaped(before)}${space}((?:(?!\\.\\s)[^!?。！？\\n])+?)${space}${escaped(after)}\\s*[.!?。！？]*\\s*$`,
    'iu',
  );
}
