import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { type Bench, median, type Row } from '#scripts/bench-kit.ts';
import { builtSite } from '../site/built-site.ts';
import { findChromium, flags } from '../site/open-browser.ts';
import { serveSite } from '../site/serve-site.ts';
import { openRunner } from './open-runner.ts';

const pages = ['', 'ja/', 'vi/'].flatMap((language) =>
  ['', '2-2-lab-1/', 'glossary/'].map((page) => `/${language}${page}`),
);
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const rounds = 3;

/**
 * Lighthouse as it comes, mobile. It is no dependency: 114 packages for a number that is wanted now and then. Where it
 * was installed, `HANDSON_LIGHTHOUSE` names the folder.
 */
export const bench: Bench = {
  name: 'Lighthouse, mobile (performance/accessibility/best practices/SEO)',
  async run() {
    const lighthouse = await findLighthouse();
    const executable = await findChromium();
    if (!lighthouse)
      return skipped(
        'no Lighthouse: npm install lighthouse in a folder of its own, HANDSON_LIGHTHOUSE names it',
      );
    if (!executable) return skipped('no Chromium here');
    const port = await freePort();
    const browser = await chromium.launch({
      executablePath: executable,
      args: [...flags, `--remote-debugging-port=${port}`],
    });
    const built = await builtSite();
    const runner = await openRunner(built);
    const host = await serveSite(built.dir);
    try {
      const rows: Row[] = [];
      for (const [where, url] of [
        ['the runner', runner.url],
        ['a plain web server', host.url],
      ])
        for (const page of pages)
          rows.push(await rowOf(lighthouse, `${url}${page}`, `${page} on ${where}`, port));
      return rows;
    } finally {
      await browser.close();
      await host.close();
      await runner.close();
    }
  },
};

interface Answer {
  lhr: {
    categories: Record<string, { score: number | null }>;
    audits: Record<string, { numericValue?: number }>;
    /** How fast the machine was just then: a busy one makes slow pages of quick ones. */
    environment: { benchmarkIndex: number };
  };
}
type Lighthouse = (url: string, flags: { port: number; logLevel: string }) => Promise<Answer>;

/** The median of each score, and of how long the largest part takes to show. */
async function rowOf(lighthouse: Lighthouse, url: string, what: string, port: number): Promise<Row> {
  const answers: Answer['lhr'][] = [];
  for (let round = 0; round < rounds; round++)
    answers.push((await lighthouse(url, { port, logLevel: 'silent' })).lhr);
  const scores = categories.map((name) =>
    median(answers.map((answer) => Math.round((answer.categories[name]?.score ?? 0) * 100))),
  );
  // A round on a busy machine may end before anything large was painted.
  const paint = median(
    answers.flatMap(({ audits }) => audits['largest-contentful-paint']?.numericValue ?? []),
  );
  const machine = median(answers.map(({ environment }) => environment.benchmarkIndex));
  return {
    what,
    value: `${scores.join('/')}, LCP ${(paint / 1000).toFixed(2)} s (machine ${machine.toFixed(0)})`,
    goal: '100 each, at most 1.2 s',
  };
}

async function findLighthouse(): Promise<Lighthouse | undefined> {
  const folder = process.env.HANDSON_LIGHTHOUSE;
  if (!folder) return undefined;
  const found = createRequire(path.resolve(folder, 'package.json')).resolve('lighthouse');
  return ((await import(pathToFileURL(found).href)) as { default: Lighthouse }).default;
}

function skipped(why: string): Row[] {
  return [{ what: 'skipped', value: why }];
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
