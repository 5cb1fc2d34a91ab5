import type {
  GlobalSecondaryIndexDescription,
  KeySchemaElement,
  LocalSecondaryIndexDescription,
  Projection,
  ProvisionedThroughputDescription,
  TableDescription,
} from '@aws-sdk/client-dynamodb';
import { DAY_MS } from '../facts.ts';
import { type IndexRecord, type KeyNames, streamArn, type TableRecord, type Throughput } from './record.ts';

/** A table as CreateTable and UpdateTable answer it. */
export function describe(table: TableRecord, now: number): TableDescription {
  const locals = table.indexes.filter((index) => !index.global);
  const globals = table.indexes.filter((index) => index.global);
  return {
    AttributeDefinitions: Object.entries(table.attributes).map(([AttributeName, AttributeType]) => ({
      AttributeName,
      AttributeType,
    })),
    CreationDateTime: new Date(table.createdAt),
    KeySchema: keySchema(table.key),
    ...describeDeleted(table, now),
    ...billing(table),
    ...(locals.length > 0 && { LocalSecondaryIndexes: locals.map((index) => local(table, index)) }),
    ...(globals.length > 0 && { GlobalSecondaryIndexes: globals.map((index) => global(table, index, now)) }),
    ...stream(table),
    ...(table.sse?.Enabled && {
      SSEDescription: {
        Status: 'ENABLED',
        SSEType: 'KMS',
        KMSMasterKeyArn: keyArn(table, table.sse.KMSMasterKeyId ?? 'alias/aws/dynamodb'),
      },
    }),
    ...(table.tableClass && {
      TableClassSummary: {
        TableClass: table.tableClass,
        ...(table.tableClassSince !== undefined && { LastUpdateDateTime: new Date(table.tableClassSince) }),
      },
    }),
    ...(table.onDemandThroughput && { OnDemandThroughput: table.onDemandThroughput }),
  };
}

/** What DeleteTable answers: the little that is left of a table. */
export function describeDeleted(table: TableRecord, now: number): TableDescription {
  return {
    DeletionProtectionEnabled: table.deletionProtection,
    ItemCount: table.counted.items,
    ProvisionedThroughput: throughput(table.throughput, now),
    TableArn: table.arn,
    TableId: table.id,
    TableName: table.name,
    TableSizeBytes: table.counted.bytes,
    TableStatus: table.change ?? 'ACTIVE',
  };
}

/** What DescribeTable adds: how much the table could take at once. */
export function describeWarm(table: TableRecord, now: number): TableDescription {
  const base = describe(table, now);
  return {
    ...base,
    ...(base.BillingModeSummary &&
      table.onDemandSince !== undefined && {
        BillingModeSummary: {
          ...base.BillingModeSummary,
          LastUpdateToPayPerRequestDateTime: new Date(table.onDemandSince),
        },
      }),
    ...(base.GlobalSecondaryIndexes && {
      GlobalSecondaryIndexes: base.GlobalSecondaryIndexes.map((index) => ({
        ...index,
        WarmThroughput: warm(table, table.indexes.find(({ name }) => name === index.IndexName) ?? table),
      })),
    }),
    ...(table.change !== 'CREATING' && { WarmThroughput: warm(table, table) }),
  };
}

function warm(table: TableRecord, of: TableRecord | IndexRecord) {
  const asked = of.warmThroughput;
  return {
    ReadUnitsPerSecond: asked?.ReadUnitsPerSecond ?? (table.onDemand ? 12000 : of.throughput.read),
    WriteUnitsPerSecond: asked?.WriteUnitsPerSecond ?? (table.onDemand ? 4000 : of.throughput.write),
    Status: 'ACTIVE' as const,
  };
}

function billing(table: TableRecord): TableDescription {
  if (table.onDemandSince === undefined) return {};
  return { BillingModeSummary: { BillingMode: table.onDemand ? 'PAY_PER_REQUEST' : 'PROVISIONED' } };
}

function throughput(units: Throughput, now: number): ProvisionedThroughputDescription {
  return {
    NumberOfDecreasesToday: units.decreases.filter((at) => at > now - DAY_MS).length,
    ReadCapacityUnits: units.read,
    WriteCapacityUnits: units.write,
    ...(units.increasedAt !== undefined && { LastIncreaseDateTime: new Date(units.increasedAt) }),
    ...(units.decreasedAt !== undefined && { LastDecreaseDateTime: new Date(units.decreasedAt) }),
  };
}

function stream(table: TableRecord): TableDescription {
  if (!table.stream) return {};
  const arn = streamArn(table);
  return {
    LatestStreamLabel: table.stream.label,
    ...(arn && { LatestStreamArn: arn }),
    ...(table.stream.enabled && {
      StreamSpecification: { StreamEnabled: true, StreamViewType: table.stream.view },
    }),
  };
}

function local(table: TableRecord, index: IndexRecord): LocalSecondaryIndexDescription {
  return {
    IndexArn: `${table.arn}/index/${index.name}`,
    IndexName: index.name,
    IndexSizeBytes: 0,
    ItemCount: 0,
    KeySchema: keySchema(index.key),
    Projection: projection(index),
  };
}

function global(table: TableRecord, index: IndexRecord, now: number): GlobalSecondaryIndexDescription {
  return {
    ...local(table, index),
    IndexStatus: index.change ?? (table.change === 'CREATING' ? 'CREATING' : 'ACTIVE'),
    ...(index.change === 'CREATING' && { Backfilling: true }),
    ProvisionedThroughput: throughput(index.throughput, now),
    ...(index.onDemandThroughput && { OnDemandThroughput: index.onDemandThroughput }),
  };
}

function projection(index: IndexRecord): Projection {
  return {
    ProjectionType: index.projection,
    ...(index.included.length > 0 && { NonKeyAttributes: index.included }),
  };
}

function keySchema(key: KeyNames): KeySchemaElement[] {
  const hash: KeySchemaElement = { AttributeName: key.hash, KeyType: 'HASH' };
  return key.range === undefined ? [hash] : [hash, { AttributeName: key.range, KeyType: 'RANGE' }];
}

function keyArn(table: TableRecord, id: string): string {
  if (id.startsWith('arn:')) return id;
  const [, , , region, account] = table.arn.split(':');
  return `arn:aws:kms:${region}:${account}:${id.startsWith('alias/') ? id : `key/${id}`}`;
}
