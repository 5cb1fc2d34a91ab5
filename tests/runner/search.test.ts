import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtSite } from '../site/built-site.ts';
import { findChromium, openBrowser } from '../site/open-browser.ts';
import { type OpenRunner, openRunner } from './open-runner.ts';

const chromium = await findChromium();

describe.skipIf(!chromium)(`the search on the runner (${chromium ?? 'skipped: no Chromium here'})`, () => {
  let runner: OpenRunner;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    runner = await openRunner(await builtSite());
    browser = await openBrowser(chromium ?? '');
    page = await browser.newPage();
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await runner?.close();
  });

  test.each([
    ['/', 'retention'],
    ['/ja/', '関数'],
    ['/ja/', 'ログ'],
    ['/vi/', 'hàm'],
    ['/vi/', 'duong dan'],
    ['/vi/', 'dang ky'],
  ])('on %s finds %s, under the policy of the runner too', async (where, term) => {
    await page.goto(`${runner.url}${where}`);
    await page.keyboard.press('Control+k');
    await page.keyboard.type(term);
    const found = page.locator('.search li a');
    await found.first().waitFor();
    const links = await found.evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    const excerpts = await page.locator('.search li').allTextContents();
    expect(excerpts.join(' ')).not.toMatch(/Terminal window|ターミナルウィンドウ|Cửa sổ dòng lệnh/i);
    expect(links.every((link) => link?.startsWith(where) && !/\.(br|gz|html)/.test(link))).toBe(true);
    expect(complaints).toEqual([]);
  });
});
