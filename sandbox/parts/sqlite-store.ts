import { chmodSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Store } from '#sandbox/core/store.ts';
import { sqliteEntries } from './sqlite-entries.ts';
import type { StateProblem } from './state-problem.ts';

export type OpenedStore = { store: Store; setAside?: StateProblem } | { problem: StateProblem };

const schemaVersion = 1;
/** Larger files are not read through at every start: what is broken in them shows when it is read. */
const checkedUpTo = 64 * 1024 * 1024;

/** Opens the state in a folder, or begins one. A file that cannot be used is set aside, never deleted. */
export function openSqliteStore(folder: string, now: () => Date = () => new Date()): OpenedStore {
  const path = join(folder, 'state.sqlite');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    const first = open(path);
    if ('database' in first) return { store: sqliteEntries(first.database) };
    if (first.kind !== 'corrupt' && first.kind !== 'newer') return { problem: { ...first, path } };
    const keptAs = setAside(path, first.kind, now());
    const second = open(path);
    if (!('database' in second)) return { problem: { ...second, path } };
    return { store: sqliteEntries(second.database), setAside: { ...first, path, keptAs } };
  } catch (error) {
    return { problem: { kind: 'unreadable', path, detail: messageOf(error) } };
  }
}

type Fault = Pick<StateProblem, 'kind' | 'detail'>;

function open(path: string): { database: DatabaseSync } | Fault {
  let database: DatabaseSync | undefined;
  try {
    const isNew = !existsSync(path) || statSync(path).size === 0;
    database = new DatabaseSync(path);
    // NORMAL: an answered write survives the end of the process; only a power cut may take the last ones.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    const fault = isNew ? create(database) : inspect(database, path);
    if (!fault) return { database };
    database.close();
    return fault;
  } catch (error) {
    database?.close();
    return { kind: kindOf(error), detail: messageOf(error) };
  }
}

function create(database: DatabaseSync): undefined {
  database.exec(`BEGIN IMMEDIATE;
    CREATE TABLE entries (key TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
    PRAGMA user_version = ${schemaVersion};
    COMMIT`);
}

function inspect(database: DatabaseSync, path: string): Fault | undefined {
  const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  if (version > schemaVersion) {
    return { kind: 'newer', detail: `its format is ${version}, this program knows ${schemaVersion}` };
  }
  const table = database
    .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'entries'")
    .get();
  // A process that was killed while it began the file has written nothing yet.
  if (version === 0 && !table && database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined) {
    return create(database);
  }
  if (version !== schemaVersion || !table) return { kind: 'corrupt', detail: "it is not a sandbox's state" };
  if (statSync(path).size > checkedUpTo) return undefined;
  const check = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {})[0];
  return check === 'ok' ? undefined : { kind: 'corrupt', detail: String(check) };
}

/** The write-ahead log goes with its file, so that what is kept can still be opened whole. */
function setAside(path: string, why: string, at: Date): string {
  const stamp = at.toISOString().replace(/[-:]|\.\d+/g, '');
  let kept = `${path}.${why}-${stamp}`;
  for (let number = 2; existsSync(kept); number += 1) kept = `${path}.${why}-${stamp}-${number}`;
  for (const ending of ['-wal', '-shm', '']) {
    if (existsSync(path + ending)) renameSync(path + ending, kept + ending);
  }
  return kept;
}

const busy = 5;
const corrupt = 11;
const notADatabase = 26;

function kindOf(error: unknown): StateProblem['kind'] {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  if (code === busy) return 'in-use';
  return code === corrupt || code === notADatabase ? 'corrupt' : 'unreadable';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
