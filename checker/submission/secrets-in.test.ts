import { expect, test } from 'vitest';
import { secretsIn, secretsOf } from './secrets-in.ts';

test('a shell that speaks with the sandbox holds one secret, and its account number is none', () => {
  const env = {
    AWS_ACCESS_KEY_ID: '111122223333',
    AWS_SECRET_ACCESS_KEY: 'of-this-sandbox',
    HOME: '/home/mai',
  };
  expect(secretsOf(env).map(({ name }) => name)).toEqual(['AWS_SECRET_ACCESS_KEY']);
});

test('a secret is told by its place and name, and never by its value', () => {
  const secrets = secretsOf({ GITHUB_TOKEN: 'very-secret-indeed' });
  const found = secretsIn([{ place: 'code/index.mjs', text: "const t = 'very-secret-indeed'" }], secrets);
  expect(found).toEqual([{ place: 'code/index.mjs', name: 'GITHUB_TOKEN' }]);
});

test('an id of an access key is found whoever it is of', () => {
  expect(secretsIn([{ place: 'x', text: 'AKIAIOSFODNN7ABCDEFG' }], [])).toHaveLength(1);
  expect(secretsIn([{ place: 'x', text: 'AKIAIOSFODNN7EXAMPLE' }], [])).toEqual([]);
});
