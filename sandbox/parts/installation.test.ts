import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { InstallationUnreadable, installation } from './installation.ts';

let home: string;
beforeEach(() => {
  home = join(mkdtempSync(join(tmpdir(), 'installation-')), '.handson');
});
afterEach(() => rmSync(join(home, '..'), { recursive: true, force: true }));

test('every installation has a secret and a token of its own, and keeps them', () => {
  const first = installation(home, {});
  expect(first.secret).toMatch(/^[A-Za-z0-9]{40}$/);
  expect(first.token).toMatch(/^[a-z0-9]{40}$/);
  expect(installation(home, {})).toEqual(first);
  expect(readdirSync(home)).toEqual(['installation.json']);
  const other = join(home, 'other');
  expect(installation(other, {}).secret).not.toBe(first.secret);
});

test.skipIf(process.platform === 'win32')('the file is for its owner alone, also where it was not', () => {
  installation(home, {});
  const path = join(home, 'installation.json');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  chmodSync(path, 0o644);
  installation(home, {});
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('the environment may name the secret, which is not written down', () => {
  expect(installation(home, { HANDSON_SANDBOX_SECRET: 'of-the-class' }).secret).toBe('of-the-class');
  expect(readFileSync(join(home, 'installation.json'), 'utf8')).not.toContain('of-the-class');
});

test.each(['', 'no json', '{}', '{"secret":"x","token":""}', 'null'])(
  'a damaged file (%j) is named and left alone',
  (text) => {
    installation(home, {});
    const path = join(home, 'installation.json');
    writeFileSync(path, text);
    expect(() => installation(home, {})).toThrow(InstallationUnreadable);
    expect(() => installation(home, {})).toThrow(path);
    expect(readFileSync(path, 'utf8')).toBe(text);
  },
);
