import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtSite } from '../site/built-site.ts';
import { findChromium, openBrowser } from '../site/open-browser.ts';
import { listen, type OpenRunner, openRunner } from './open-runner.ts';

const chromium = await findChromium();

describe.skipIf(!chromium)(`the progress page on the runner (${chromium ?? 'skipped: no Chromium'})`, () => {
  let runner: OpenRunner;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    runner = await openRunner(await builtSite());
    browser = await openBrowser(chromium ?? '');
    page = await browser.newPage();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await runner?.close();
  });

  const lab = (id: string) => page.locator(`tr[data-lab="${id}"] [data-lab-done]`);
  const soon = (look: () => Promise<string | null>) => expect.poll(look, { timeout: 20_000 });

  test('counts what the checks have seen, in every language, whatever this browser remembers', async () => {
    await page.goto(`${runner.url}/progress/`);
    await soon(() => lab('lambda-alone').textContent()).toBe('0 / 6');
    await doLab('lambda-alone', 'memory-and-timeout');
    for (const language of ['', '/ja', '/vi']) {
      await page.goto(`${runner.url}${language}/progress/`);
      await soon(() => lab('lambda-alone').textContent()).toBe('3 / 6');
      expect(await lab('api-mock').textContent()).toMatch(/^0 \//);
    }
  });

  test('keeps what the checks have seen when the browser is told to forget', async () => {
    await page.goto(`${runner.url}/progress/`);
    await page.locator('[data-forget]').click();
    await page.reload();
    await soon(() => lab('lambda-alone').textContent()).toBe('3 / 6');
  });

  test('says so of a page marked as read, beside what the runner knows', async () => {
    await page.goto(`${runner.url}/2-2-lab-1/`);
    await page.locator('.read-it button').click();
    await page.goto(`${runner.url}/progress/`);
    const row = page.locator('tr[data-page="2-2-lab-1"]');
    await soon(() => row.locator('[data-read]').textContent()).toContain('✓');
    await soon(() => row.locator('[data-lab-done]').textContent()).toBe('3 / 6');
  });

  /** Through the runner, as the panel does it: what was made is looked at when it is made. */
  async function doLab(id: string, through: string): Promise<void> {
    const ears = await listen(runner);
    await runner.post('/api/apply', { lab: id, through, account: '111122223333' });
    await ears.until((event) => event.type === 'end' && event.what === 'check');
    ears.close();
  }
});
