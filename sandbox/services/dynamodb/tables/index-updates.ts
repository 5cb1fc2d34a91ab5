import type { GlobalSecondaryIndexUpdate } from '@aws-sdk/client-dynamodb';
import { AwsError } from '#sandbox/core/errors.ts';
import { invalid, invalidParameter } from '../errors.ts';
import { CHANGE_MS, type IndexRecord, type TableRecord } from './record.ts';
import { type Attributes, readGlobalIndex } from './schema.ts';
import { changeThroughput } from './throughput.ts';

interface With {
  attributes: Attributes;
  now: number;
}

/** Adds, changes and drops global indexes; of new attribute definitions only those stay that a key uses. */
export function updateIndexes(
  table: TableRecord,
  updates: readonly GlobalSecondaryIndexUpdate[],
  { attributes, now }: With,
): TableRecord {
  const indexes = updates.reduce(
    (all, update) => applyOne(table, all, update, { attributes, now }),
    table.indexes,
  );
  const used = new Set([table, ...indexes].flatMap(({ key }) => [key.hash, key.range ?? key.hash]));
  return {
    ...table,
    indexes,
    attributes: Object.fromEntries(Object.entries(attributes).filter(([name]) => used.has(name))),
  };
}

function applyOne(
  table: TableRecord,
  indexes: IndexRecord[],
  update: GlobalSecondaryIndexUpdate,
  { attributes, now }: With,
): IndexRecord[] {
  if (update.Create) {
    const index = readGlobalIndex(update.Create, attributes, table.onDemand);
    if (indexes.some(({ name }) => name === index.name)) {
      throw invalid('Attempting to create an index which already exists');
    }
    return [...indexes, { ...index, change: 'CREATING', readyAt: now + CHANGE_MS.UPDATING }];
  }
  if (!update.Update && !update.Delete) {
    throw invalidParameter(
      'One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null',
    );
  }
  const name = update.Update?.IndexName ?? update.Delete?.IndexName;
  const index = indexes.find((one) => one.global && one.name === name);
  if (!index) {
    throw new AwsError(
      'ResourceNotFoundException',
      `Requested resource not found: Table: ${table.name} index: ${name} not found`,
    );
  }
  return indexes.map((one) => (one === index ? changed(one, update, now) : one));
}

function changed(
  index: IndexRecord,
  { Update, Delete }: GlobalSecondaryIndexUpdate,
  now: number,
): IndexRecord {
  if (Delete) return { ...index, change: 'DELETING', readyAt: now + CHANGE_MS.UPDATING };
  return {
    ...index,
    ...(Update?.ProvisionedThroughput && {
      throughput: changeThroughput(index.throughput, Update.ProvisionedThroughput, now, 'index'),
    }),
    ...(Update?.OnDemandThroughput && { onDemandThroughput: Update.OnDemandThroughput }),
    ...(Update?.WarmThroughput && { warmThroughput: Update.WarmThroughput }),
    change: 'UPDATING',
    readyAt: now + CHANGE_MS.UPDATING,
  };
}
