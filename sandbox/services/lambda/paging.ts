import type { Table } from '#sandbox/core/store.ts';
import { base64, utf8 } from './encoding.ts';
import { invalidParameter } from './errors.ts';

interface Paging {
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}

export interface Page<T> {
  items: T[];
  marker: { NextMarker?: string };
}

/** One page read straight from a table, so that the number of its records does not matter. */
export function pageOfTable<T>(table: Table<T>, input: Paging, most: number, prefix = ''): Page<T> {
  const size = Math.min(input.MaxItems ?? most, most);
  const after = input.Marker === undefined ? undefined : readMarker(input.Marker);
  const found = table.list({ prefix, limit: size + 1, ...(after === undefined ? {} : { after }) });
  return cut(found, size);
}

/** One page of entries in ascending order of their keys. */
export function pageOf<T>(entries: Array<readonly [string, T]>, input: Paging, most: number): Page<T> {
  const size = Math.min(input.MaxItems ?? most, most);
  const after = input.Marker === undefined ? undefined : readMarker(input.Marker);
  return cut(after === undefined ? entries : entries.filter(([key]) => key > after), size);
}

function cut<T>(found: Array<readonly [string, T]>, size: number): Page<T> {
  const page = found.slice(0, size);
  const last = page.at(-1);
  return {
    items: page.map(([, item]) => item),
    marker: found.length > size && last ? { NextMarker: base64(utf8.encode(`after:${last[0]}`)) } : {},
  };
}

function readMarker(marker: string): string {
  try {
    const text = atob(marker);
    if (text.startsWith('after:')) return text.slice('after:'.length);
  } catch {
    // Not base64: told below like any other marker that is not ours.
  }
  throw invalidParameter('Invalid Marker');
}
