import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Lag {
  page: string;
  problem: 'missing' | 'stale' | 'unmarked' | 'orphan';
  /** What the translation must name under `follows` once it says what the English says. */
  follows: string;
}

/** Translations that do not follow the English as it stands: each names the hash of the page it was made from. */
export function laggingTranslations(docs: string, language: string): Lag[] {
  const english = globSync('*.mdx', { cwd: docs }).sort();
  const translated = globSync('*.mdx', { cwd: path.join(docs, language) });
  const lags = english.flatMap((file): Lag[] => {
    const follows = hashOf(path.join(docs, file));
    const page = `${language}/${file}`;
    const translation = path.join(docs, page);
    if (!existsSync(translation)) return [{ page, problem: 'missing', follows }];
    const named = /^follows: *['"]?([0-9a-f]{12})['"]? *$/m.exec(readFileSync(translation, 'utf8'))?.[1];
    if (named === undefined) return [{ page, problem: 'unmarked', follows }];
    return named === follows ? [] : [{ page, problem: 'stale', follows }];
  });
  const orphans = translated
    .filter((file) => !english.includes(file))
    .map((file): Lag => ({ page: `${language}/${file}`, problem: 'orphan', follows: '' }));
  return [...lags, ...orphans];
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12);
}
