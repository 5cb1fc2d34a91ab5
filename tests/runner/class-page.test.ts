import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sayWatching } from '#checker/runner/class-watching.ts';
import { serve } from '#sandbox/parts/serve.ts';
import { findChromium, openBrowser } from '../site/open-browser.ts';
import { hostileNames, type OpenClass, openClass } from './class-kit.ts';
import { deployHtml } from './hostile-api.ts';
import { hostileReader } from './hostile-reader.ts';

const chromium = await findChromium();
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(!chromium)(`the class board (${chromium ?? 'skipped: no Chromium here'})`, () => {
  let browser: Browser;
  let pupils: OpenClass;
  let board: Awaited<ReturnType<OpenClass['serve']>>;
  let complaints: string[];
  const pages: Page[] = [];

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '');
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    complaints = [];
    pupils = await openClass(30);
    pupils.round((at) => ({ done: at, ...(at === 20 ? { stand: 'unknown' } : {}) }));
    board = await pupils.serve();
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close();
    await board.close();
    await pupils.close();
    expect(complaints.filter((one) => !/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE|ERR_EMPTY/.test(one))).toEqual(
      [],
    );
    expect(board.failures).toEqual([]);
  });

  const open = async (query = '', options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    pages.push(page);
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
    await page.goto(`${board.url}/class/spring${query}`);
    return page;
  };

  const widths = [
    ['en', 390, 844],
    ['ja', 1280, 900],
    ['vi', 1920, 1080],
    ['en', 1920, 1080],
    ['ja', 390, 844],
    ['vi', 1280, 900],
  ] as const;
  test.each(widths)(
    'passes axe in %s, %i px wide, in both schemes, and scrolls in the table alone',
    async (lang, width, height) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await open(`?lang=${lang}`, {
          viewport: { width, height },
          colorScheme,
          bypassCSP: true,
        });
        pupils.round((at) => ({ done: at + (colorScheme === 'light' ? 1 : 2) }));
        await soon(() => page.locator('.heat td[data-new]').count()).toBeGreaterThan(2);
        expect(await complaintsOfAxe(page), colorScheme).toEqual([]);
        const tooWide = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        expect(tooWide).toBeLessThanOrEqual(0);
      }
    },
  );

  test('is as a page that is loaded anew, cell by cell, after a hundred changes', async () => {
    const page = await open();
    for (let round = 0; round < 4; round++) {
      const run = pupils.begin();
      for (let at = 0; at < 30; at++)
        pupils.keep(run, at, {
          done: (at * 5 + round * 3) % 35,
          stand: (['fail', 'waiting', 'unknown'] as const)[(at + round) % 3] ?? 'fail',
        });
      pupils.end(run);
    }
    const fresh = await open();
    await soon(() => tableOf(page)).toBe(await tableOf(fresh));
    await soon(() => page.locator('.talk').innerHTML()).toBe(await fresh.locator('.talk').innerHTML());
  });

  test('keeps scroll, focus and selection while it changes, and marks what has changed', async () => {
    const page = await open('', { viewport: { width: 700, height: 500 } });
    await page.locator('.heat').focus();
    await page.evaluate(`{
      const heat = document.querySelector('.heat');
      heat.scrollTop = 300;
      heat.scrollLeft = 120;
      scrollTo(0, 80);
      getSelection().selectAllChildren(document.querySelectorAll('.heat tbody bdi')[9]);
    }`);
    const where = () =>
      page.evaluate<unknown>(`[document.querySelector('.heat').scrollTop, document.querySelector('.heat').scrollLeft,
        scrollY, String(getSelection()), document.activeElement.className]`);
    const before = await where();
    pupils.round((at) => ({ done: at === 9 ? 12 : at }));
    await soon(() => page.locator('.heat td[data-new]').count()).toBeGreaterThan(2);
    await soon(() => page.locator('#over').textContent()).toContain('30 of 30. Steps newly done: 3.');
    expect(await where()).toEqual(before);
    expect(before).toEqual([300, 120, 80, 'Learner 9', 'heat']);
  });

  test('moves nothing for who wants no motion', async () => {
    const page = await open('', { reducedMotion: 'reduce' });
    pupils.round((at) => ({ done: at + 1 }));
    await soon(() => page.locator('.heat td[data-new]').count()).toBeGreaterThan(2);
    const animations = await page.evaluate('document.getAnimations().length');
    expect(animations).toBe(0);
  });

  test('counts down to the next round, and says nothing aloud while it does', async () => {
    sayWatching(pupils.folder, {
      pid: process.pid,
      round: 3,
      run: 1,
      next: Date.now() + 41_000,
      trouble: null,
    });
    const page = await open();
    await soon(() => page.locator('.status').textContent()).toMatch(
      /^Round 3, .*: 30 of 30 looked at, next in \d\d s$/,
    );
    const first = await page.locator('.status').textContent();
    await soon(() => page.locator('.status').textContent()).not.toBe(first);
    expect(await page.locator('.status').getAttribute('aria-live')).toBeNull();
    const aloud = await page.locator('[role=status]').allTextContents();
    expect(aloud).toEqual(['', '']);
  });

  test('says that the connection is lost, and goes on by itself when the board is back', async () => {
    const page = await open('', { bypassCSP: true });
    const line = page.locator('#line');
    await soon(() => page.locator('.status').textContent()).toContain('Last looked at');
    const { port } = board;
    await board.close();
    await soon(() => line.textContent()).toContain('The connection to the board is lost');
    expect(await complaintsOfAxe(page)).toEqual([]);
    pupils.round(() => ({ done: 3 }));
    board = await pupils.serve({ port });
    await soon(() => line.textContent()).toContain('Connected again');
    const fresh = await open();
    await soon(() => tableOf(page)).toBe(await tableOf(fresh));
  });

  test('works without a script, and says how to see more', async () => {
    const page = await open('', { javaScriptEnabled: false });
    expect(await page.locator('.heat tbody tr').count()).toBe(30);
    await page.getByRole('link', { name: 'Load it anew' }).click();
    expect(await page.locator('.heat tbody tr').count()).toBe(30);
  });

  test('shows names that look like markup as text, and lets none of them turn the line around', async () => {
    const page = await open();
    const names = await page.locator('.heat tbody bdi').allTextContents();
    for (const [at, name] of hostileNames.entries()) expect(names[at]).toBe(name);
    expect(await page.locator('#board img, .heat script').count()).toBe(0);
  });

  test('cannot be read, framed or listened to by a learner’s API that answers with hostile HTML', async () => {
    const home = await mkdtemp(path.join(tmpdir(), 'handson-hostile-'));
    const served = await serve({ home, env: { HANDSON_HOME: home }, port: 0, apiPort: 0 });
    if ('problem' in served) throw new Error(JSON.stringify(served.problem));
    const hostile = await browser.newPage();
    await hostile.goto(await deployHtml(served, hostileReader(board.url)));
    await soon(() => hostile.title()).toBe('done');
    expect(await hostile.evaluate('got')).toEqual({
      page: 'refused: TypeError',
      'blind page': expect.stringMatching(/^(refused: TypeError|opaque)$/),
      stream: 'refused',
      frame: 'refused',
      script: 'refused',
      style: 'refused',
      'opened window': 'refused',
    });
    await hostile.close();
    await served.close();
    await rm(home, { recursive: true, force: true });
  });
});

function complaintsOfAxe(page: Page): Promise<string[]> {
  return page
    .evaluate(axe)
    .then(() =>
      page.evaluate<string[]>(
        `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200)))`,
      ),
    );
}

/** What the table shows, without the marks of what is new. */
async function tableOf(page: Page): Promise<string> {
  return (await page.locator('.heat tbody').innerHTML()).replaceAll(' data-new=""', '');
}

/** What comes in its own time, on a busy machine too. */
function soon<Value>(look: () => Value | Promise<Value>) {
  return expect.poll(look, { timeout: 25_000 });
}
