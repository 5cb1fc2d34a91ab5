import type { AttributeValue, ReturnConsumedCapacity, Select } from '@aws-sdk/client-dynamodb';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Condition } from '../expressions/condition.ts';
import { holds } from '../expressions/evaluate.ts';
import type { Path } from '../expressions/path.ts';
import { project } from '../expressions/projection.ts';
import { MAX_PAGE_BYTES } from '../facts.ts';
import type { IndexRecord, TableRecord } from '../tables/record.ts';
import { sizeOfItem } from '../values/size.ts';
import { type Item, itemToWire } from '../values/value.ts';
import { readUnits } from './capacity.ts';
import { keyOf } from './keys.ts';
import { projected } from './projected.ts';
import { spend, throttle } from './throttle.ts';
import { type Stretch, walk } from './walk.ts';

export interface PageRequest {
  stretch: Stretch;
  index: IndexRecord | undefined;
  limit: number | undefined;
  filter: Condition | undefined;
  paths: Path[] | undefined;
  select: Select | undefined;
  /** A local index without what is asked for: each item is read from the table as well. */
  fetch: boolean;
  consistent: boolean;
  reportCapacity: ReturnConsumedCapacity | undefined;
}

/** One page of a query or a scan: as far as the limit or one megabyte reaches, filtered after it was counted. */
export function readPage(ctx: Ctx, table: TableRecord, request: PageRequest) {
  const { index, limit, filter, fetch, select } = request;
  throttle(ctx, table, 'read');
  const mode = request.consistent ? 'consistent' : 'eventual';
  const items: Item[] = [];
  let [count, scanned, bytes, fetched] = [0, 0, 0, 0];
  let last: Item | undefined;
  let more = false;
  for (const { item } of walk(ctx, table, index, request.stretch)) {
    const held = index ? projected(table, index, item) : item;
    const size = sizeOfItem(held);
    if (scanned > 0 && bytes + size > MAX_PAGE_BYTES) {
      more = true;
      break;
    }
    scanned += 1;
    bytes += size;
    last = item;
    if (fetch) fetched += readUnits(sizeOfItem(item), mode);
    const seen = fetch ? item : held;
    if (!filter || holds(filter, seen)) {
      count += 1;
      if (select !== 'COUNT') items.push(request.paths ? project(seen, request.paths) : seen);
    }
    if (scanned === limit) {
      more = true;
      break;
    }
  }
  const units = readUnits(bytes, mode);
  const spent = index ? { table: fetched, indexes: { [index.name]: units } } : { table: units, indexes: {} };
  const consumed = spend(ctx, table, spent, 'read', request.reportCapacity);
  return {
    ...(select !== 'COUNT' && { Items: items.map(itemToWire) }),
    Count: count,
    ScannedCount: scanned,
    ...(more && last && { LastEvaluatedKey: lastKey(table, index, last) }),
    ...(consumed && { ConsumedCapacity: consumed }),
  };
}

function lastKey(
  table: TableRecord,
  index: IndexRecord | undefined,
  item: Item,
): Record<string, AttributeValue> {
  return itemToWire({ ...keyOf(table.key, item), ...(index && keyOf(index.key, item)) });
}
