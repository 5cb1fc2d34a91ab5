import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claim, isOwned, whoOwns } from './owner-lock.ts';

let root: string;
let folder: string;
let children: ChildProcess[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'owner-'));
  folder = join(root, 'sandbox');
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

function owned(token: string) {
  const result = claim(folder, token);
  if (!('ownership' in result)) throw new Error(`owned by ${result.owner?.pid}`);
  return result.ownership;
}

/** A process of its own that claims the folder, says what came of it, and stays. */
async function claimElsewhere(): Promise<{ child: ChildProcess; won: boolean }> {
  const module = new URL('./owner-lock.ts', import.meta.url).href;
  const script = `const { claim } = await import(${JSON.stringify(module)});
    const result = claim(${JSON.stringify(folder)}, 'token-' + process.pid);
    result.ownership?.announce({ port: 4566, apiPort: 4567, secret: 's' });
    console.log(result.ownership ? 'won' : 'lost');
    setInterval(() => result, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [said] = await once(child.stdout, 'data');
  return { child, won: String(said).trim() === 'won' };
}

test('whoever claims first owns it, and others are told whom to talk to', () => {
  const first = owned('one');
  first.announce({ port: 4566, apiPort: 4567, secret: 's' });
  const told = { pid: process.pid, startToken: 'one', port: 4566, apiPort: 4567 };
  expect(claim(folder, 'two')).toMatchObject({ owner: told });
  expect(whoOwns(folder)).toMatchObject(told);
  first.release();
  expect(whoOwns(folder)).toBeUndefined();
  owned('three').release();
});

test('before it listens, an owner has no ports', () => {
  const first = owned('one');
  expect(whoOwns(folder)).toEqual({ pid: process.pid, startToken: 'one', startedAt: expect.any(Number) });
  expect(isOwned(folder)).toBe(true);
  first.release();
});

test('nobody owns what was never claimed, and asking makes nothing', () => {
  expect(whoOwns(folder)).toBeUndefined();
  expect(existsSync(folder)).toBe(false);
});

test('a killed owner leaves nothing that must be cleaned up', async () => {
  const { child, won } = await claimElsewhere();
  expect(won).toBe(true);
  expect(whoOwns(folder)).toMatchObject({ pid: child.pid, port: 4566 });
  expect(claim(folder, 'mine')).toMatchObject({ owner: { pid: child.pid } });
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(whoOwns(folder)).toBeUndefined();
  owned('mine').release();
});

test('of many that claim at once exactly one wins', async () => {
  const results = await Promise.all(Array.from({ length: 6 }, claimElsewhere));
  expect(results.filter(({ won }) => won)).toHaveLength(1);
  expect(whoOwns(folder)?.pid).toBe(results.find(({ won }) => won)?.child.pid);
});

test.skipIf(process.platform === 'win32')('what tells of the owner is for the user alone', () => {
  const first = owned('one');
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'owner.json')).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  first.release();
});
