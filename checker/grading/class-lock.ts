import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { classFolder } from './class-file.ts';

/**
 * Somebody is looking at a class, alone or with others; nobody is forgotten meanwhile, since what is seen would be
 * written after it. The lock is the operating system's: it ends with the process, however that ends.
 */
export function lookingAt(home: string, name: string): { end(): void } {
  const lock = openLock(home, name, 10_000);
  lock.exec('BEGIN');
  lock.prepare('SELECT count(*) FROM sqlite_schema').get();
  return { end: () => lock.close() };
}

/** Works while nobody looks at a class; `undefined`: somebody does. */
export function whileNobodyLooks<Value>(home: string, name: string, work: () => Value): Value | undefined {
  const lock = openLock(home, name, 0);
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === busy)
      return undefined;
    throw error;
  }
  try {
    return work();
  } finally {
    lock.close();
  }
}

const busy = 5;

function openLock(home: string, name: string, timeout: number): DatabaseSync {
  return new DatabaseSync(path.join(classFolder(home, name), 'looking.lock'), { timeout });
}
