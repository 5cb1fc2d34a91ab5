import type { UpdateTableCommandInput, UpdateTableCommandOutput } from '@aws-sdk/client-dynamodb';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { invalid, invalidParameter } from '../errors.ts';
import { UPDATE_TABLE } from '../facts.ts';
import { eraseIndex, fillIndex } from '../items/storage.ts';
import { inUse } from './delete-table.ts';
import { describe } from './description.ts';
import { updateIndexes } from './index-updates.ts';
import { refuseUnknown } from './not-there.ts';
import { beginChange, requireTable, type TableRecord } from './record.ts';
import { readAttributes, readThroughput } from './schema.ts';
import { newStream } from './stream-setting.ts';
import { tableName } from './table-name.ts';
import { changeThroughput } from './throughput.ts';

export const updateTable: Operation<UpdateTableCommandInput, UpdateTableCommandOutput> = (input, ctx) => {
  const name = tableName(input.TableName);
  enforce(input, UPDATE_TABLE);
  refuseUnknown('UpdateTable', input, [...CHANGES, 'TableName', 'AttributeDefinitions']);
  if (!CHANGES.some((change) => input[change] !== undefined)) {
    throw invalid(
      'At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required',
    );
  }
  const table = requireTable(ctx, name);
  if (table.change) throw inUse(name, table.change);
  return ctx.atomic(() => {
    const changed = beginChange(ctx, apply(table, input, ctx), 'UPDATING');
    for (const index of changed.indexes.filter(({ change }) => change === 'CREATING'))
      fillIndex(ctx, changed, index);
    for (const index of changed.indexes.filter(({ change }) => change === 'DELETING'))
      eraseIndex(ctx, changed, index);
    return { TableDescription: describe(changed, ctx.now()) };
  });
};

const CHANGES = [
  'BillingMode',
  'ProvisionedThroughput',
  'GlobalSecondaryIndexUpdates',
  'StreamSpecification',
  'SSESpecification',
  'TableClass',
  'DeletionProtectionEnabled',
  'OnDemandThroughput',
  'WarmThroughput',
] as const;

function apply(table: TableRecord, input: UpdateTableCommandInput, ctx: Ctx): TableRecord {
  const now = ctx.now();
  const billed = updateBilling(table, input, now);
  const indexed = updateIndexes(billed, input.GlobalSecondaryIndexUpdates ?? [], {
    attributes: { ...billed.attributes, ...readAttributes(input.AttributeDefinitions) },
    now,
  });
  return {
    ...updateStream(indexed, input, now),
    ...(input.SSESpecification && { sse: input.SSESpecification }),
    ...(input.TableClass && { tableClass: input.TableClass, tableClassSince: now }),
    ...(input.OnDemandThroughput && { onDemandThroughput: input.OnDemandThroughput }),
    ...(input.WarmThroughput && { warmThroughput: input.WarmThroughput }),
    deletionProtection: input.DeletionProtectionEnabled ?? table.deletionProtection,
  };
}

function updateBilling(table: TableRecord, input: UpdateTableCommandInput, now: number): TableRecord {
  const { BillingMode: mode, ProvisionedThroughput: units } = input;
  const onDemand = mode === undefined ? table.onDemand : mode === 'PAY_PER_REQUEST';
  if (onDemand && units) {
    throw invalidParameter(
      'Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST',
    );
  }
  if (onDemand) {
    const none = readThroughput(undefined);
    return {
      ...table,
      onDemand,
      onDemandSince: table.onDemand ? (table.onDemandSince ?? now) : now,
      throughput: none,
      indexes: table.indexes.map((index) => ({ ...index, throughput: none })),
    };
  }
  if (table.onDemand && !units) {
    throw invalidParameter(
      'ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED',
    );
  }
  if (!units) return { ...table, onDemand };
  return { ...table, onDemand, throughput: changeThroughput(table.throughput, units, now, 'table') };
}

function updateStream(table: TableRecord, input: UpdateTableCommandInput, now: number): TableRecord {
  const wanted = input.StreamSpecification;
  if (!wanted) return table;
  if (wanted.StreamEnabled) {
    if (table.stream?.enabled) throw invalid(`Table already has an enabled stream: TableName: ${table.name}`);
    return { ...table, stream: newStream(wanted, now) };
  }
  if (!table.stream?.enabled) throw invalid(`Table has no stream to disable: TableName: ${table.name}`);
  return { ...table, stream: { ...table.stream, enabled: false } };
}
