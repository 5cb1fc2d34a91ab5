import type { Parts } from './parts.ts';
import type { Range, Store, StoreValue } from './store.ts';

/** Keeps what was overwritten, so that a read can be shown the state of a moment ago. */
export interface StaleReads {
  /** The store to write to: it remembers what it overwrites while a window is set. */
  store: Store;
  /** The store as it was `windowMs` ago; what is written through it counts at once. */
  before(windowMs: number): Store;
}

type Past = Array<{ at: number; value: StoreValue | undefined }>;

export function staleReads(store: Store, clock: Parts['clock'], windowMs: () => number): StaleReads {
  const pasts = new Map<string, Past>();

  const remember = (key: string) => {
    const window = windowMs();
    if (window === 0) {
      if (pasts.size > 0) pasts.clear();
      return;
    }
    const kept = (pasts.get(key) ?? []).filter((one) => one.at > clock.now() - window);
    pasts.set(key, [...kept, { at: clock.now(), value: store.get(key) }]);
  };

  const remembering: Store = {
    ...store,
    put(key, value) {
      remember(key);
      store.put(key, value);
    },
    delete(key) {
      remember(key);
      return store.delete(key);
    },
  };

  return {
    store: remembering,
    before(window) {
      const since = clock.now() - window;
      const old = (key: string) => pasts.get(key)?.find((one) => one.at > since);
      return { ...remembering, ...readsOf(store, pasts, old) };
    },
  };
}

function readsOf(
  store: Store,
  pasts: ReadonlyMap<string, Past>,
  old: (key: string) => { value: StoreValue | undefined } | undefined,
): Pick<Store, 'get' | 'list' | 'count'> {
  const list = (range: Range) => {
    const { prefix = '' } = range;
    const changed = [...pasts.keys()].filter((key) => key.startsWith(prefix) && old(key));
    if (changed.length === 0) return store.list(range);
    const values = new Map(store.list({ prefix }));
    for (const key of changed) {
      const value = old(key)?.value;
      if (value === undefined) values.delete(key);
      else values.set(key, value);
    }
    return select([...values], range);
  };
  return {
    get(key) {
      const past = old(key);
      return past ? past.value : store.get(key);
    },
    list,
    count: (prefix) => list({ prefix }).length,
  };
}

function select(entries: Array<[string, StoreValue]>, { after, limit, reverse = false }: Range) {
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  if (reverse) sorted.reverse();
  const beyond = sorted.filter(([key]) => after === undefined || (reverse ? key < after : key > after));
  return beyond.slice(0, limit);
}
