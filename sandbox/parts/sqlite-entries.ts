import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Range, Store, StoreValue } from '#sandbox/core/store.ts';

/** The store on an opened database. Keys are ASCII, so SQLite's byte order is the order of the contract. */
export function sqliteEntries(database: DatabaseSync): Store {
  const prepare = (sql: string): StatementSync => {
    const statement = database.prepare(sql);
    statement.setReturnArrays(true);
    return statement;
  };
  const get = prepare('SELECT value FROM entries WHERE key = ?');
  const put = prepare(
    'INSERT INTO entries VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const remove = prepare('DELETE FROM entries WHERE key = ?');
  const count = prepare('SELECT count(*) FROM entries WHERE key >= ? AND key < ?');
  // One lower bound each: of two, SQLite seeks to the first and walks to the second, so that later pages take longer.
  const from = prepare('SELECT key, value FROM entries WHERE key >= ? AND key < ? ORDER BY key LIMIT ?');
  const past = prepare('SELECT key, value FROM entries WHERE key > ? AND key < ? ORDER BY key LIMIT ?');
  const back = prepare('SELECT key, value FROM entries WHERE key >= ? AND key < ? ORDER BY key DESC LIMIT ?');
  const begin = prepare('BEGIN IMMEDIATE');
  const commit = prepare('COMMIT');
  const rollback = prepare('ROLLBACK');
  let inside = false;

  return {
    get: (key) => (get.get(key) as unknown as [StoreValue] | undefined)?.[0],
    put: (key, value) => void put.run(key, value),
    delete: (key) => remove.run(key).changes !== 0,
    list({ prefix = '', after, limit, reverse = false }: Range) {
      const most = limit === undefined || limit === Infinity ? -1 : Math.max(0, limit);
      const end = beyond(prefix);
      const isWithin = after !== undefined && after >= prefix;
      const onward = () => (isWithin ? past.all(after, end, most) : from.all(prefix, end, most));
      const backward = () => back.all(prefix, after !== undefined && after < end ? after : end, most);
      return (reverse ? backward() : onward()) as unknown as Array<[string, StoreValue]>;
    },
    count: (prefix) => (count.get(prefix, beyond(prefix)) as unknown as [number])[0],
    atomic(work) {
      if (inside) return work();
      begin.run();
      inside = true;
      try {
        const done = work();
        commit.run();
        return done;
      } catch (error) {
        if (database.isTransaction) rollback.run();
        throw error;
      } finally {
        inside = false;
      }
    },
    close: () => database.close(),
  };
}

function beyond(prefix: string): string {
  return `${prefix}\uffff`;
}
