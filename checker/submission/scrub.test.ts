import { expect, test } from 'vitest';
import { placeOf } from './kept-tables.ts';
import { scrubbed, withoutFolders } from './scrub.ts';

const scrubbing = {
  folders: ['/work/course/.handson', '/work/course'],
  logGroups: new Set(['/aws/lambda/translate-function']),
  tableIds: new Set(['table-1']),
};
const scrub = (key: string, value: unknown) => {
  const place = placeOf(`111122223333/ap-northeast-1/${key}`);
  if (!place) throw new Error(`${key} is not kept`);
  return scrubbed(place, value, scrubbing);
};

test.each([
  ['at load (/work/course/node_modules/x.js:1:2)', 'at load (~/node_modules/x.js:1:2)'],
  ['file:///home/ann/course/a.mjs', 'file://~/course/a.mjs'],
  ['C:\\Users\\Ann Lee\\a.mjs', '~ Lee\\a.mjs'],
  ['/Users/ann.lee/a.py', '~/a.py'],
  ['/root/x /var/task/index.mjs', '~ /var/task/index.mjs'],
  ['GET /translate?input_text=x from /aws/lambda/f', 'GET /translate?input_text=x from /aws/lambda/f'],
])('%j is written as %j', (line, written) => {
  expect(withoutFolders(line, scrubbing.folders)).toBe(written);
});

test('lines of other logs and rows of other tables stay at home', () => {
  expect(scrub('logs/events//mine:stream:1', { message: 'x' })).toBeUndefined();
  expect(scrub('logs/events//aws/lambda/translate-function:s:1', { message: 'x' })).toEqual({ message: 'x' });
  expect(scrub('dynamodb/items/table-2/t/1', { id: { S: 'x' } })).toBeUndefined();
  expect(scrub('dynamodb/items/table-1/t/1', { id: { S: 'x' } })).toEqual({ id: { S: 'x' } });
});

test.each([
  ["environ({'AWS_SECRET_ACCESS_KEY': 'abc'})\n", '(left out: credentials)\n'],
  [
    '2026-11-21T01:01:18.847Z\tid-1\tWARN\t{ AWS_SESSION_TOKEN: x }\n',
    '2026-11-21T01:01:18.847Z\tid-1\tWARN\t(left out: credentials)\n',
  ],
  [
    '[INFO]\t2026-11-21T01:01:18.847Z\tid-1\tASIAABCDEFGHIJKLMNOP\n',
    '[INFO]\t2026-11-21T01:01:18.847Z\tid-1\t(left out: credentials)\n',
  ],
])('a line with credentials in it keeps its head alone: %j', (message, kept) => {
  expect(scrub('logs/events//aws/lambda/translate-function:s:1', { at: 1, message })).toEqual({
    at: 1,
    message: kept,
  });
});

test('a long line is cut', () => {
  const { message } = scrub('logs/events//aws/lambda/translate-function:s:1', {
    message: 'x'.repeat(10_000),
  }) as { message: string };
  expect(message.length).toBeLessThan(2100);
});

test('the value of an API key and the addresses of an alarm are replaced', () => {
  expect(scrub('apigateway/api-keys/k1', { id: 'k1', value: 'secret', name: 'mine' })).toEqual({
    id: 'k1',
    value: 'not-in-a-submission-k1',
    name: 'mine',
  });
  const notifications = [
    {
      notification: { Threshold: 80 },
      subscribers: [{ SubscriptionType: 'EMAIL', Address: 'ann@home.example' }],
    },
  ];
  expect(JSON.stringify(scrub('budgets/budgets/b', { name: 'b', notifications }))).not.toContain('ann@home');
});

test.each([
  'lambda/role-sessions/f',
  'iam/keys-by-user/ann/AKIA',
  'cloudtrail/events/1',
  'sqs/messages/1',
  'monitoring/minutes/1',
  'apigateway/api-key-values/00',
])('%s is in no table that is kept', (key) => {
  expect(placeOf(`111122223333/ap-northeast-1/${key}`)).toBeUndefined();
});
