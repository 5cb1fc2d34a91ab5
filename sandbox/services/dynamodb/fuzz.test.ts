import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AwsError } from '#sandbox/core/errors.ts';
import { NAME, openTable } from '#sandbox/testing/open-table.ts';
import { service } from './service.ts';

const odd = fc.constantFrom(
  '',
  'pk',
  'sk',
  ':v',
  '#n',
  'a.b[0]',
  'pk = :v',
  '\ud800',
  '__proto__',
  'x'.repeat(300),
  NAME,
);
const scalar = fc.oneof(odd, fc.constantFrom(...['0', '-1e5', '1e999', 'NaN', '9'.repeat(50)]));

const { value, item } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.record({ S: odd }),
    fc.record({ N: scalar }),
    fc.record({ B: fc.uint8Array({ maxLength: 5 }) }),
    fc.record({ BOOL: fc.boolean() }),
    fc.record({ NULL: fc.boolean() }),
    fc.record({ SS: fc.array(odd, { maxLength: 3 }) }),
    fc.record({ NS: fc.array(scalar, { maxLength: 3 }) }),
    fc.record({ L: fc.array(tie('value'), { maxLength: 2 }) }),
    fc.record({ M: tie('item') }),
    fc.constant({}),
  ),
  item: fc.dictionary(odd, tie('value'), { maxKeys: 4 }),
}));

const mostly = (usual: fc.Arbitrary<unknown>, rare: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: rare });
const keyed = fc.record({
  pk: fc.record({ S: fc.constantFrom('a', 'b') }),
  sk: fc.record({ S: fc.constant('s') }),
});
const key = mostly(keyed, item);
const whole = mostly(
  fc.tuple(keyed, item).map(([one, two]) => ({ ...two, ...one })),
  item,
);
const ALWAYS = [
  'TableName',
  'Key',
  'Item',
  'KeyConditionExpression',
  'RequestItems',
  'Keys',
  'TransactItems',
  'Get',
];

/** Members that are there now and then, so that most requests get past the first thing that is wrong. */
const some = (of: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(
    Object.fromEntries(
      Object.entries(of).map(([name, inner]) => [
        name,
        ALWAYS.includes(name)
          ? inner
          : fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: inner }),
      ]),
    ),
  );
const expression = fc.oneof(
  odd,
  fc.constantFrom(
    'attribute_exists(pk)',
    'SET n = :v',
    'ADD n :v',
    'pk = :v AND sk > :v',
    'REMOVE a[0].b',
    'size(a) > :v',
    'attribute_exists(pk) AND n <> :v',
    'SET n = if_not_exists(n, :v), m = list_append(l, :v)',
    'a, b.c, l[1]',
  ),
);
const common = {
  TableName: mostly(fc.constant(NAME), fc.constantFrom('no-such-table', 'x!', '')),
  ExpressionAttributeNames: fc.constantFrom(undefined, undefined, {}, { '#n': 'n' }, { n: 'n' }),
  ExpressionAttributeValues: fc.oneof(
    fc.constant({ ':v': { S: 'a' } }),
    mostly(fc.record({ ':v': value }), fc.dictionary(odd, value, { maxKeys: 2 })),
  ),
  ConditionExpression: expression,
  ReturnValues: mostly(fc.constantFrom('NONE', 'ALL_OLD'), fc.constantFrom('ALL_NEW', 'UPDATED_NEW', 'ODD')),
  ReturnConsumedCapacity: mostly(fc.constantFrom('TOTAL', 'INDEXES'), fc.constant('ODD')),
};
const test1 = some({
  ComparisonOperator: fc.constantFrom('EQ', 'IN', 'BETWEEN', 'ODD'),
  AttributeValueList: fc.array(value, { maxLength: 2 }),
});
const reads = {
  IndexName: mostly(fc.constant(undefined), odd),
  Limit: fc.integer({ min: 0, max: 5 }),
  Select: fc.constantFrom('COUNT', 'SPECIFIC_ATTRIBUTES', 'ALL_PROJECTED_ATTRIBUTES', 'ODD'),
  FilterExpression: expression,
  ProjectionExpression: expression,
  AttributesToGet: fc.array(odd, { maxLength: 2 }),
  ExclusiveStartKey: key,
};
const { TableName, ...placeholders } = common;
const action = some({ Key: key, Item: whole, UpdateExpression: expression, ...common });

const INPUTS: Record<string, fc.Arbitrary<unknown>> = {
  PutItem: some({ ...common, Item: whole, Expected: fc.dictionary(odd, test1, { maxKeys: 2 }) }),
  GetItem: some({ ...common, Key: key, ...reads }),
  DeleteItem: some({ ...common, Key: key }),
  UpdateItem: some({
    ...common,
    Key: key,
    UpdateExpression: expression,
    AttributeUpdates: fc.dictionary(
      odd,
      some({ Value: value, Action: fc.constantFrom('ADD', 'PUT', 'DELETE') }),
    ),
  }),
  Query: some({
    ...common,
    ...reads,
    KeyConditionExpression: mostly(fc.constantFrom('pk = :v', 'pk = :v AND sk > :v'), expression),
    KeyConditions: fc.dictionary(odd, test1),
  }),
  Scan: some({
    ...common,
    ...reads,
    ScanFilter: fc.dictionary(odd, test1, { maxKeys: 2 }),
    Segment: fc.integer({ min: -1, max: 4 }),
    TotalSegments: fc.integer({ min: 0, max: 4 }),
  }),
  BatchGetItem: some({
    RequestItems: fc.dictionary(
      fc.constant(NAME),
      some({ Keys: fc.array(key, { maxLength: 3 }), ...placeholders, ...reads }),
    ),
  }),
  BatchWriteItem: some({
    RequestItems: fc.dictionary(
      fc.constant(NAME),
      fc.array(some({ PutRequest: some({ Item: whole }), DeleteRequest: some({ Key: key }) }), {
        maxLength: 3,
      }),
    ),
  }),
  TransactWriteItems: some({
    ClientRequestToken: odd,
    TransactItems: fc.array(
      mostly(
        fc
          .constantFrom('Put', 'Update', 'Delete', 'ConditionCheck')
          .chain((kind) => fc.record({ [kind]: action })),
        some({ Put: action, Update: action }),
      ),
      {
        maxLength: 3,
      },
    ),
  }),
  TransactGetItems: some({ TransactItems: fc.array(some({ Get: action }), { maxLength: 3 }) }),
  CreateTable: some({
    TableName: fc.constantFrom('fresh', NAME),
    AttributeDefinitions: fc.array(
      some({ AttributeName: odd, AttributeType: fc.constantFrom('S', 'N', 'X') }),
    ),
    KeySchema: fc.array(some({ AttributeName: odd, KeyType: fc.constantFrom('HASH', 'RANGE') }), {
      maxLength: 3,
    }),
    BillingMode: fc.constantFrom('PROVISIONED', 'PAY_PER_REQUEST'),
    ProvisionedThroughput: some({ ReadCapacityUnits: fc.integer(), WriteCapacityUnits: fc.integer() }),
    GlobalSecondaryIndexes: fc.array(some({ IndexName: odd, Projection: some({}) }), { maxLength: 2 }),
    StreamSpecification: some({ StreamEnabled: fc.boolean() }),
  }),
  UpdateTable: some({
    ...common,
    GlobalSecondaryIndexUpdates: fc.array(
      some({ Create: some({ IndexName: odd }), Delete: some({ IndexName: odd }) }),
    ),
    StreamSpecification: some({ StreamEnabled: fc.boolean() }),
  }),
};

test.each(Object.keys(INPUTS))(
  '%s answers or refuses whatever it is given, and asks for its permission first',
  async (operation) => {
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
    const handlers = service.operations as Record<string, (input: unknown, ctx: unknown) => unknown>;
    fc.assert(
      fc.property(INPUTS[operation] as fc.Arbitrary<object>, (input) => {
        service.needs?.[operation]?.(input, ctx);
        try {
          handlers[operation]?.(input, ctx);
        } catch (error) {
          if (!(error instanceof AwsError)) throw error;
          expect(error.message).not.toContain('undefined');
        }
      }),
      { numRuns: 1000 },
    );
  },
);
