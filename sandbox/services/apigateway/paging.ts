import { badRequest } from './errors.ts';
import { facts } from './facts.ts';

interface PageInput {
  position?: string | undefined;
  limit?: number | undefined;
}

export interface Page<T> {
  items: T[];
  position?: string;
}

/** One page of things that are kept in the order of their key; the position is the last key that was shown. */
export function pageOf<T>(items: readonly T[], keyOf: (item: T) => string, input: PageInput): Page<T> {
  const limit = limitOf(input);
  const after = afterOf(input);
  const sorted = items.map((item) => ({ item, key: keyOf(item) })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const rest = after === undefined ? sorted : sorted.filter(({ key }) => key > after);
  return cut(rest, limit);
}

/** The same over a table, which can look from a key on without reading all before it. */
export function pageOfTable<T>(
  list: (range: { after?: string; limit: number }) => Array<readonly [string, T]>,
  input: PageInput,
): Page<T> {
  const limit = limitOf(input);
  const after = afterOf(input);
  const rows = list({ limit: limit + 1, ...(after === undefined ? {} : { after }) });
  return cut(
    rows.map(([key, item]) => ({ key, item })),
    limit,
  );
}

function cut<T>(rows: Array<{ key: string; item: T }>, limit: number): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ item }) => item),
    ...(rows.length > limit && last ? { position: btoa(encodeURIComponent(last.key)) } : {}),
  };
}

function limitOf({ limit }: PageInput): number {
  if (limit === undefined || limit === 0) return facts.page.normal;
  if (limit < 0) throw badRequest('Invalid limit specified');
  return Math.min(limit, facts.page.most);
}

function afterOf({ position }: PageInput): string | undefined {
  if (!position) return undefined;
  try {
    return decodeURIComponent(atob(position));
  } catch {
    throw badRequest('Invalid position specified');
  }
}
