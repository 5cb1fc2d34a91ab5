import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenRunner, openRunner } from './open-runner.ts';

let runner: OpenRunner;
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'handson-pages-'));
  await mkdir(path.join(dir, '_astro'));
  await mkdir(path.join(dir, '2-2-lab-1'));
  await writeFile(path.join(dir, '2-2-lab-1/index.html'), 'lesson');
  await writeFile(path.join(dir, '2-2-lab-1/index.html.br'), brotliCompressSync('lesson, packed'));
  await writeFile(path.join(dir, '2-2-lab-1/index.html.gz'), gzipSync('lesson, zipped'));
  await writeFile(path.join(dir, '_astro/page.abc.js'), 'let a');
  await writeFile(path.join(dir, '.built-from'), 'abc');
  runner = await openRunner({ dir });
});
afterAll(async () => {
  await runner.close();
  await rm(dir, { recursive: true, force: true });
});

test('before there is a site, a page says so in every language, and the checks answer', async () => {
  const answer = await fetch(`${runner.url}/`);
  expect(answer.status).toBe(503);
  const text = await answer.text();
  for (const sentence of ['not been built', 'まだ作られていません', 'chưa được tạo'])
    expect(text).toContain(sentence);
  expect((await fetch(`${runner.url}/api/state`)).status).toBe(200);
});

test('what was packed at build time is sent packed to who can read it', async () => {
  const accepted = ['gzip, deflate, br', 'gzip', 'identity'];
  const answers = await Promise.all(
    accepted.map((encoding) =>
      fetch(`${runner.url}/2-2-lab-1/`, { headers: { 'accept-encoding': encoding } }),
    ),
  );
  expect(answers.map(({ headers }) => headers.get('content-encoding'))).toEqual(['br', 'gzip', null]);
  expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual([
    'lesson, packed',
    'lesson, zipped',
    'lesson',
  ]);
  for (const { headers } of answers) {
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('vary')).toBe('accept-encoding');
  }
});

test('a packed form is no page of its own', async () => {
  for (const name of ['index.html.br', 'index.html.gz'])
    expect((await fetch(`${runner.url}/2-2-lab-1/${name}`)).status).not.toBe(200);
});

test('a page is asked for anew each time, a file with its hash in its name is kept', async () => {
  const page = await fetch(`${runner.url}/2-2-lab-1/`);
  expect(page.headers.get('cache-control')).toBe('no-cache');
  const file = await fetch(`${runner.url}/_astro/page.abc.js`);
  expect(file.headers.get('cache-control')).toContain('immutable');
});

test('the mark of the build is nobody’s page', async () => {
  expect((await fetch(`${runner.url}/.built-from`)).status).not.toBe(200);
});

test('a page that is not there is the site’s own page for that, once there is one', async () => {
  await writeFile(path.join(dir, 'index.html'), 'home');
  expect(await (await fetch(`${runner.url}/nothing`)).text()).toContain('no page here');
  await writeFile(path.join(dir, '404.html'), 'the site says: nothing here');
  const answer = await fetch(`${runner.url}/nothing`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toBe('the site says: nothing here');
});

test('every page tells that a runner serves it', async () => {
  const { headers } = await fetch(`${runner.url}/2-2-lab-1/`);
  expect(headers.get('server-timing')).toBe('handson');
});
