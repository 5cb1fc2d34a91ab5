import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Ajv } from 'ajv';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openerOf } from '#checker/runner/open-browser.ts';
import { handson } from '../cli/run-handson.ts';
import { root } from '../source-files.ts';

let home: string;
type Started = ReturnType<typeof handson>;
const started: Started[] = [];
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'handson-start-'));
});
afterEach(async () => {
  for (const one of started.splice(0)) {
    one.kill('SIGINT');
    await one;
  }
  await rm(home, { recursive: true, force: true });
});

interface Said {
  url: string;
  pid: number;
  already: boolean;
  endpoint: string;
  apiEndpoint: string;
}

test('lessons, sandbox and learners’ APIs answer on three ports, and Ctrl-C ends all three', async () => {
  const { process, said } = await start('--port', '0');
  const origins = [said.url, said.endpoint, said.apiEndpoint];
  expect(new Set(origins).size).toBe(3);
  for (const origin of origins) expect((await fetch(`${origin}/`)).status).toBeLessThan(600);
  process.kill('SIGINT');
  expect((await process).exitCode).toBe(0);
  for (const origin of origins) await expect(fetch(`${origin}/`)).rejects.toThrow();
  expect(existsSync(path.join(home, 'runner.json'))).toBe(false);
});

test('programs are told where, as the schema says', async () => {
  const { said } = await start('--port', '0');
  const schema = JSON.parse(await readFile(path.join(root, 'docs/schemas/handson.start.1.json'), 'utf8'));
  const second = await handson(['start', '--json'], { env: { HANDSON_HOME: home } });
  for (const document of [said, JSON.parse(String(second.stdout))]) {
    const ajv = new Ajv();
    expect(ajv.validate(schema, document), ajv.errorsText()).toBe(true);
  }
});

test('a second one says where the first is', async () => {
  const { said } = await start('--port', '0');
  const second = await handson(['start'], { env: { HANDSON_HOME: home } });
  expect(second.stdout).toContain(said.url);
  expect(second.exitCode).toBe(0);
});

test('after a kill the next one starts', async () => {
  const { process } = await start('--port', '0');
  process.kill('SIGKILL');
  await process;
  expect(existsSync(path.join(home, 'runner.json'))).toBe(true);
  const { said } = await start('--port', '0');
  expect(said.already).toBe(false);
});

test('a port that was named and is taken is told with who has it', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as { port: number };
  const { stderr, exitCode } = await handson(['start', '--port', String(port)], {
    env: { HANDSON_HOME: home },
  });
  taken.close();
  expect(stderr).toContain(`port ${port} is taken by`);
  expect(exitCode).toBe(2);
});

test.each(['x', '-1', '70000', ''])('"%s" is no port', async (word) => {
  const { exitCode } = await handson(['start', `--port=${word}`], { env: { HANDSON_HOME: home } });
  expect(exitCode).toBe(64);
});

test('the sandbox of another process is used', async () => {
  const sandbox = handson(['sandbox', '--port', '0', '--api-port', '0', '--json'], {
    env: { HANDSON_HOME: home },
  });
  started.push(sandbox);
  const { endpoint } = await firstLine<Said>(sandbox);
  const { said } = await start('--port', '0');
  expect(said.endpoint).toBe(endpoint);
});

test('a browser is opened where there is a person and a screen', () => {
  const url = 'http://127.0.0.1:4321';
  expect(openerOf(url, {}, 'darwin')).toEqual(['open', url]);
  expect(openerOf(url, { DISPLAY: ':0' }, 'linux')).toEqual(['xdg-open', url]);
  expect(openerOf(url, {}, 'linux')).toBeUndefined();
  expect(openerOf(url, { CI: 'true', DISPLAY: ':0' }, 'linux')).toBeUndefined();
  expect(openerOf(url, { SSH_CONNECTION: 'x' }, 'darwin')).toBeUndefined();
});

async function start(...more: string[]): Promise<{ process: Started; said: Said }> {
  const process = handson(['start', '--no-open', '--no-build', '--json', ...more], {
    env: { HANDSON_HOME: home },
  });
  started.push(process);
  return { process, said: await firstLine<Said>(process) };
}

async function firstLine<Document>(process: Started): Promise<Document> {
  if (!process.stdout) throw new Error('it has no output');
  for await (const line of createInterface({ input: process.stdout })) return JSON.parse(line) as Document;
  throw new Error(String((await process).stderr));
}
