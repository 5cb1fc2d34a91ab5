import type { Range, Store, StoreValue } from './store.ts';

/** The store for tests and for a browser page: a sorted array of keys beside a map. */
export function memoryStore(): Store {
  const values = new Map<string, StoreValue>();
  const keys: string[] = [];
  let undo: Array<() => void> | undefined;

  const set = (key: string, value: StoreValue | undefined) => {
    const before = values.get(key);
    undo?.push(() => set(key, before));
    if (value === undefined) {
      if (values.delete(key)) keys.splice(firstAtOrAfter(keys, key), 1);
      return;
    }
    if (before === undefined) keys.splice(firstAtOrAfter(keys, key), 0, key);
    values.set(key, value);
  };

  return {
    get: (key) => values.get(key),
    put: (key, value) => set(key, value),
    delete(key) {
      const had = values.has(key);
      set(key, undefined);
      return had;
    },
    list: (range) => select(keys, range).map((key) => [key, values.get(key) as StoreValue] as const),
    count: (prefix) => firstAtOrAfter(keys, beyond(prefix)) - firstAtOrAfter(keys, prefix),
    atomic(work) {
      if (undo) return work();
      const steps: Array<() => void> = [];
      undo = steps;
      try {
        return work();
      } catch (error) {
        undo = undefined;
        for (const step of steps.reverse()) step();
        throw error;
      } finally {
        undo = undefined;
      }
    },
    close() {},
  };
}

function select(keys: string[], { prefix = '', after, limit = Infinity, reverse = false }: Range): string[] {
  let low = firstAtOrAfter(keys, prefix);
  let high = prefix === '' ? keys.length : firstAtOrAfter(keys, beyond(prefix));
  if (after !== undefined && !reverse) {
    low = Math.max(low, firstAtOrAfter(keys, after) + (keys[firstAtOrAfter(keys, after)] === after ? 1 : 0));
  }
  if (after !== undefined && reverse) high = Math.min(high, firstAtOrAfter(keys, after));
  if (!reverse) return keys.slice(low, Math.min(high, low + limit));
  return keys.slice(Math.max(low, high - limit), high).reverse();
}

/** The first key that no string starting with `prefix` reaches. Keys are ASCII, so U+FFFF is beyond them all. */
function beyond(prefix: string): string {
  return `${prefix}\uffff`;
}

function firstAtOrAfter(keys: string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
