import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ListTablesCommand,
  PutItemCommand,
  ScanCommand,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { openSandbox } from '#sandbox/testing/open-sandbox.ts';
import { NAME, openTable, refusal } from '#sandbox/testing/open-table.ts';

const INPUT: CreateTableCommandInput = {
  TableName: NAME,
  AttributeDefinitions: [{ AttributeName: 'timestamp', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'timestamp', KeyType: 'HASH' }],
  ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
};

test('a table is made, used and deleted over time', async () => {
  const sandbox = openSandbox();
  const ddb = sandbox.client(DynamoDBClient);
  const put = () =>
    ddb.send(new PutItemCommand({ TableName: NAME, Item: { timestamp: { S: '20261120120000' } } }));
  const status = async () =>
    (await ddb.send(new DescribeTableCommand({ TableName: NAME }))).Table?.TableStatus;

  await ddb.send(new CreateTableCommand(INPUT));
  expect(await status()).toBe('CREATING');
  expect((await refusal(put())).message).toBe('Requested resource not found');
  expect((await refusal(ddb.send(new DeleteTableCommand({ TableName: NAME })))).name).toBe(
    'ResourceInUseException',
  );

  await sandbox.settle();
  expect(await status()).toBe('ACTIVE');
  await put();

  await ddb.send(new DeleteTableCommand({ TableName: NAME }));
  expect(await status()).toBe('DELETING');
  await sandbox.settle();
  expect(await refusal(status())).toMatchObject({
    name: 'ResourceNotFoundException',
    message: `Requested resource not found: Table: ${NAME} not found`,
  });
  expect((await ddb.send(new ListTablesCommand({}))).TableNames).toEqual([]);
});

test('items are counted every six hours', async () => {
  const { sandbox, put } = await openTable();
  await put({ pk: { S: 'a' } });
  const count = async () => {
    const client = sandbox.client(DynamoDBClient);
    return (await client.send(new DescribeTableCommand({ TableName: NAME }))).Table?.ItemCount;
  };
  expect(await count()).toBe(0);
  sandbox.clock.advance(6 * 60 * 60_000);
  expect(await count()).toBe(1);
});

test('nothing of a deleted table stays in the store', async () => {
  const { sandbox, ddb, put } = await openTable(undefined, {
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
  });
  const records = () => sandbox.parts.store.list({}).filter(([key]) => key.includes('dynamodb'));
  await put({ pk: { S: 'a' } });
  expect(records().length).toBeGreaterThan(2);
  await ddb.send(new DeleteTableCommand({ TableName: NAME }));
  await sandbox.settle();
  expect(records()).toEqual([]);
});

test('a table made again under an old name is empty', async () => {
  const { sandbox, ddb, put } = await openTable();
  await put({ pk: { S: 'a' } });
  await ddb.send(new DeleteTableCommand({ TableName: NAME }));
  await sandbox.settle();
  await ddb.send(new CreateTableCommand(INPUT));
  await sandbox.settle();
  expect((await ddb.send(new ScanCommand({ TableName: NAME }))).Count).toBe(0);
});

test('a protected table is not deleted', async () => {
  const { sandbox, ddb } = await openTable(undefined, { DeletionProtectionEnabled: true });
  expect((await refusal(ddb.send(new DeleteTableCommand({ TableName: NAME })))).message).toBe(
    'Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.',
  );
  await ddb.send(new UpdateTableCommand({ TableName: NAME, DeletionProtectionEnabled: false }));
  await sandbox.settle();
  await ddb.send(new DeleteTableCommand({ TableName: NAME }));
});

test('a stream that is switched on is visible', async () => {
  const { sandbox, ddb } = await openTable();
  const { TableDescription } = await ddb.send(
    new UpdateTableCommand({
      TableName: NAME,
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' },
    }),
  );
  await sandbox.settle();
  expect(TableDescription).toMatchObject({
    TableStatus: 'UPDATING',
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' },
    LatestStreamArn: `${TableDescription?.TableArn}/stream/${TableDescription?.LatestStreamLabel}`,
  });
});

test('an index added later holds the items that were there', async () => {
  const { sandbox, ddb, put } = await openTable();
  await put({ pk: { S: 'a' }, g: { S: 'x' } });
  await ddb.send(
    new UpdateTableCommand({
      TableName: NAME,
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'g', AttributeType: 'S' },
      ],
      GlobalSecondaryIndexUpdates: [
        {
          Create: {
            IndexName: 'by-g',
            KeySchema: [{ AttributeName: 'g', KeyType: 'HASH' }],
            Projection: { ProjectionType: 'ALL' },
          },
        },
      ],
    }),
  );
  await sandbox.settle();
  expect((await ddb.send(new ScanCommand({ TableName: NAME, IndexName: 'by-g' }))).Count).toBe(1);
});

test('a capacity that stays as it is is refused', async () => {
  const { ddb } = await openTable(undefined, {
    BillingMode: 'PROVISIONED',
    ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
  });
  const same = { ReadCapacityUnits: 1, WriteCapacityUnits: 1 };
  const { message } = await refusal(
    ddb.send(new UpdateTableCommand({ TableName: NAME, ProvisionedThroughput: same })),
  );
  expect(message).toMatch(/^The provisioned throughput for the table will not change\./);
});

test('a field that we do not know is refused by name, never dropped', async () => {
  const ddb = openSandbox().client(DynamoDBClient);
  const { message } = await refusal(ddb.send(new CreateTableCommand({ ...INPUT, ResourcePolicy: '{}' })));
  expect(message).toBe('The sandbox has no ResourcePolicy in dynamodb:CreateTable.');
});

test('tables are listed in order and in pages', async () => {
  const ddb = openSandbox().client(DynamoDBClient);
  for (const TableName of ['ccc', 'aaa', 'bbb'])
    await ddb.send(new CreateTableCommand({ ...INPUT, TableName }));
  const first = await ddb.send(new ListTablesCommand({ Limit: 2 }));
  expect(first).toMatchObject({ TableNames: ['aaa', 'bbb'], LastEvaluatedTableName: 'bbb' });
  const rest = await ddb.send(new ListTablesCommand({ ExclusiveStartTableName: 'bbb' }));
  expect(rest.TableNames).toEqual(['ccc']);
  expect(rest.LastEvaluatedTableName).toBeUndefined();
});

test('each region has tables of its own', async () => {
  const { sandbox } = await openTable();
  const elsewhere = sandbox.client(DynamoDBClient, { region: 'us-east-1' });
  expect((await elsewhere.send(new ListTablesCommand({}))).TableNames).toEqual([]);
});
