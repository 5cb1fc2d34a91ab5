/**
 * What the sandbox remembers: one ordered map from ASCII keys to JSON text or bytes. Everything is synchronous,
 * so that a write that was answered is a write that was kept.
 */
export interface Store {
  get(key: string): StoreValue | undefined;
  put(key: string, value: StoreValue): void;
  delete(key: string): boolean;
  /** Entries whose key starts with `prefix`, in key order (`reverse`: backwards), strictly beyond `after`. */
  list(range: Range): Array<readonly [string, StoreValue]>;
  count(prefix: string): number;
  /** All writes of `work` or none of them. `work` is synchronous on purpose. */
  atomic<T>(work: () => T): T;
  close(): void;
}

export type StoreValue = string | Uint8Array;

export interface Range {
  prefix?: string;
  after?: string;
  limit?: number;
  reverse?: boolean;
}

/** A named part of the store that holds one kind of thing, for one account, region and service. */
export interface Table<T> {
  get(key: string): T | undefined;
  put(key: string, value: T): void;
  delete(key: string): boolean;
  list(range?: Range): Array<readonly [string, T]>;
  count(prefix?: string): number;
}

export function jsonTable<T>(store: Store, path: string): Table<T> {
  return tableOf<T>(store, path, {
    read: (value) => JSON.parse(value as string) as T,
    write: (value) => JSON.stringify(value),
  });
}

export function bytesTable(store: Store, path: string): Table<Uint8Array> {
  return tableOf<Uint8Array>(store, path, { read: (value) => value as Uint8Array, write: (value) => value });
}

function tableOf<T>(
  store: Store,
  path: string,
  codec: { read(value: StoreValue): T; write(value: T): StoreValue },
): Table<T> {
  const base = `${path}/`;
  return {
    get(key) {
      const value = store.get(base + key);
      return value === undefined ? undefined : codec.read(value);
    },
    put: (key, value) => store.put(base + key, codec.write(value)),
    delete: (key) => store.delete(base + key),
    list: ({ prefix = '', after, limit, reverse } = {}) =>
      store
        .list({
          prefix: base + prefix,
          ...(after === undefined ? {} : { after: base + after }),
          ...(limit === undefined ? {} : { limit }),
          ...(reverse === undefined ? {} : { reverse }),
        })
        .map(([key, value]) => [key.slice(base.length), codec.read(value)] as const),
    count: (prefix = '') => store.count(base + prefix),
  };
}
