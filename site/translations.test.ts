import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { laggingTranslations } from './translations.ts';

describe('translations that lag', () => {
  const english = '---\ntitle: A page\n---\n\nHello.\n';
  const hash = createHash('sha256').update(english).digest('hex').slice(0, 12);
  let docs = '';

  beforeEach(() => {
    docs = mkdtempSync(path.join(tmpdir(), 'handson-docs-'));
    mkdirSync(path.join(docs, 'ja'));
    writeFileSync(path.join(docs, 'a.mdx'), english);
  });
  afterEach(() => rmSync(docs, { recursive: true }));

  const translate = (frontmatter: string, name = 'a.mdx') =>
    writeFileSync(path.join(docs, 'ja', name), `---\ntitle: ページ\n${frontmatter}\n---\n`);

  test('a page that names the English as it stands does not lag', () => {
    translate(`follows: ${hash}`);
    expect(laggingTranslations(docs, 'ja')).toEqual([]);
  });

  test('a page that is not there is told, with the hash it will have to name', () => {
    expect(laggingTranslations(docs, 'ja')).toEqual([
      { page: 'ja/a.mdx', problem: 'missing', follows: hash },
    ]);
  });

  test('one changed letter in the English makes its translation stale', () => {
    translate(`follows: ${hash}`);
    writeFileSync(path.join(docs, 'a.mdx'), english.replace('Hello.', 'Hullo.'));
    expect(laggingTranslations(docs, 'ja')).toMatchObject([{ page: 'ja/a.mdx', problem: 'stale' }]);
  });

  test('a page that names nothing is told', () => {
    translate('minutes: 3');
    expect(laggingTranslations(docs, 'ja')).toMatchObject([{ problem: 'unmarked' }]);
  });

  test('a translation of nothing is told', () => {
    translate(`follows: ${hash}`);
    translate(`follows: ${hash}`, 'gone.mdx');
    expect(laggingTranslations(docs, 'ja')).toMatchObject([{ page: 'ja/gone.mdx', problem: 'orphan' }]);
  });
});
