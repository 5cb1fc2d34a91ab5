import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The one process that owns a state. Ports are absent while it has not begun to listen, or where it never does. */
export interface Owner {
  pid: number;
  startToken: string;
  startedAt: number;
  port?: number;
  apiPort?: number;
  /** The secret in force, which the owner's environment may have set. */
  secret?: string;
}

export interface Ownership {
  readonly startToken: string;
  announce(facts: { port: number; apiPort: number; secret: string }): void;
  release(): void;
}

export type Claim = { ownership: Ownership } | { owner: Owner | undefined };

/**
 * Claims a state's folder. What excludes others is the operating system's lock on a file, which ends with the process
 * however that ends: no lock can go stale, and there is no moment in which two take over the same one. The file
 * beside it only tells others whom to talk to.
 */
export function claim(folder: string, startToken: string, now: () => number = Date.now): Claim {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const lock = new DatabaseSync(lockPath(folder), { timeout: 300 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    return { owner: readOwner(folder) };
  }
  const owner: Owner = { pid: process.pid, startToken, startedAt: now() };
  writeOwner(folder, owner);
  return {
    ownership: {
      startToken,
      announce: (facts) => writeOwner(folder, { ...owner, ...facts }),
      release() {
        if (!lock.isOpen) return;
        rmSync(ownerPath(folder), { force: true });
        lock.close();
      },
    },
  };
}

/** Who owns the state now; `undefined`: nobody. Asks the lock first, since the file outlives a killed process. */
export function whoOwns(folder: string): Owner | undefined {
  return isOwned(folder) ? readOwner(folder) : undefined;
}

export function isOwned(folder: string): boolean {
  if (!existsSync(lockPath(folder))) return false;
  const lock = new DatabaseSync(lockPath(folder), { readOnly: true, timeout: 0 });
  try {
    lock.prepare('SELECT count(*) FROM sqlite_schema').get();
    return false;
  } catch (error) {
    if (isBusy(error)) return true;
    throw error;
  } finally {
    lock.close();
  }
}

function lockPath(folder: string): string {
  return join(folder, 'owner.lock');
}

function ownerPath(folder: string): string {
  return join(folder, 'owner.json');
}

/** Renamed into place, so that no reader sees half of it. */
function writeOwner(folder: string, owner: Owner): void {
  const draft = join(folder, `owner.${owner.startToken}.tmp`);
  writeFileSync(draft, JSON.stringify(owner), { mode: 0o600 });
  renameSync(draft, ownerPath(folder));
}

/** A file left by a process that was killed names nobody who could own the lock now. */
function readOwner(folder: string): Owner | undefined {
  try {
    const owner = JSON.parse(readFileSync(ownerPath(folder), 'utf8')) as Owner;
    return isAlive(owner.pid) ? owner : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const busy = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === busy;
}
