import { expect, test } from 'vitest';
import type { Cli } from '#checker/cli/cli.ts';
import { type Locale, sayIn, type Text } from '#labs/kit/text.ts';
import { progressLine } from './progress.ts';

const paint = (text: string) => text;

function watched({ interactive = false, plain = false, width = 100, locale = 'en' as Locale } = {}) {
  const clock = { at: 0 };
  const [lines, writes]: [string[], string[]] = [[], []];
  const cli = {
    locale,
    interactive,
    plain,
    width,
    say: ((text: Text, values: Record<string, number>) => sayIn({ text, values }, locale)) as Cli['say'],
    note: (text: string) => void lines.push(text),
    paint: { strong: paint, dim: paint, good: paint, bad: paint, care: paint, accent: paint },
  };
  const progress = progressLine(cli, { now: () => clock.at, write: (text) => void writes.push(text) });
  return { clock, lines, writes, progress };
}

const counts = { all: 100, before: 20, done: 0, running: 4, unreadable: 0 };

test('where nobody watches, a line comes every few seconds, and one at the end', () => {
  const { clock, lines, writes, progress } = watched();
  for (let done = 1; done <= 80; done++) {
    clock.at += 250;
    progress.show({ ...counts, done, running: done === 80 ? 0 : 4, unreadable: done > 40 ? 1 : 0 });
  }
  expect(writes).toEqual([]);
  expect(lines).toEqual([
    '40 of 100 done, 4 running, 0 unreadable, about 0:15 left',
    '60 of 100 done, 4 running, 0 unreadable, about 0:10 left',
    '80 of 100 done, 4 running, 1 unreadable, about 0:05 left',
    '100 of 100 done, 0 running, 1 unreadable, about 0:00 left',
  ]);
});

test.each([
  ['en', '1,000 of 1,000 done'],
  ['ja', '1,000 人中 1,000 人完了'],
  ['vi', 'xong 1.000/1.000'],
] as const)('how many are done is written as people write it, in %s', (locale, told) => {
  const { lines, progress } = watched({ locale, width: 200 });
  progress.show({ all: 1000, before: 0, done: 1000, running: 0, unreadable: 0 });
  expect(lines.at(-1)).toContain(told);
});

test('where a person watches, it is one line that changes', () => {
  const { clock, lines, writes, progress } = watched({ interactive: true });
  for (let done = 1; done <= 10; done++) {
    clock.at += 100;
    progress.show({ ...counts, done });
  }
  progress.clear();
  expect(lines).toEqual([]);
  expect(writes).toHaveLength(6);
  expect(writes[0]).toBe('\r\u001b[2K22 of 100 done, 4 running, 0 unreadable, about 0:08 left');
  expect(writes.at(-1)).toBe('\r\u001b[2K');
});

test('a plain terminal is not repainted, and a narrow one is not broken', () => {
  const plain = watched({ interactive: true, plain: true });
  plain.clock.at = 6000;
  plain.progress.show({ ...counts, done: 10 });
  expect(plain.writes).toEqual([]);
  expect(plain.lines).toHaveLength(1);
  const narrow = watched({ interactive: true, width: 20 });
  narrow.clock.at = 6000;
  narrow.progress.show({ ...counts, done: 10 });
  expect(narrow.writes[0]?.replace('\r\u001b[2K', '')).toHaveLength(19);
});

test('with nothing done yet there is no time to tell', () => {
  const { clock, lines, progress } = watched();
  clock.at = 6000;
  progress.show(counts);
  expect(lines).toEqual(['20 of 100 done, 4 running, 0 unreadable']);
});
