import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { handson } from './run-handson.ts';

const home = mkdtempSync(path.join(tmpdir(), 'handson-again-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const run = (...line: string[]) => handson(line, { env: { HANDSON_HOME: home } });

test('a lab can be done again after it was cleaned up', async () => {
  expect((await run('apply', '1', '--runtime', 'node')).exitCode).toBe(0);
  expect((await run('check', '1')).exitCode).toBe(0);
  expect((await run('clean', '--yes')).exitCode).toBe(0);
  const again = await run('apply', '1', '--runtime', 'node');
  expect(again.stderr).toContain('logs:PutRetentionPolicy');
  expect(again.exitCode).toBe(0);
  expect((await run('check', '1', '--details')).exitCode).toBe(0);
}, 60_000);
