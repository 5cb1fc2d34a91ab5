import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildSite } from '#checker/runner/build-site.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'handson-build-'));
  await mkdir(path.join(root, 'content/docs'), { recursive: true });
  await writeFile(path.join(root, 'content/docs/index.mdx'), 'one');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const makesPages = `node -e "fs.mkdirSync('site/dist',{recursive:true});fs.appendFileSync('builds','x')"`;

test('the site is built when there is none, and not again until something has changed', async () => {
  await script(makesPages);
  expect((await build()).state).toBe('built');
  expect((await build()).state).toBe('fresh');
  await writeFile(path.join(root, 'content/docs/index.mdx'), 'two');
  expect((await build()).state).toBe('built');
  await rm(path.join(root, 'site/dist'), { recursive: true });
  expect((await build()).state).toBe('built');
  expect(await readFile(path.join(root, 'builds'), 'utf8')).toBe('xxx');
});

test('a build that fails is told by its last words, and tried again the next time', async () => {
  await script(`node -e "console.error('no such page'); process.exitCode = 3"`);
  expect(await build()).toMatchObject({ state: 'failed', says: expect.stringContaining('no such page') });
  await script(makesPages);
  expect((await build()).state).toBe('built');
});

test('where there is nothing to build it with, that is said', async () => {
  await writeFile(path.join(root, 'package.json'), '{}');
  expect(await build()).toEqual({ state: 'no-script' });
});

test('Ctrl-C ends a build', async () => {
  await script('node -e "setTimeout(() => {}, 60000)"');
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 1500);
  expect((await build(stop.signal)).state).toBe('failed');
});

function script(site: string): Promise<void> {
  return writeFile(path.join(root, 'package.json'), JSON.stringify({ scripts: { site } }));
}

function build(signal: AbortSignal = new AbortController().signal) {
  return buildSite(root, { signal, beginning: () => {} });
}
