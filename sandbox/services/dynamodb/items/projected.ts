import type { IndexRecord, TableRecord } from '../tables/record.ts';
import type { Item } from '../values/value.ts';
import { keyNames } from './keys.ts';

/** What an index holds of an item. */
export function projected(table: TableRecord, index: IndexRecord, item: Item): Item {
  if (index.projection === 'ALL') return item;
  const names = projectedNames(table, index);
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.has(name)));
}

export function projectedNames(table: TableRecord, index: IndexRecord): Set<string> {
  return new Set([...keyNames(table.key), ...keyNames(index.key), ...index.included]);
}
