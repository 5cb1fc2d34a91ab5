import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { sayWatching } from '#checker/runner/class-watching.ts';
import { openPictureClass } from './runner/board-picture.ts';
import { openRunner } from './runner/open-runner.ts';
import { builtSite } from './site/built-site.ts';
import { findChromium, openBrowser } from './site/open-browser.ts';

interface Picture {
  name: string;
  page: string;
  width: number;
  height: number;
  theme: 'light' | 'dark';
  /** What stands at the top of the picture; the beginning of the page where nothing is named. */
  at?: string;
}

/** The pictures of the README: the same pages, sizes and state each time. */
const pictures: readonly Picture[] = [
  { name: 'home', page: '/', width: 1280, height: 800, theme: 'light' },
  { name: 'lesson-ja', page: '/ja/2-2-lab-1/', width: 1280, height: 800, theme: 'light' },
  { name: 'panel', page: '/2-2-lab-1/', width: 1280, height: 1000, theme: 'light', at: '.panel-head' },
  { name: 'panel-phone', page: '/vi/2-2-lab-1/', width: 390, height: 844, theme: 'dark', at: '.panel-head' },
];

const folder = path.resolve(import.meta.dirname, '../docs/screenshots');
const chromium = await findChromium();
if (chromium) await takeAll(chromium);
else console.log('No Chromium here: the pictures stay as they are. HANDSON_CHROMIUM names one.');

/** In a home of their own, over a sandbox in which the first two steps of lab 1 are done. */
async function takeAll(executable: string): Promise<void> {
  const runner = await openRunner(await builtSite());
  const browser = await openBrowser(executable);
  try {
    const { target } = (await (await fetch(`${runner.url}/api/state`)).json()) as {
      target: { account: string };
    };
    const { account } = target;
    await runner.post('/api/apply', { lab: 'lambda-alone', through: 'role-may-log', account });
    for (const picture of pictures) {
      await take(browser, runner.url, picture);
      console.log(`docs/screenshots/${picture.name}.png`);
    }
    await takeBoard(browser);
  } finally {
    await browser.close();
    await runner.close();
  }
}

/** The class board, a moment after a round in which some went on. */
async function takeBoard(browser: Browser): Promise<void> {
  const pupils = await openPictureClass();
  const board = await pupils.serve();
  const page = await browser.newPage({
    viewport: { width: 1280, height: 960 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  await page.goto(`${board.url}/class`);
  const run = pupils.goOn();
  sayWatching(pupils.folder, { pid: process.pid, round: 3, run, next: Date.now() + 42_000, trouble: null });
  await page.locator('.heat td[data-new]').first().waitFor();
  await page.locator('.status', { hasText: 'next in 4' }).waitFor();
  await page.screenshot({ path: path.join(folder, 'class-board.png') });
  console.log('docs/screenshots/class-board.png');
  await page.close();
  await board.close();
  await pupils.close();
}

async function take(browser: Browser, url: string, picture: Picture): Promise<void> {
  const { name, width, height, theme, at } = picture;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme });
  const page = await context.newPage();
  await page.goto(url + picture.page, { waitUntil: 'load' });
  if (at) await showPanel(page, at);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  await context.close();
}

/** With every outcome told. */
async function showPanel(page: Page, at: string): Promise<void> {
  await page.locator('lab-panel').scrollIntoViewIfNeeded();
  await page.locator('.panel-target', { hasText: '111122223333' }).waitFor();
  await page.locator('.panel-head button').first().click();
  await page.locator('[data-step="add-logging"][data-outcome]').waitFor();
  await page.locator('lab-panel[aria-busy="false"]').waitFor();
  await page
    .locator(at)
    .evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
}
