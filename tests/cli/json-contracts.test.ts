import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, expect, test } from 'vitest';
import { root } from '../source-files.ts';
import { handson } from './run-handson.ts';

const folder = path.join(root, 'docs/schemas');
const ajv = new Ajv({ allErrors: true });
for (const file of readdirSync(folder))
  ajv.addSchema(JSON.parse(readFileSync(path.join(folder, file), 'utf8')));

const home = mkdtempSync(path.join(tmpdir(), 'handson-home-'));
afterAll(() => rmSync(home, { recursive: true }));

test.each([
  { line: ['doctor'] },
  { line: ['version'] },
  { line: ['list'] },
  { line: ['hint', 'lambda-alone', 'create-function'] },
  { line: ['use', 'sandbox'] },
])('what `handson $line --json` prints is what its schema says', async ({ line }) => {
  const { stdout } = await handson([...line, '--json'], { env: { HANDSON_HOME: home } });
  const document = JSON.parse(String(stdout));
  const holds = ajv.validate(document.schema, document);
  expect(ajv.errors ?? []).toEqual([]);
  expect(holds).toBe(true);
});

test('the running sandbox tells programs its addresses', async () => {
  const running = handson(['sandbox', '--json', '--memory', '--port', '0', '--api-port', '0'], {
    env: { HANDSON_HOME: home },
  });
  const [line] = await once(running.stdout as NodeJS.ReadableStream, 'data');
  const document = JSON.parse(String(line));
  expect(ajv.validate('handson.sandbox/1', document)).toBe(true);
  running.kill('SIGINT');
  expect((await running).exitCode).toBe(0);
});
