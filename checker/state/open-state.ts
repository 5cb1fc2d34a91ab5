import { chmodSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What this installation remembers: progress, the ledger, and which calls were our own. */
export interface State {
  db: DatabaseSync;
  /** A file that could not be read was set aside under this name. */
  setAside?: string;
  close(): void;
}

const version = 2;

/** Opens `.handson/handson.sqlite`, or makes it. A file that is broken or newer is kept aside, never deleted. */
export function openState(home: string): State {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const file = path.join(home, 'handson.sqlite');
  try {
    return open(file);
  } catch (error) {
    if (!existsSync(file)) throw error;
    const setAside = `${file}.aside-${Date.now()}`;
    for (const ending of ['', '-wal', '-shm']) {
      if (existsSync(file + ending)) renameSync(file + ending, setAside + ending);
    }
    return { ...open(file), setAside };
  }
}

function open(file: string): State {
  const db = new DatabaseSync(file);
  try {
    chmodSync(file, 0o600);
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 3000;');
    const found = Number(db.prepare('PRAGMA user_version').get()?.user_version ?? 0);
    if (found > version) throw new Error(`written by a newer version (${found})`);
    if (found === 0) db.exec(schema);
    if (found < 2) db.exec(receipts);
    return { db, close: () => db.close() };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The ledger can only grow: the database itself refuses a change. */
const schema = `
  BEGIN;
  CREATE TABLE ledger (
    id INTEGER PRIMARY KEY, at INTEGER NOT NULL, target TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('baseline', 'seen', 'made', 'intent', 'result', 'claimed')),
    type TEXT NOT NULL, resource TEXT NOT NULL, arn TEXT NOT NULL, facts TEXT NOT NULL
  );
  CREATE INDEX ledger_of_target ON ledger (target, type, resource);
  CREATE TRIGGER ledger_keeps BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;
  CREATE TRIGGER ledger_holds BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;
  CREATE TABLE progress (
    target TEXT NOT NULL, lab TEXT NOT NULL, step TEXT NOT NULL, at INTEGER NOT NULL,
    how TEXT NOT NULL CHECK (how IN ('earned', 'provided')), result TEXT NOT NULL,
    PRIMARY KEY (target, lab, step)
  );
  CREATE TABLE own_call (target TEXT NOT NULL, request TEXT, began INTEGER NOT NULL, ended INTEGER NOT NULL);
  CREATE INDEX own_call_of_target ON own_call (target, request);
  CREATE TABLE hint (lab TEXT NOT NULL, step TEXT NOT NULL, shown INTEGER NOT NULL, PRIMARY KEY (lab, step));
  PRAGMA user_version = 1;
  COMMIT;
`;

/** Since version 2: what cleaning was asked to do and what came of it. */
const receipts = `
  BEGIN IMMEDIATE;
  CREATE TABLE IF NOT EXISTS receipt (
    target TEXT NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('plan', 'receipt')),
    hash TEXT NOT NULL, document TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS receipt_of_target ON receipt (target, kind);
  PRAGMA user_version = 2;
  COMMIT;
`;
