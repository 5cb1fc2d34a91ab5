import type { Ctx } from '#sandbox/core/context.ts';
import type { TableRecord } from '../tables/record.ts';
import { equal } from '../values/compare.ts';
import { sizeOfItem } from '../values/size.ts';
import type { Item } from '../values/value.ts';
import { keyOf } from './keys.ts';

/** One change as a stream keeps it, with as much of the item as the stream's view type says. */
export interface StreamRecord {
  eventId: string;
  eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  at: number;
  sequence: string;
  keys: Item;
  oldImage?: Item;
  newImage?: Item;
  sizeBytes: number;
  by: 'user' | 'ttl';
}

const KEPT_MS = 24 * 60 * 60_000;

export function recordChange(
  ctx: Ctx,
  table: TableRecord,
  before: Item | undefined,
  after: Item | undefined,
  by: StreamRecord['by'],
): void {
  if (!table.stream?.enabled || unchanged(before, after)) return;
  const { view } = table.stream;
  const keys = keyOf(table.key, (after ?? before) as Item);
  const oldImage = view === 'OLD_IMAGE' || view === 'NEW_AND_OLD_IMAGES' ? before : undefined;
  const newImage = view === 'NEW_IMAGE' || view === 'NEW_AND_OLD_IMAGES' ? after : undefined;
  const sequence = nextSequence(ctx, table);
  ctx.table<StreamRecord>('stream-records').put(space(table) + sequence, {
    eventId: ctx.parts.random.uuid().replaceAll('-', ''),
    eventName: before ? (after ? 'MODIFY' : 'REMOVE') : 'INSERT',
    at: ctx.now(),
    sequence,
    keys,
    ...(oldImage && { oldImage }),
    ...(newImage && { newImage }),
    sizeBytes: [keys, oldImage, newImage].reduce(
      (total, image) => total + (image ? sizeOfItem(image) : 0),
      0,
    ),
    by,
  });
}

export function eraseRecords(ctx: Ctx, table: TableRecord): void {
  const records = ctx.table<StreamRecord>('stream-records');
  for (const [key] of records.list({ prefix: `${table.id}/` })) records.delete(key);
  ctx.table('stream-sequences').delete(table.id);
}

/** A write that changes nothing leaves no record. */
function unchanged(before: Item | undefined, after: Item | undefined): boolean {
  if (!before || !after) return before === after;
  return equal({ M: before }, { M: after });
}

function nextSequence(ctx: Ctx, table: TableRecord): string {
  const sequences = ctx.table<number>('stream-sequences');
  const next = (sequences.get(table.id) ?? 0) + 1;
  sequences.put(table.id, next);
  if (next % 100 === 0) forgetOld(ctx, table);
  return String(next * 100).padStart(21, '0');
}

function forgetOld(ctx: Ctx, table: TableRecord): void {
  const records = ctx.table<StreamRecord>('stream-records');
  for (const [key, { at }] of records.list({ prefix: `${table.id}/`, limit: 200 })) {
    if (at > ctx.now() - KEPT_MS) return;
    records.delete(key);
  }
}

function space(table: TableRecord): string {
  return `${table.id}/${table.stream?.label}/`;
}
