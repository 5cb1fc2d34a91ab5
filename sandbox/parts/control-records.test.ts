import { expect, test } from 'vitest';
import { memoryStore } from '#sandbox/core/memory-store.ts';
import { readRecords } from './control-records.ts';

const store = memoryStore();
store.put('111122223333/ap-northeast-1/lambda/functions/a', '{"name":"a"}');
store.put('111122223333/ap-northeast-1/lambda/code/a/$LATEST', Uint8Array.of(1, 2, 3));
store.put('111122223333/ap-northeast-1/lambda/role-sessions/a', '{"secretAccessKey":"x"}');
store.put('222233334444/ap-northeast-1/lambda/functions/b', '{"name":"b"}');
store.put('shared/sessions/ASIA', '{}');
const sandbox = { records: (prefix: string) => store.list({ prefix }) };
const read = (query: string) => readRecords(sandbox, new URLSearchParams(query));

test('gives the tables that were named, of that account alone', () => {
  expect(read('account=111122223333&table=lambda/functions&table=lambda/code').body).toEqual({
    records: [
      ['111122223333/ap-northeast-1/lambda/code/a/$LATEST', { base64: 'AQID' }],
      ['111122223333/ap-northeast-1/lambda/functions/a', '{"name":"a"}'],
    ],
  });
});

test('gives nothing without an account and a table', () => {
  for (const query of ['account=111122223333', 'table=lambda/functions', 'account=shared&table=sessions/x'])
    expect(read(query).status).toBe(400);
});

test('a world that is too large is refused', () => {
  store.put('333344445555/ap-northeast-1/dynamodb/items/x', 'x'.repeat(33 * 1024 * 1024));
  expect(read('account=333344445555&table=dynamodb/items').status).toBe(413);
});
