import {
  CreateTableCommand,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  ScanCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { NAME, openTable, refusal } from '#sandbox/testing/open-table.ts';
import type { StreamRecord } from './stream-records.ts';

const A = { pk: { S: 'a' } };

test('what is put is got back, with numbers normalised and binary as it was', async () => {
  const { ddb, put } = await openTable();
  const bytes = new Uint8Array([0, 255, 7]);
  await put({
    ...A,
    n: { N: '1.50' },
    b: { B: bytes },
    m: { M: { l: { L: [{ NULL: true }, { BOOL: false }] } } },
  });
  const { Item } = await ddb.send(new GetItemCommand({ TableName: NAME, Key: A }));
  expect(Item).toEqual({
    ...A,
    n: { N: '1.5' },
    b: { B: bytes },
    m: { M: { l: { L: [{ NULL: true }, { BOOL: false }] } } },
  });
});

test('an attribute named like a property of every object is an attribute like others', async () => {
  const { ddb, put } = await openTable();
  await put({ ...A, constructor: { S: 'c' }, toString: { S: 't' } });
  const { Item } = await ddb.send(
    new GetItemCommand({ TableName: NAME, Key: A, ProjectionExpression: 'toString, hasOwnProperty' }),
  );
  expect(Item).toEqual({ toString: { S: 't' } });
});

test('a failed condition changes nothing and shows the item when asked', async () => {
  const { ddb, put } = await openTable();
  await put({ ...A, n: { N: '1' } });
  const error = await refusal(
    ddb.send(
      new PutItemCommand({
        TableName: NAME,
        Item: { ...A, n: { N: '2' } },
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    ),
  );
  expect(error).toMatchObject({
    name: 'ConditionalCheckFailedException',
    message: 'The conditional request failed',
    Item: { ...A, n: { N: '1' } },
  });
});

test('a reserved word in a projection is refused by name', async () => {
  const { ddb } = await openTable();
  const { message } = await refusal(
    ddb.send(new GetItemCommand({ TableName: NAME, Key: A, ProjectionExpression: 'pk, timestamp' })),
  );
  expect(message).toBe(
    'Invalid ProjectionExpression: Attribute name is a reserved keyword; reserved keyword: timestamp',
  );
});

test.each([
  [{}, 'One or more parameter values were invalid: Missing the key pk in the item'],
  [
    { pk: { N: '1' } },
    'One or more parameter values were invalid: Type mismatch for key pk expected: S actual: N',
  ],
  [
    { pk: { S: '' } },
    'One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk',
  ],
  [{ ...A, big: { S: 'x'.repeat(410_000) } }, 'Item size has exceeded the maximum allowed size'],
  [{ ...A, n: { N: 'nan' } }, 'The parameter cannot be converted to a numeric value: nan'],
])('an item that cannot be stored is refused (%#)', async (item, message) => {
  const { put } = await openTable();
  expect(await refusal(put(item))).toMatchObject({ name: 'ValidationException', message });
});

test('nesting is allowed 32 levels deep and no deeper', async () => {
  const { put } = await openTable();
  const nested = (depth: number): { L: never[] } =>
    depth === 0 ? { L: [] } : ({ L: [nested(depth - 1)] } as unknown as { L: never[] });
  await put({ ...A, deep: nested(31) });
  expect((await refusal(put({ ...A, deep: nested(33) }))).message).toBe(
    'Nesting Levels have exceeded supported limits',
  );
});

test('writes cost a unit a kilobyte, reads half a unit for four', async () => {
  const { ddb, put } = await openTable();
  await put(A);
  const written = await ddb.send(
    new PutItemCommand({
      TableName: NAME,
      Item: { ...A, t: { S: 'x'.repeat(4500) } },
      ReturnConsumedCapacity: 'TOTAL',
    }),
  );
  expect(written.ConsumedCapacity).toEqual({ TableName: NAME, CapacityUnits: 5 });
  const get = (ConsistentRead: boolean) =>
    ddb.send(
      new GetItemCommand({ TableName: NAME, Key: A, ConsistentRead, ReturnConsumedCapacity: 'INDEXES' }),
    );
  expect((await get(false)).ConsumedCapacity).toEqual({
    TableName: NAME,
    CapacityUnits: 1,
    Table: { CapacityUnits: 1 },
  });
  expect((await get(true)).ConsumedCapacity?.CapacityUnits).toBe(2);
});

test('an update makes the item when there is none, and says what it changed', async () => {
  const { ddb } = await openTable();
  const { Attributes } = await ddb.send(
    new UpdateItemCommand({
      TableName: NAME,
      Key: A,
      UpdateExpression: 'SET hits = if_not_exists(hits, :zero) + :one',
      ExpressionAttributeValues: { ':zero': { N: '0' }, ':one': { N: '1' } },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  expect(Attributes).toEqual({ hits: { N: '1' } });
});

test('a transaction writes all or nothing, and says which action stood in the way', async () => {
  const { ddb, put } = await openTable();
  await put(A);
  const transact = () =>
    ddb.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          { Put: { TableName: NAME, Item: { pk: { S: 'b' } } } },
          { Delete: { TableName: NAME, Key: A, ConditionExpression: 'attribute_exists(nowhere)' } },
        ],
      }),
    );
  const error = await refusal(transact());
  expect(error).toMatchObject({
    name: 'TransactionCanceledException',
    CancellationReasons: [
      { Code: 'None' },
      { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' },
    ],
  });
  expect((await ddb.send(new ScanCommand({ TableName: NAME }))).Items).toEqual([A]);
});

test('a transaction with the same token happens once within ten minutes', async () => {
  const { sandbox } = await openTable();
  const add = (by: string) =>
    sandbox.client(DynamoDBClient).send(
      new TransactWriteItemsCommand({
        ClientRequestToken: 'once',
        TransactItems: [
          {
            Update: {
              TableName: NAME,
              Key: A,
              UpdateExpression: 'ADD n :by',
              ExpressionAttributeValues: { ':by': { N: by } },
            },
          },
        ],
      }),
    );
  const sum = async () => {
    const { Item } = await sandbox
      .client(DynamoDBClient)
      .send(new GetItemCommand({ TableName: NAME, Key: A }));
    return Item?.n?.N;
  };
  await add('1');
  await add('1');
  expect(await sum()).toBe('1');
  expect((await refusal(add('2'))).name).toBe('IdempotentParameterMismatchException');
  sandbox.clock.advance(11 * 60_000);
  await add('2');
  expect(await sum()).toBe('3');
});

test('an item whose time to live is over is gone when it is looked at', async () => {
  const { sandbox, ddb, put } = await openTable();
  await ddb.send(
    new UpdateTimeToLiveCommand({
      TableName: NAME,
      TimeToLiveSpecification: { Enabled: true, AttributeName: 'expires' },
    }),
  );
  const now = Math.floor(sandbox.clock.now() / 1000);
  await put({ ...A, expires: { N: `${now - 5}` } });
  await put({ pk: { S: 'b' }, expires: { N: `${now + 500}` } });
  await put({ pk: { S: 'c' }, expires: { N: '1' } });
  const { Items } = await ddb.send(new ScanCommand({ TableName: NAME }));
  expect(Items?.map(({ pk }) => pk?.S).sort()).toEqual(['b', 'c']);
});

test('a stream keeps a record of every change and of nothing else', async () => {
  const { sandbox, ddb, put } = await openTable(undefined, {
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
  });
  await put({ ...A, n: { N: '1' } });
  await put({ ...A, n: { N: '2' } });
  await put({ ...A, n: { N: '2' } });
  await ddb.send(new DeleteItemCommand({ TableName: NAME, Key: A }));
  await ddb.send(new DeleteItemCommand({ TableName: NAME, Key: A }));
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
  const records = ctx
    .table<StreamRecord>('stream-records')
    .list()
    .map(([, record]) => record);
  expect(records.map(({ eventName, oldImage, newImage }) => [eventName, oldImage?.n, newImage?.n])).toEqual([
    ['INSERT', undefined, { N: '1' }],
    ['MODIFY', { N: '1' }, { N: '2' }],
    ['REMOVE', { N: '2' }, undefined],
  ]);
});

test('an index follows its items', async () => {
  const { ddb, put, sandbox } = await openTable();
  await put({ ...A, other: { S: 'o' } });
  await ddb.send(
    new CreateTableCommand({
      TableName: 'sparse',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'g', AttributeType: 'S' },
      ],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'by-g',
          KeySchema: [{ AttributeName: 'g', KeyType: 'HASH' }],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  );
  await sandbox.settle();
  const seen = async () =>
    (await ddb.send(new ScanCommand({ TableName: 'sparse', IndexName: 'by-g' }))).Items?.map(({ g }) => g?.S);
  const set = (g?: string) =>
    ddb.send(new PutItemCommand({ TableName: 'sparse', Item: { ...A, ...(g && { g: { S: g } }) } }));
  await set('one');
  expect(await seen()).toEqual(['one']);
  await set('two');
  expect(await seen()).toEqual(['two']);
  await set();
  expect(await seen()).toEqual([]);
});
