import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { classFolder } from './class-file.ts';
import { lookingAt, whileNobodyLooks } from './class-lock.ts';

const home = mkdtempSync(path.join(tmpdir(), 'handson-lock-'));
mkdirSync(classFolder(home, 'spring'), { recursive: true });
afterAll(() => rmSync(home, { recursive: true }));

test('nobody works alone on a class while others look at it, however many they are', () => {
  const [one, two] = [lookingAt(home, 'spring'), lookingAt(home, 'spring')];
  expect(whileNobodyLooks(home, 'spring', () => 'done')).toBeUndefined();
  one.end();
  expect(whileNobodyLooks(home, 'spring', () => 'done')).toBeUndefined();
  two.end();
  expect(whileNobodyLooks(home, 'spring', () => 'done')).toBe('done');
});

test('what fails lets go', () => {
  const fails = () => {
    throw new Error('broken');
  };
  expect(() => whileNobodyLooks(home, 'spring', fails)).toThrow('broken');
  lookingAt(home, 'spring').end();
});
