import { expect, test } from 'vitest';
import type { Marks } from '../marks.ts';
import { classTally } from './class-tally.ts';
import { fullNames } from './labels.ts';
import { inMarkdown, markdown } from './markdown.ts';
import { allLabs, at, hardNames, sampleClass, sampleLearner, sampleMarks } from './sample-class.fixture.ts';

const written = (rows: Marks[]) => {
  const tally = classTally(allLabs);
  for (const marks of rows) tally.add(marks);
  return [
    ...markdown(rows, {
      className: 'spring',
      run: { id: 1, began: at, version: '0.1.0' },
      timeZone: 'Asia/Tokyo',
      labs: allLabs,
      locale: 'en',
      labels: fullNames,
      tally: tally.done(),
    }),
  ].join('');
};
/** Cells as a renderer splits a line: at pipes that are not escaped. */
const cellsOf = (line: string) => line.split(/(?<!\\)\|/).slice(1, -1);

test('every line of the table has its four cells, whatever learners are called', () => {
  const rows = sampleClass(hardNames.length);
  const lines = written(rows)
    .split('\n')
    .filter((line) => line.startsWith('|'));
  expect(lines).toHaveLength(rows.length + 2);
  for (const line of lines) expect(cellsOf(line)).toHaveLength(4);
});

test('nobody is mentioned, nothing is linked, and no HTML is left', () => {
  const text = written(sampleClass(hardNames.length));
  expect(text).not.toMatch(/@\w|<\w|https?:\/\//);
  expect(text).toContain('&lt;img src=x onerror=alert\\(1\\)&gt;');
  expect(text).toContain('a\\|b @\u200bteam');
});

test.each([
  ['- x', '\\- x'],
  ['1. x', '1\\. x'],
  ['1) x', '1\\) x'],
  ['5.1 x', '5.1 x'],
  ['[a](b) ![c](d)', '\\[a\\]\\(b\\) \\!\\[c\\]\\(d\\)'],
  ['# 1 #2', '#\u200b 1 #\u200b2'],
  ['a\r\n| b', 'a \\| b'],
  ['www.example.com', 'www\u200b.example.com'],
  ['&lt;', '&amp;lt;'],
  ['\\|', '\\\\\\|'],
])('%j is text in a comment', (text, expected) => {
  expect(inMarkdown(text)).toBe(expected);
});

test('who could not be seen has no number', () => {
  const line = written([sampleMarks(sampleLearner(3), 'unreadable')])
    .split('\n')
    .find((one) => one.includes('山田'));
  expect(cellsOf(line ?? '').map((cell) => cell.trim())).toEqual(['山田 花子', '–', '29', 'unreadable']);
});

test('a comment fits where comments go, and says how many are not shown', () => {
  const text = written(Array.from({ length: 3000 }, (_, nth) => sampleMarks(sampleLearner(nth), 'half-way')));
  expect(text.length).toBeLessThan(65_536);
  expect(text).toMatch(/Not shown: [\d,]+ more/);
});
