import { expect, test } from 'vitest';
import { historyLine } from './history-line.ts';

const tried = { what: 'access', learner: '222233334444', at: '2026-11-21T01:00:00.000Z' } as const;

test.each([
  ['en', 'role: not tried yet → does not open'],
  ['ja', 'ロール: 未確認 → 引き受けられない'],
  ['vi', 'role: chưa thử → không mở được'],
] as const)('what a role was and is stands in words, in %s', (locale, told) => {
  expect(historyLine({ ...tried, from: null, to: 'closed' }, locale)).toBe(told);
});
