import type { Ctx } from '#sandbox/core/context.ts';
import type { IndexRecord, TableRecord } from '../tables/record.ts';
import { sizeOfItem } from '../values/size.ts';
import { attribute, type Item } from '../values/value.ts';
import { indexKey, indexSpace, itemKey, itemSpace } from './keys.ts';
import { eraseRecords, recordChange } from './stream-records.ts';

/** The item with this key. One whose time to live is over is deleted by being looked at. */
export function readItem(ctx: Ctx, table: TableRecord, key: Item): Item | undefined {
  return readAt(ctx, table, itemKey(table, key));
}

export function readAt(ctx: Ctx, table: TableRecord, at: string): Item | undefined {
  const item = ctx.table<Item>('items').get(at);
  return item && alive(ctx, table, item);
}

/** The item itself, unless its time to live is over: then it goes. */
export function alive(ctx: Ctx, table: TableRecord, item: Item): Item | undefined {
  if (!isExpired(table, item, ctx.now())) return item;
  ctx.atomic(() => replace(ctx, table, item, undefined, 'ttl'));
  return undefined;
}

/** Puts `after` in the place of `before`, in the table, its indexes and its stream. Belongs into `ctx.atomic`. */
export function replace(
  ctx: Ctx,
  table: TableRecord,
  before: Item | undefined,
  after: Item | undefined,
  by: 'user' | 'ttl' = 'user',
): void {
  const at = itemKey(table, (after ?? before) as Item);
  if (after) ctx.table<Item>('items').put(at, after);
  else ctx.table<Item>('items').delete(at);
  for (const index of table.indexes) {
    if (index.change !== 'DELETING') replaceEntry(ctx, table, index, before, after);
  }
  recordChange(ctx, table, before, after, by);
}

/** Where each item of an index is, in the index's order. */
export function entries(ctx: Ctx) {
  return ctx.table<string>('entries');
}

export function fillIndex(ctx: Ctx, table: TableRecord, index: IndexRecord): void {
  for (const [, item] of ctx.table<Item>('items').list({ prefix: itemSpace(table) })) {
    replaceEntry(ctx, table, index, undefined, item);
  }
}

export function eraseIndex(ctx: Ctx, table: TableRecord, index: IndexRecord): void {
  for (const [key] of entries(ctx).list({ prefix: indexSpace(table, index) })) entries(ctx).delete(key);
}

export function eraseTable(ctx: Ctx, table: TableRecord): void {
  for (const index of table.indexes) eraseIndex(ctx, table, index);
  const items = ctx.table<Item>('items');
  for (const [key] of items.list({ prefix: itemSpace(table) })) items.delete(key);
  eraseRecords(ctx, table);
  ctx.table('counts').delete(table.id);
  const capacity = ctx.table('capacity');
  for (const [key] of capacity.list({ prefix: `${table.id}/` })) capacity.delete(key);
}

export function countItems(ctx: Ctx, table: TableRecord): { items: number; bytes: number } {
  const all = ctx.table<Item>('items').list({ prefix: itemSpace(table) });
  return { items: all.length, bytes: all.reduce((total, [, item]) => total + sizeOfItem(item), 0) };
}

function replaceEntry(
  ctx: Ctx,
  table: TableRecord,
  index: IndexRecord,
  before: Item | undefined,
  after: Item | undefined,
): void {
  const [old, fresh] = [before, after].map((item) => item && indexKey(table, index, item));
  if (old !== undefined && old !== fresh) entries(ctx).delete(old);
  if (fresh !== undefined && old !== fresh) entries(ctx).put(fresh, itemKey(table, after as Item));
}

const FIVE_YEARS_S = 5 * 365 * 24 * 60 * 60;

/** DynamoDB leaves alone what expired more than five years ago: it is taken for a mistake. */
function isExpired(table: TableRecord, item: Item, now: number): boolean {
  if (!table.ttl?.enabled) return false;
  const value = attribute(item, table.ttl.attribute);
  if (!value || !('N' in value)) return false;
  const [expiry, seconds] = [Number(value.N), Math.floor(now / 1000)];
  return expiry < seconds && expiry > seconds - FIVE_YEARS_S;
}
