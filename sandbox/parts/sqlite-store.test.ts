import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '#sandbox/core/store.ts';
import { openSqliteStore } from './sqlite-store.ts';

let root: string;
let folder: string;
let open: Store[];
const at = () => new Date('2026-01-02T03:04:05.678Z');

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'state-'));
  folder = join(root, '.handson', 'sandbox');
  open = [];
});
afterEach(() => {
  for (const store of open) store.close();
  rmSync(root, { recursive: true, force: true });
});

function opened() {
  const result = openSqliteStore(folder, at);
  if ('problem' in result) throw new Error(result.problem.detail);
  open.push(result.store);
  return result;
}

function closeAll(): void {
  for (const store of open.splice(0)) store.close();
}

test('what was put is there when the state is opened again, in a folder for its owner alone', () => {
  opened().store.put('key', 'value');
  closeAll();
  expect(opened().store.get('key')).toBe('value');
  if (process.platform !== 'win32') expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test('a file that is no database is set aside as it is, and an empty state begun', () => {
  closeAll();
  opened();
  closeAll();
  const path = join(folder, 'state.sqlite');
  writeFileSync(path, 'this was never a database, and it is long enough to be looked at as one');
  const { store, setAside } = opened();
  expect(setAside).toMatchObject({ kind: 'corrupt', path, keptAs: `${path}.corrupt-20260102T030405Z` });
  expect(readFileSync(`${path}.corrupt-20260102T030405Z`, 'utf8')).toMatch(/^this was never/);
  expect(store.list({})).toEqual([]);
});

test('a damaged page is noticed, not served', () => {
  const { store } = opened();
  for (let index = 0; index < 500; index += 1) store.put(`key-${index}`, 'x'.repeat(100));
  closeAll();
  const path = join(folder, 'state.sqlite');
  const bytes = readFileSync(path);
  bytes.fill(0xaa, 4096, 4096 * 3);
  writeFileSync(path, bytes);
  expect(opened().setAside).toMatchObject({ kind: 'corrupt' });
});

test('a state of a newer version is set aside and keeps what it holds', () => {
  opened().store.put('precious', 'yes');
  closeAll();
  const path = join(folder, 'state.sqlite');
  const database = new DatabaseSync(path);
  database.exec('PRAGMA user_version = 99');
  database.close();
  const { setAside } = opened();
  expect(setAside).toMatchObject({ kind: 'newer' });
  const kept = new DatabaseSync(setAside?.keptAs as string);
  expect(kept.prepare('SELECT value FROM entries').get()).toEqual({ value: 'yes' });
  kept.close();
});

test('a second file that is set aside in the same second does not replace the first', () => {
  for (const text of ['first '.repeat(200), 'second '.repeat(200)]) {
    closeAll();
    opened();
    closeAll();
    writeFileSync(join(folder, 'state.sqlite'), text);
    opened();
  }
  const kept = readdirSync(folder).filter((name) => name.includes('corrupt'));
  expect(kept).toHaveLength(2);
});

test("another program's database is not taken for a state", () => {
  opened();
  closeAll();
  const path = join(folder, 'state.sqlite');
  rmSync(path);
  const other = new DatabaseSync(path);
  other.exec('CREATE TABLE bookmarks (url TEXT)');
  other.close();
  expect(opened().setAside).toMatchObject({ kind: 'corrupt', detail: "it is not a sandbox's state" });
});

test('a state in use is reported and left alone', () => {
  opened().store.put('key', 'value');
  const second = openSqliteStore(folder, at);
  expect(second).toMatchObject({ problem: { kind: 'in-use' } });
  expect(readdirSync(folder).some((name) => name.includes('corrupt'))).toBe(false);
});

test('where no folder can be made, the problem says so', () => {
  writeFileSync(join(root, '.handson'), 'a file where the folder should be');
  expect(openSqliteStore(folder, at)).toMatchObject({ problem: { kind: 'unreadable' } });
  expect(existsSync(folder)).toBe(false);
});

test('a page far on is read as quickly as one at the beginning', () => {
  const { store } = opened();
  store.atomic(() => {
    for (let number = 100_000; number < 150_000; number += 1) store.put(`table/${number}`, 'record');
  });
  const quickest = (after: string) =>
    Math.min(
      ...Array.from({ length: 50 }, () => {
        const began = performance.now();
        expect(store.list({ prefix: 'table/', after, limit: 50 })).toHaveLength(50);
        return performance.now() - began;
      }),
    );
  expect(quickest('table/149900')).toBeLessThan(10 * quickest('table/100010'));
});
