import type { CreateTableCommandInput, CreateTableCommandOutput } from '@aws-sdk/client-dynamodb';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { invalid, invalidParameter } from '../errors.ts';
import { CREATE_TABLE, MAX_GLOBAL_INDEXES, MAX_LOCAL_INDEXES } from '../facts.ts';
import { describe } from './description.ts';
import { refuseUnknown } from './not-there.ts';
import { beginChange, findTable, type IndexRecord, type KeyNames, type TableRecord } from './record.ts';
import {
  type Attributes,
  checkLength,
  readAttributes,
  readGlobalIndex,
  readKey,
  readLocalIndex,
  readThroughput,
} from './schema.ts';
import { newStream } from './stream-setting.ts';
import { tableName } from './table-name.ts';

export const createTable: Operation<CreateTableCommandInput, CreateTableCommandOutput> = (input, ctx) => {
  if (input.TableName === undefined) {
    throw invalid("The parameter 'TableName' is required but was not present in the request");
  }
  const name = tableName(input.TableName, 3);
  checkLength(input.KeySchema ?? [], 'keySchema');
  enforce(input, CREATE_TABLE);
  refuseUnknown('CreateTable', input, SUPPORTED);
  const onDemand = readBilling(input);
  const attributes = readAttributes(input.AttributeDefinitions);
  const key = readKey(input.KeySchema ?? [], attributes);
  const indexes = readIndexes(input, key, attributes, onDemand);
  checkAllUsed(attributes, key, indexes);
  if (findTable(ctx, name)) throw new AwsError('ResourceInUseException', `Table already exists: ${name}`);

  const table = beginChange(
    ctx,
    newTable(ctx, input, { name, onDemand, attributes, key, indexes }),
    'CREATING',
  );
  return { TableDescription: describe(table, ctx.now()) };
};

const SUPPORTED = [
  'AttributeDefinitions',
  'TableName',
  'KeySchema',
  'LocalSecondaryIndexes',
  'GlobalSecondaryIndexes',
  'BillingMode',
  'ProvisionedThroughput',
  'StreamSpecification',
  'SSESpecification',
  'Tags',
  'TableClass',
  'DeletionProtectionEnabled',
  'WarmThroughput',
  'OnDemandThroughput',
];

function newTable(
  ctx: Ctx,
  input: CreateTableCommandInput,
  read: Pick<TableRecord, 'name' | 'onDemand' | 'attributes' | 'key' | 'indexes'>,
): TableRecord {
  const now = ctx.now();
  return {
    ...read,
    id: ctx.parts.random.uuid(),
    arn: `arn:aws:dynamodb:${ctx.region}:${ctx.account}:table/${read.name}`,
    createdAt: now,
    change: 'CREATING',
    readyAt: now,
    ...(read.onDemand && { onDemandSince: now }),
    throughput: readThroughput(input.ProvisionedThroughput),
    ...(input.OnDemandThroughput && { onDemandThroughput: input.OnDemandThroughput }),
    ...(input.WarmThroughput && { warmThroughput: input.WarmThroughput }),
    deletionProtection: input.DeletionProtectionEnabled ?? false,
    ...(input.TableClass && { tableClass: input.TableClass }),
    ...(input.SSESpecification && { sse: input.SSESpecification }),
    ...(input.StreamSpecification?.StreamEnabled && { stream: newStream(input.StreamSpecification, now) }),
    tags: input.Tags ?? [],
    counted: { at: now, items: 0, bytes: 0 },
  };
}

function readBilling(input: CreateTableCommandInput): boolean {
  const onDemand = input.BillingMode === 'PAY_PER_REQUEST';
  if (onDemand && input.ProvisionedThroughput) {
    throw invalidParameter(
      'Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST',
    );
  }
  if (!onDemand && !input.ProvisionedThroughput) {
    throw invalidParameter(
      'ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED',
    );
  }
  return onDemand;
}

function readIndexes(
  input: CreateTableCommandInput,
  key: KeyNames,
  attributes: Attributes,
  onDemand: boolean,
): IndexRecord[] {
  const { LocalSecondaryIndexes: locals = [], GlobalSecondaryIndexes: globals = [] } = input;
  if (locals.length > 0 && key.range === undefined) {
    throw invalidParameter(
      'Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex',
    );
  }
  if (locals.length > MAX_LOCAL_INDEXES) {
    throw invalidParameter(`Number of LocalSecondaryIndexes exceeds per-table limit of ${MAX_LOCAL_INDEXES}`);
  }
  if (globals.length > MAX_GLOBAL_INDEXES) {
    throw invalidParameter(`GlobalSecondaryIndex count exceeds the per-table limit of ${MAX_GLOBAL_INDEXES}`);
  }
  const indexes = [
    ...locals.map((index) => readLocalIndex(index, key, attributes)),
    ...globals.map((index) => readGlobalIndex(index, attributes, onDemand)),
  ];
  const names = indexes.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) throw invalidParameter(`Duplicate index name: ${twice}`);
  return indexes;
}

function checkAllUsed(attributes: Attributes, key: KeyNames, indexes: IndexRecord[]): void {
  const used = new Set(
    [key, ...indexes.map((index) => index.key)].flatMap(({ hash, range }) => [hash, range ?? hash]),
  );
  const defined = Object.keys(attributes);
  if (defined.length === used.size) return;
  throw invalidParameter(
    indexes.length === 0
      ? 'Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions'
      : `Some AttributeDefinitions are not used. AttributeDefinitions: [${defined.join(', ')}], keys used: [${[...used].join(', ')}]`,
  );
}
