import type { Table } from '#sandbox/core/store.ts';
import { validationError } from './errors.ts';

interface Page {
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}

interface Paged<T> {
  items: T[];
  truncation: { IsTruncated: boolean; Marker?: string };
}

const DEFAULT_PAGE = 100;

/** One page of a table in the order of its keys; a page costs what it holds, however long the table is. */
export function pageOfTable<T>(
  table: Table<T>,
  page: Page,
  wanted: (item: T) => boolean = () => true,
): Paged<T> {
  const limit = page.MaxItems ?? DEFAULT_PAGE;
  const found: Array<readonly [string, T]> = [];
  let after = page.Marker === undefined ? undefined : readMarker(page.Marker);
  while (found.length <= limit) {
    const batch = table.list({ limit: limit + 1, ...(after === undefined ? {} : { after }) });
    found.push(...batch.filter(([, item]) => wanted(item)));
    after = batch.at(-1)?.[0];
    if (batch.length <= limit) break;
  }
  return cut(found, limit);
}

/** The same for a list at hand, in its own order. */
export function pageOfList<T>(
  items: readonly T[],
  page: Page,
  limit = page.MaxItems ?? DEFAULT_PAGE,
): Paged<T> {
  const start = page.Marker === undefined ? 0 : Number(readMarker(page.Marker)) + 1;
  const rest = items.slice(start, start + limit + 1);
  return cut(
    rest.map((item, index) => [String(start + index), item] as const),
    limit,
  );
}

function cut<T>(found: ReadonlyArray<readonly [string, T]>, limit: number): Paged<T> {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const more = found.length > limit && last !== undefined;
  return {
    items: shown.map(([, item]) => item),
    truncation: more ? { IsTruncated: true, Marker: marker(last[0]) } : { IsTruncated: false },
  };
}

/** Opaque, as AWS's are, and short: keys are ASCII. */
function marker(key: string): string {
  return btoa(`m:${key}`);
}

function readMarker(text: string): string {
  try {
    const key = atob(text);
    if (key.startsWith('m:')) return key.slice(2);
  } catch {
    throw validationError(`Invalid Marker: ${text}`);
  }
  throw validationError(`Invalid Marker: ${text}`);
}
