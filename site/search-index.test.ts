import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hasWholeIndex } from './search-index.ts';

test('an index that was not written to its end is told from a whole one', async () => {
  const site = await mkdtemp(path.join(tmpdir(), 'handson-index-'));
  const at = (name: string) => path.join(site, 'pagefind', name);
  expect(await hasWholeIndex(site)).toBe(false);
  await mkdir(at('index'), { recursive: true });
  await mkdir(at('fragment'));
  await writeFile(at('index/en.pf_index'), 'x');
  await writeFile(at('fragment/en.pf_fragment'), 'x');
  await writeFile(at('pagefind-entry.json'), '');
  expect(await hasWholeIndex(site)).toBe(false);
  const languages = { en: { page_count: 1 }, ja: { page_count: 1 }, vi: { page_count: 1 } };
  await writeFile(at('pagefind-entry.json'), JSON.stringify({ languages }));
  expect(await hasWholeIndex(site)).toBe(true);
  await writeFile(at('index/en.pf_index'), '');
  expect(await hasWholeIndex(site)).toBe(false);
  await rm(site, { recursive: true });
});
