import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { policyOf } from '#site/policy.ts';
import { builtSite } from './built-site.ts';

describe('the built site', () => {
  let dir = '';
  let pages: Page[] = [];

  beforeAll(async () => {
    const built = await builtSite();
    dir = built.dir;
    pages = globSync('**/*.html', { cwd: dir }).map((file) => readPage(dir, file));
  }, 120_000);

  test('has every page in every language', () => {
    const english = pages.filter(({ file }) => !/^(ja|vi)\/|^404/.test(file)).map(({ file }) => file);
    for (const language of ['ja', 'vi']) {
      const there = pages
        .filter(({ file }) => file.startsWith(`${language}/`) && !file.includes('404'))
        .map(({ file }) => file.slice(3));
      expect(there.sort()).toEqual(english.toSorted());
    }
  });

  test('shows every file, sentence, label and figure that its lessons name', () => {
    const missing = pages.flatMap(({ file, html }) =>
      [...html.matchAll(/data-missing="([^"]*)"/g)].map(([, what]) => `${file}: ${what}`),
    );
    expect(missing).toEqual([]);
  });

  test('has no link to a page or a heading that is not there', () => {
    const known = new Map(pages.map((page) => [addressOf(page.file), page]));
    const broken = pages.flatMap(({ file, html }) =>
      linksIn(html).flatMap((link) => {
        const url = new URL(link, `http://site${addressOf(file)}`);
        if (url.host !== 'site') return [];
        const target = known.get(url.pathname);
        const isFile = !target && existsSync(path.join(dir, url.pathname));
        const isThere = url.hash === '' || target?.ids.has(decodeURIComponent(url.hash.slice(1)));
        return (target && isThere) || isFile ? [] : [`${file}: ${link}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  test('keeps the reader in their language: no link of a translated page leads to an English lesson', () => {
    const english = new Set(
      pages.filter(({ file }) => !/^(ja|vi)\//.test(file)).map(({ file }) => addressOf(file)),
    );
    const leaving = pages
      .filter(({ file }) => /^(ja|vi)\//.test(file))
      .flatMap(({ file, html }) =>
        linksIn(html)
          .filter((link) => english.has(link.replace(/#.*/, '')))
          .map((link) => `${file}: ${link}`),
      );
    expect(leaving).toEqual([]);
  });

  test('asks nobody else for anything', () => {
    const foreign = pages.flatMap(({ file, html }) =>
      [
        ...html.matchAll(
          /<(?:script|link|img|iframe|source|use)[^>]*?(?:src|href)="((?:https?:)?\/\/[^"]*)"/g,
        ),
      ].map(([, address]) => `${file}: ${address}`),
    );
    const styles = globSync('_astro/*.css', { cwd: dir }).filter((file) =>
      /url\(\s*["']?https?:|@import\s+["']?https?:/.test(readFileSync(path.join(dir, file), 'utf8')),
    );
    expect([...foreign, ...styles]).toEqual([]);
  });

  test('carries on every page a policy that names its own inline scripts and no others', () => {
    for (const { file, html } of pages) {
      const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1];
      expect([file, policy]).toEqual([file, policyOf(html)]);
      expect(policy).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
    }
  });

  test('every text file lies there packed too, with the same words in it', () => {
    const files = globSync('**/*.{html,css,js}', { cwd: dir }).map((file) => path.join(dir, file));
    const large = files.filter((file) => statSync(file).size > 1024);
    expect(large.length).toBeGreaterThan(pages.length);
    for (const file of large) {
      const whole = readFileSync(file);
      expect(brotliDecompressSync(readFileSync(`${file}.br`)).equals(whole)).toBe(true);
      expect(gunzipSync(readFileSync(`${file}.gz`)).equals(whole)).toBe(true);
    }
  });

  test('a lesson with a lab weighs at most 45 KB and asks at most 12 times', () => {
    const lessons = pages.filter(({ file }) => /lab-\d|good-habits/.test(file));
    expect(lessons.length).toBeGreaterThanOrEqual(21);
    for (const { file, html } of lessons) {
      const files = [file, ...neededBy(dir, html)];
      const bytes = files.reduce((sum, name) => sum + weight(path.join(dir, name)), 0);
      expect({
        file,
        tooHeavy: bytes > 45 * 1024 ? bytes : false,
        tooMany: files.length > 12 ? files : false,
      }).toEqual({
        file,
        tooHeavy: false,
        tooMany: false,
      });
    }
  });
});

interface Page {
  file: string;
  html: string;
  ids: Set<string>;
}

function readPage(dir: string, file: string): Page {
  const html = readFileSync(path.join(dir, file), 'utf8');
  const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id));
  return { file: file.split(path.sep).join('/'), html, ids };
}

function addressOf(file: string): string {
  return `/${file.replace(/index\.html$/, '')}`;
}

function linksIn(html: string): string[] {
  return [...html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].map(([, link = '']) =>
    link.replaceAll('&amp;', '&'),
  );
}

/** What a browser loads with the page: style sheets, icons, scripts, and what those import, the live panel too. */
function neededBy(dir: string, html: string): string[] {
  const links = [
    ...html.matchAll(/<link[^>]*rel="(?:stylesheet|modulepreload|shortcut icon|icon)"[^>]*>/g),
  ].map(([tag]) => /href="([^"]*)"/.exec(tag)?.[1] ?? '');
  const scripts = [...html.matchAll(/<script[^>]*\ssrc="([^"]*)"/g)].map(([, src = '']) => src);
  const inline = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].flatMap(([, code = '']) =>
    importsOf(code, '/'),
  );
  const found = new Set<string>();
  const queue = [...links, ...scripts, ...inline];
  for (let address = queue.pop(); address !== undefined; address = queue.pop()) {
    if (found.has(address)) continue;
    found.add(address);
    if (address.endsWith('.js'))
      queue.push(...importsOf(readFileSync(path.join(dir, address), 'utf8'), address));
  }
  return [...found];
}

function importsOf(code: string, from: string): string[] {
  return [...code.matchAll(/(?:from|import)\s*\(?["`](\.{0,2}\/[^"`]+\.js)["`]/g)].map(
    ([, name = '']) => new URL(name, `http://site${from}`).pathname,
  );
}

/** As it goes over the wire: packed by the build, or whole where that is not worth it. */
function weight(file: string): number {
  const packed = statSync(`${file}.br`, { throwIfNoEntry: false });
  return (packed ?? statSync(file)).size;
}
