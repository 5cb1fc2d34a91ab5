import type { ItemCollectionMetrics, ReturnItemCollectionMetrics } from '@aws-sdk/client-dynamodb';
import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Condition } from '../expressions/condition.ts';
import { holds } from '../expressions/evaluate.ts';
import type { TableRecord } from '../tables/record.ts';
import { type Item, itemToWire, type Value } from '../values/value.ts';
import { readItem, replace } from './storage.ts';

/** One write, read from its request and not yet looked at with the table in hand. */
export interface Write {
  tableName: string;
  /** Names one item: a whole item for a put, a key otherwise. */
  target: Item;
  /** Refuses what does not fit the table. */
  check(table: TableRecord): void;
  condition: Condition | undefined;
  /** The item as it is to be; `undefined` where there is to be none. */
  change(before: Item | undefined, table: TableRecord): Item | undefined;
  /** The failed condition's error shows the item. */
  showOnFailure: boolean;
}

export interface Written {
  before: Item | undefined;
  after: Item | undefined;
}

export function perform(ctx: Ctx, table: TableRecord, write: Write): Written {
  write.check(table);
  return ctx.atomic(() => {
    const written = prepare(ctx, table, write);
    commit(ctx, table, written);
    return written;
  });
}

/** What a write would do, or the error that stands in its way. */
export function prepare(ctx: Ctx, table: TableRecord, write: Write): Written {
  const before = readItem(ctx, table, write.target);
  if (write.condition && !holds(write.condition, before ?? {})) {
    throw new AwsError('ConditionalCheckFailedException', 'The conditional request failed', {
      ...(write.showOnFailure && before && { members: { Item: itemToWire(before) } }),
    });
  }
  return { before, after: write.change(before, table) };
}

export function commit(ctx: Ctx, table: TableRecord, { before, after }: Written): void {
  if (before || after) replace(ctx, table, before, after);
}

/** Item collections exist where there are local indexes, and ours never come near a gigabyte. */
export function collectionMetrics(
  table: TableRecord,
  item: Item,
  asked: ReturnItemCollectionMetrics | undefined,
): ItemCollectionMetrics | undefined {
  if (asked !== 'SIZE' || !table.indexes.some(({ global }) => !global)) return undefined;
  const { hash } = table.key;
  return {
    ItemCollectionKey: itemToWire({ [hash]: item[hash] as Value }),
    SizeEstimateRangeGB: [0, 1],
  };
}
