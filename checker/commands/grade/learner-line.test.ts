import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import {
  hardNames,
  sampleClass,
  sampleLearner,
  sampleMarks,
} from '#checker/grading/reports/sample-class.fixture.ts';
import { paintOf } from '#checker/render/paint.ts';
import { widthOf } from '#checker/render/width.ts';
import { learnerLine, shown } from './learner-line.ts';

const rows = sampleClass(12);
const learners = rows.map(({ learner }) => learner);
const linesAt = (width: number, colour = false, locale: 'en' | 'ja' | 'vi' = 'en') => {
  const line = learnerLine(learners, { width, locale, paint: paintOf(colour) });
  return rows.map(line);
};

test('names, ids and points stand one below the other, also in Japanese', () => {
  const starts = linesAt(100, false, 'ja').map((line) => widthOf(line.slice(0, line.search(/2000\d{8}/))));
  expect(new Set(starts).size).toBe(1);
});

test('a name too long is cut, and what would steer the terminal is not printed', () => {
  const long = { ...sampleLearner(0), name: '長'.repeat(40) };
  const line = learnerLine([long], { width: 100, locale: 'en', paint: paintOf(false) });
  expect(line(sampleMarks(long, 'empty'))).toMatch(/^長{13}… {3}200000000000/);
  for (const text of linesAt(100)) expect(text).not.toMatch(/[\u0007\u202e]/);
  expect(shown('a\u001b[2Jb\nc')).toBe('a\ufffd[2Jb\ufffdc');
});

test('a narrow terminal gets two lines, none wider than it', () => {
  for (const text of linesAt(48))
    for (const line of text.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(60);
  expect(linesAt(48)[0]?.split('\n')).toHaveLength(2);
});

test('colour adds nothing but colour', () => {
  expect(linesAt(100, true).map(stripVTControlCharacters)).toEqual(linesAt(100));
});

test('who could not be read has no points, and the reason in words', () => {
  const line = linesAt(100).find((one) => one.includes(hardNames[3] ?? ''));
  expect(line).toMatch(/ – {10}29 incomplete {2}unreadable \(access denied\)$/);
});
