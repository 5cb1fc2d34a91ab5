import type { Ctx } from '#sandbox/core/context.ts';
import type { IndexRecord, TableRecord } from '../tables/record.ts';
import type { Item } from '../values/value.ts';
import { indexSpace, itemSpace } from './keys.ts';
import { alive, entries, readAt } from './storage.ts';

/** A stretch of a table or index: everything above `low` and below `high`, from either end. */
export interface Stretch {
  low: string;
  high: string;
  reverse: boolean;
}

export interface Found {
  at: string;
  item: Item;
}

const CHUNK = 64;

/** The items of a stretch in order, read from the store a handful at a time. */
export function* walk(
  ctx: Ctx,
  table: TableRecord,
  index: IndexRecord | undefined,
  { low, high, reverse }: Stretch,
): Generator<Found> {
  const prefix = index ? indexSpace(table, index) : itemSpace(table);
  let after = reverse ? high : low;
  for (;;) {
    const range = { prefix, after, limit: CHUNK, reverse };
    const chunk = index
      ? entries(ctx)
          .list(range)
          .map(([at, place]) => [at, readAt(ctx, table, place)] as const)
      : ctx
          .table<Item>('items')
          .list(range)
          .map(([at, item]) => [at, alive(ctx, table, item)] as const);
    for (const [at, item] of chunk) {
      if (reverse ? at <= low : at >= high) return;
      if (item) yield { at, item };
      after = at;
    }
    if (chunk.length < CHUNK) return;
  }
}
