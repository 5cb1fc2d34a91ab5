import { existsSync, readFileSync } from 'node:fs';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteItemCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  PutItemCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { openSandbox } from '#sandbox/testing/open-sandbox.ts';

const oracle = new URL('../../../../shared/oracle/aws-recorded.json', import.meta.url);
const there = existsSync(oracle);

interface Case {
  id: string;
  service: string;
  recorded: Record<string, unknown>;
}

const recorded: Record<string, Record<string, unknown>> = there
  ? Object.fromEntries(
      (JSON.parse(readFileSync(oracle, 'utf8')).cases as Case[])
        .filter(({ service }) => service === 'dynamodb')
        .map((one) => [one.id, one.recorded]),
    )
  : {};

const BY_ID: CreateTableCommandInput = {
  TableName: 'recorded',
  AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 },
};

const BY_NAME: CreateTableCommandInput = {
  ...BY_ID,
  AttributeDefinitions: [{ AttributeName: 'Username', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'Username', KeyType: 'HASH' }],
};

describe.skipIf(!there)('DynamoDB against recorded answers (skipped where they are not at hand)', () => {
  test('every case is run', () => {
    expect(Object.keys(recorded).sort()).toEqual([
      'ddb.condition.all-old',
      'ddb.stream.records',
      'ddb.table.crud',
      'ddb.table.duplicate',
      'ddb.table.errors',
      'ddb.table.ppr-gsi',
      'ddb.transact.cancelled',
    ]);
  });

  test('ddb.table.crud', async () => {
    const { sandbox, ddb } = open();
    const created = await ddb.send(new CreateTableCommand(BY_ID));
    await sandbox.settle();
    const described = await ddb.send(new DescribeTableCommand({ TableName: 'recorded' }));
    const deleted = await ddb.send(new DeleteTableCommand({ TableName: 'recorded' }));
    const missing = await refusal(ddb.send(new DeleteTableCommand({ TableName: 'non-existent' })));
    expect(plain(created)).toEqual(answerOf('ddb.table.crud', 'create-table'));
    expect(plain(described)).toEqual(answerOf('ddb.table.crud', 'describe-table'));
    expect(plain(deleted)).toEqual(answerOf('ddb.table.crud', 'delete-table'));
    expect(missing).toEqual(answerOf('ddb.table.crud', 'delete-non-existent-table'));
  });

  test('ddb.table.ppr-gsi', async () => {
    const { sandbox, ddb } = open();
    const created = await ddb.send(
      new CreateTableCommand({
        TableName: 'recorded',
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [
          { AttributeName: 'TID', AttributeType: 'S' },
          { AttributeName: 'TRID', AttributeType: 'S' },
        ],
        KeySchema: [{ AttributeName: 'TID', KeyType: 'HASH' }],
        GlobalSecondaryIndexes: [
          {
            IndexName: 'TransactionRecordID',
            KeySchema: [{ AttributeName: 'TRID', KeyType: 'HASH' }],
            Projection: { ProjectionType: 'ALL' },
          },
        ],
      }),
    );
    await sandbox.settle();
    const described = await ddb.send(new DescribeTableCommand({ TableName: 'recorded' }));
    expect(plain(created)).toEqual(answerOf('ddb.table.ppr-gsi', 'create-table-with-gsi'));
    expect(plain(described)).toEqual(answerOf('ddb.table.ppr-gsi', 'describe-table'));
  });

  test('ddb.table.errors', async () => {
    const { ddb } = open();
    const call = ddb.send(new CreateTableCommand({ ...BY_ID, BillingMode: 'PAY_PER_REQUEST' }));
    expect(await sentence(call, 'CreateTable')).toBe(recorded['ddb.table.errors']?.Error);
  });

  test('ddb.table.duplicate', async () => {
    const { ddb } = open();
    await ddb.send(new CreateTableCommand(BY_ID));
    const said = await sentence(ddb.send(new CreateTableCommand(BY_ID)), 'CreateTable');
    expect(said.replace('recorded', '<test-table>')).toBe(recorded['ddb.table.duplicate']?.Error);
  });

  test('ddb.condition.all-old', async () => {
    const { ddb } = await withTable(BY_ID, {
      id: { S: '456' },
      price: { N: '650' },
      product: { S: 'sporting goods' },
    });
    const refused = await refusal(
      ddb.send(
        new DeleteItemCommand({
          TableName: 'recorded',
          Key: { id: { S: '456' } },
          ConditionExpression: 'price between :lo and :hi',
          ExpressionAttributeValues: { ':lo': { N: '500' }, ':hi': { N: '600' } },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      ),
    );
    expect(refused).toEqual(answerOf('ddb.condition.all-old', 'items'));
  });

  test('ddb.transact.cancelled', async () => {
    const { ddb } = await withTable(BY_NAME, { Username: { S: 'Fred' } });
    const call = ddb.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          {
            ConditionCheck: {
              TableName: 'recorded',
              ConditionExpression: 'attribute_not_exists(Username)',
              Key: { Username: { S: 'Fred' } },
            },
          },
          { Delete: { TableName: 'recorded', Key: { Username: { S: 'Bert' } } } },
        ],
      }),
    );
    expect(await sentence(call, 'TransactWriteItems')).toBe(recorded['ddb.transact.cancelled']?.Error);
  });

  test('ddb.stream.records: the table; DescribeStream and GetRecords belong to a service that is not there', async () => {
    const { ddb } = open();
    const created = await ddb.send(
      new CreateTableCommand({
        ...BY_NAME,
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' },
      }),
    );
    expect(plain(created)).toEqual(answerOf('ddb.stream.records', 'create-table'));
  });
});

function open() {
  const sandbox = openSandbox({ http: true });
  return { sandbox, ddb: sandbox.client(DynamoDBClient, { account: '111111111111' }) };
}

async function withTable(input: CreateTableCommandInput, Item: PutItemCommand['input']['Item']) {
  const { sandbox, ddb } = open();
  await ddb.send(new CreateTableCommand(input));
  await sandbox.settle();
  await ddb.send(new PutItemCommand({ TableName: 'recorded', Item }));
  return { ddb };
}

interface Refused extends Error {
  Item?: unknown;
  $metadata: { httpStatusCode: number };
}

function refused(call: Promise<unknown>): Promise<Refused> {
  return call.then(
    () => Promise.reject(new Error('the call was answered, not refused')),
    (error: Refused) => error,
  );
}

async function refusal(call: Promise<unknown>) {
  const { name, message, Item, $metadata } = await refused(call);
  return {
    Error: { Code: name, Message: message },
    ...(Item ? { Item } : {}),
    _httpStatus: $metadata.httpStatusCode,
  };
}

/** The error as boto3 prints it. */
async function sentence(call: Promise<unknown>, operation: string): Promise<string> {
  const { name, message } = await refused(call);
  return `An error occurred (${name}) when calling the ${operation} operation: ${message}`;
}

/** An answer with the recording's placeholders where its values differ from run to run. */
function plain(answer: { $metadata: { httpStatusCode?: number } }): unknown {
  const { $metadata, ...members } = answer;
  const label = JSON.stringify(members).match(/"LatestStreamLabel":"([^"]+)"/)?.[1] ?? 'no label';
  const text = JSON.stringify({ ...members, _httpStatus: $metadata.httpStatusCode }, (key, value) => {
    if (key.endsWith('DateTime')) return 'datetime';
    if (key === 'TableId') return '<uuid:1>';
    return value;
  });
  return JSON.parse(
    text
      .replaceAll('arn:aws:dynamodb:ap-northeast-1', 'arn:<partition>:dynamodb:<region>')
      .replaceAll('table/recorded', 'table/<table-name:1>')
      .replaceAll('"TableName":"recorded"', '"TableName":"<table-name:1>"')
      .replaceAll(label, '<latest-stream-label:1>'),
  );
}

function answerOf(id: string, step: string): unknown {
  const { _messageMember, ...answer } = (recorded[id]?.[step] ?? {}) as Record<string, unknown>;
  return withHoles(answer);
}

/** Where the recording hides a status, any will do. */
function withHoles(value: unknown): unknown {
  if (typeof value === 'string' && /^<(table|index)-status/.test(value)) return expect.any(String);
  if (Array.isArray(value)) return value.map(withHoles);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withHoles(inner)]));
}
