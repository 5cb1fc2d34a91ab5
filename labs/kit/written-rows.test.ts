import { expect, test } from 'vitest';
import { momentOf, rowsOfRuns } from './written-rows.ts';

const row = (key: string) => ({ key, inputText: 'a', outputText: 'b', attributes: [] });
const at = Date.UTC(2026, 10, 20, 9, 30, 0);

test.each([
  ['20261120093000', at],
  ['20261120093000123456', at],
  ['2026-11-20T09:30:00Z', at],
  [String(at / 1000), at],
  [String(at), at],
  ['0198c0de-uuid', undefined],
  ['', undefined],
])('the key %s tells its moment', (key, moment) => {
  expect(momentOf(key)).toBe(moment);
});

test('a row of a run is found in whatever zone the clock was set', () => {
  for (const key of ['20261120093003', '20261120183003', '20261120163003', '20261120150003']) {
    expect(rowsOfRuns([row(key)], [{ at }])).toHaveLength(1);
  }
});

test('a row from another minute or another day is of no run', () => {
  for (const key of ['20261120093130', '20261118093003', '20261120092950']) {
    expect(rowsOfRuns([row(key)], [{ at }])).toHaveLength(0);
  }
});

test('a row without the translation is of no run', () => {
  expect(rowsOfRuns([{ ...row('20261120093003'), outputText: undefined }], [{ at }])).toHaveLength(0);
});
