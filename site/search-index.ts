import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { locales } from '#labs/kit/text.ts';

/**
 * Whether the index of the search is whole: Pagefind was seen to end before everything it had said was written was on
 * the disk, and the search then finds nothing, without a word.
 */
export async function hasWholeIndex(site: string): Promise<boolean> {
  const folder = path.join(site, 'pagefind');
  try {
    const { languages } = JSON.parse(await readFile(path.join(folder, 'pagefind-entry.json'), 'utf8'));
    if (!locales.every((locale) => languages[locale]?.page_count > 0)) return false;
    const files = (await readdir(folder, { recursive: true })).filter((name) =>
      /\.pf_|\.pagefind$/.test(name),
    );
    const sizes = await Promise.all(files.map(async (name) => (await stat(path.join(folder, name))).size));
    const holds = (kind: RegExp) => files.some((name) => kind.test(name));
    return holds(/\.pf_index$/) && holds(/\.pf_fragment$/) && sizes.every((size) => size > 0);
  } catch {
    return false;
  }
}
