import type { Capacity, ConsumedCapacity, ReturnConsumedCapacity } from '@aws-sdk/client-dynamodb';
import type { IndexRecord, TableRecord } from '../tables/record.ts';
import { equal } from '../values/compare.ts';
import { sizeOfItem } from '../values/size.ts';
import type { Item } from '../values/value.ts';
import { indexKey } from './keys.ts';
import { projected } from './projected.ts';

/** Capacity units, of the table itself and of each index that took part. */
export interface Spent {
  table: number;
  indexes: Record<string, number>;
}

export type Kind = 'read' | 'write';

/** Half a unit for each 4 KB begun; twice that for a consistent read, and four times for one in a transaction. */
export function readUnits(bytes: number, mode: 'eventual' | 'consistent' | 'transaction'): number {
  return Math.max(1, Math.ceil(bytes / 4096)) * { eventual: 0.5, consistent: 1, transaction: 2 }[mode];
}

/** A unit for each KB begun of the larger of both items, and as much for each index entry that changed. */
export function writeUnits(
  table: TableRecord,
  before: Item | undefined,
  after: Item | undefined,
  factor = 1,
): Spent {
  const indexes: Record<string, number> = {};
  for (const index of table.indexes) {
    const units = entryUnits(table, index, before, after) * factor;
    if (units > 0) indexes[index.name] = units;
  }
  return { table: Math.max(kilobytes(before), kilobytes(after), 1) * factor, indexes };
}

export function addSpent(one: Spent, two: Spent): Spent {
  const indexes = { ...one.indexes };
  for (const [name, units] of Object.entries(two.indexes)) indexes[name] = (indexes[name] ?? 0) + units;
  return { table: one.table + two.table, indexes };
}

export const NOTHING_SPENT: Spent = { table: 0, indexes: {} };

/** As the caller asked for it: not at all, the sum, or index by index. */
export function report(
  table: TableRecord,
  spent: Spent,
  asked: ReturnConsumedCapacity | undefined,
  kind?: Kind,
): ConsumedCapacity | undefined {
  if (asked === undefined || asked === 'NONE') return undefined;
  const total = Object.values(spent.indexes).reduce((sum, units) => sum + units, spent.table);
  const capacity = (units: number): Capacity => ({
    CapacityUnits: units,
    ...(kind === 'read' && { ReadCapacityUnits: units }),
    ...(kind === 'write' && { WriteCapacityUnits: units }),
  });
  if (asked === 'TOTAL') return { TableName: table.name, ...capacity(total) };
  const of = (global: boolean) => {
    const units = table.indexes
      .filter((index) => index.global === global && spent.indexes[index.name] !== undefined)
      .map(({ name }) => [name, capacity(spent.indexes[name] ?? 0)] as const);
    return units.length > 0 ? Object.fromEntries(units) : undefined;
  };
  const [local, global] = [of(false), of(true)];
  return {
    TableName: table.name,
    ...capacity(total),
    Table: capacity(spent.table),
    ...(local && { LocalSecondaryIndexes: local }),
    ...(global && { GlobalSecondaryIndexes: global }),
  };
}

function entryUnits(
  table: TableRecord,
  index: IndexRecord,
  before: Item | undefined,
  after: Item | undefined,
): number {
  const [oldKey, newKey] = [before, after].map((item) => item && indexKey(table, index, item));
  const [old, fresh] = [
    oldKey === undefined || !before ? undefined : projected(table, index, before),
    newKey === undefined || !after ? undefined : projected(table, index, after),
  ];
  if (old && fresh && oldKey === newKey) {
    return equal({ M: old }, { M: fresh }) ? 0 : Math.max(kilobytes(old), kilobytes(fresh));
  }
  return kilobytes(old) + kilobytes(fresh);
}

function kilobytes(item: Item | undefined): number {
  return item ? Math.ceil(sizeOfItem(item) / 1024) : 0;
}
