import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columns } from './columns.ts';
import { padEnd, widthOf, wrap } from './width.ts';

test('Japanese takes two columns a character, Vietnamese one', () => {
  expect(widthOf('関数')).toBe(4);
  expect(widthOf('hàm số')).toBe(6);
  expect(padEnd('関数', 6)).toBe('関数  ');
});

test('no line is wider than asked for, and no word is lost', () => {
  const words = fc.array(fc.constantFrom('lambda', '関数を作る', 'hàm', 'API', 'です。', 'kiểm tra'), {
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(words, fc.integer({ min: 20, max: 60 }), (list, width) => {
      const text = list.join(' ');
      const lines = wrap(text, width);
      expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width);
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});

test('a Japanese line never begins with a full stop', () => {
  for (let width = 16; width < 40; width++) {
    for (const line of wrap('関数を作りました。次に権限を確かめます。それから呼び出します。', width))
      expect(line).not.toMatch(/^[。、]/);
  }
});

test('columns line up with wide characters', () => {
  const lines = columns(
    [
      ['関数', 'one'],
      ['role', 'two'],
    ],
    80,
  ).split('\n');
  expect(lines.map((line) => widthOf(line.slice(0, line.search(/one|two/))))).toEqual([8, 8]);
});
