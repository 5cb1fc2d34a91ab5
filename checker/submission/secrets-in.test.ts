import { expect, test } from 'vitest';
import { secretsIn, secretsOf } from './secrets-in.ts';

test('variables whose names say so are secrets, unless they are too short to be found by', () => {
  const env = {
    AWS_SECRET_ACCESS_KEY: 'abcdefghij',
    DB_PASSWORD: 'short',
    PATH: '/usr/bin:/bin',
    MY_TOKEN: undefined,
  };
  expect(secretsOf(env)).toEqual([{ name: 'AWS_SECRET_ACCESS_KEY', text: 'abcdefghij' }]);
});

test('a secret is told by its name and its place, never by itself', () => {
  const found = secretsIn(
    [{ place: 'f: index.mjs', text: 'const key = "abcdefghij";' }],
    [{ name: 'X', text: 'abcdefghij' }],
  );
  expect(found).toEqual([{ place: 'f: index.mjs', name: 'X' }]);
});

test.each([
  ['AKIAABCDEFGHIJKLMNOP', 1],
  ['"ASIAABCDEFGHIJKLMNOP"', 1],
  ['AKIAIOSFODNN7EXAMPLE', 0],
  ['XAKIAABCDEFGHIJKLMNOPQ', 0],
  ['AROAABCDEFGHIJKLMNOPQ', 0],
])('%s holds %i access keys', (text, keys) => {
  expect(secretsIn([{ place: 'x', text }], [])).toHaveLength(keys);
});
