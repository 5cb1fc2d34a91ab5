import { expect, test } from 'vitest';
import { NAME, openTable } from '#sandbox/testing/open-table.ts';
import { needs } from './needs.ts';

const ARN = `arn:aws:dynamodb:ap-northeast-1:111122223333:table/${NAME}`;

async function needOf(operation: string, input: object) {
  const { sandbox } = await openTable('S');
  const ctx = sandbox.open({
    service: 'dynamodb',
    account: '111122223333',
    region: 'ap-northeast-1',
    as: {
      kind: 'administrator',
      account: '111122223333',
      arn: 'arn:aws:iam::111122223333:root',
      userId: 'x',
    },
  });
  return needs[operation]?.(input, ctx);
}

test('a put needs its table, and says its key and its attributes', async () => {
  const need = await needOf('PutItem', {
    TableName: NAME,
    Item: { pk: { S: 'me' }, sk: { S: 'x' }, text: { S: 't' } },
  });
  expect(need).toEqual({
    action: 'dynamodb:PutItem',
    resource: ARN,
    context: { 'dynamodb:LeadingKeys': ['me'], 'dynamodb:Attributes': ['pk', 'sk', 'text'] },
  });
});

test('a query on an index needs the index, and says which attributes its expressions name', async () => {
  const need = await needOf('Query', {
    TableName: NAME,
    IndexName: 'by-day',
    KeyConditionExpression: '#p = :p AND begins_with(sk, :day)',
    FilterExpression: 'm.inner = :p',
    ExpressionAttributeNames: { '#p': 'pk' },
    ExpressionAttributeValues: { ':p': { S: 'me' }, ':day': { S: '2026' } },
  });
  expect(need).toEqual({
    action: 'dynamodb:Query',
    resource: `${ARN}/index/by-day`,
    context: {
      'dynamodb:LeadingKeys': ['me'],
      'dynamodb:Attributes': ['m', 'pk', 'sk'],
      'dynamodb:Select': 'ALL_PROJECTED_ATTRIBUTES',
    },
  });
});

test('a transaction needs what each of its actions needs', async () => {
  const need = await needOf('TransactWriteItems', {
    TransactItems: [
      { Put: { TableName: NAME, Item: { pk: { S: 'a' } } } },
      {
        ConditionCheck: {
          TableName: NAME,
          Key: { pk: { S: 'b' } },
          ConditionExpression: 'attribute_exists(pk)',
        },
      },
    ],
  });
  expect(need).toMatchObject([
    { action: 'dynamodb:PutItem', context: { 'dynamodb:EnclosingOperation': 'TransactWriteItems' } },
    { action: 'dynamodb:ConditionCheckItem', context: { 'dynamodb:LeadingKeys': ['b'] } },
  ]);
});

test('an invalid request still has its needs', async () => {
  const need = await needOf('Query', { TableName: NAME, KeyConditionExpression: '((((' });
  expect(need).toMatchObject({ action: 'dynamodb:Query', resource: ARN });
});
