import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fullNames } from '#checker/grading/reports/labels.ts';
import { allLabs, at, sampleClass, sampleFile } from '#checker/grading/reports/sample-class.fixture.ts';
import { writeReport } from '#checker/grading/reports/write-report.ts';
import { noRules } from '#checker/grading/rules.ts';
import { locales } from '#labs/kit/text.ts';
import { findChromium, openBrowser } from './open-browser.ts';

const chromium = await findChromium();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const reason = chromium ? '' : ' (skipped: no Chromium; set HANDSON_CHROMIUM to one)';

const home = mkdtempSync(path.join(tmpdir(), 'handson-report-'));
const rows = sampleClass(18);
const addressOf = (...parts: string[]) => pathToFileURL(path.join(home, ...parts)).href;

describe.skipIf(!chromium)(`a class report opened from the disk${reason}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    for (const locale of locales)
      writeReport(path.join(home, locale), {
        file: sampleFile(rows),
        run: { id: 3, began: at, ended: at, version: '0.1.0' },
        rules: { ...noRules, timeZone: 'Asia/Tokyo', deadlines: { '*': '2026-12-01T18:00' } },
        labs: allLabs,
        locale,
        labels: fullNames,
        rows: () => rows,
      });
    browser = await openBrowser(chromium ?? '');
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(home, { recursive: true });
  });

  /** A page that tells of every request beyond its own file, and of every refusal of its policy. */
  async function open(where: string, view: Parameters<Browser['newPage']>[0] = {}) {
    const complaints: string[] = [];
    // Axe is put in from outside, as an extension would be; what the page itself may do is asked without.
    const page = await browser.newPage({ bypassCSP: true, ...view });
    page.on('console', (message) => complaints.push(message.text()));
    page.on('request', (request) => {
      if (request.url() !== where) complaints.push(request.url());
    });
    await page.goto(where);
    return { page, complaints };
  }

  describe.each(locales)('in %s', (locale) => {
    test.each([
      { colorScheme: 'light', width: 1280 },
      { colorScheme: 'dark', width: 390 },
    ] as const)(
      'axe finds nothing on the class page, $colorScheme, $width wide',
      async ({ colorScheme, width }) => {
        const { page } = await open(addressOf(locale, 'index.html'), {
          colorScheme,
          viewport: { width, height: 800 },
        });
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
        await page.close();
      },
    );
  });

  test('axe finds nothing on learners’ pages, with the evidence open', async () => {
    for (const [nth, file] of readdirSync(path.join(home, 'en/learners')).slice(0, 8).entries()) {
      const { page, complaints } = await open(addressOf('en', 'learners', file), {
        colorScheme: nth % 2 ? 'dark' : 'light',
        viewport: { width: nth % 3 ? 390 : 1000, height: 800 },
      });
      for (const details of await page.locator('details').all())
        await details.evaluate((element) => element.setAttribute('open', ''));
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
      expect(complaints).toEqual([]);
      await page.close();
    }
  }, 60_000);

  test('its own policy holds, its style is taken, and nothing is asked for', async () => {
    const { page, complaints } = await open(addressOf('ja', 'index.html'), { bypassCSP: false });
    const colour = (where: string) =>
      page
        .locator(where)
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await colour('.heat .s-credited')).not.toBe(await colour('.heat .s-not-yet'));
    const refused = await page.evaluate(async () => {
      const told = new Promise((resolve) =>
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective)),
      );
      const image = document.createElement('img');
      image.src = 'https://example.com/x.png';
      document.body.append(image);
      return told;
    });
    expect(refused).toBe('img-src');
    expect(complaints.filter((one) => !one.includes('example.com'))).toEqual([]);
    await page.close();
  });

  test('a name that is markup is read as it is written, and leads to its page', async () => {
    const { page } = await open(addressOf('en', 'index.html'));
    const link = page.getByRole('link', { name: '<img src=x onerror=alert(1)>' });
    await link.click();
    expect(await page.locator('h1').textContent()).toBe('<img src=x onerror=alert(1)>');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(rows[0]?.learner.language);
    await page.close();
  });

  test('the map scrolls by keys, and names and steps stay in sight', async () => {
    const { page } = await open(addressOf('en', 'index.html'), { viewport: { width: 700, height: 600 } });
    const map = page.getByRole('region', { name: 'Learners and steps, scrolls sideways' });
    await map.focus();
    await page.keyboard.press('End');
    for (let presses = 0; presses < 8; presses++) await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => (document.querySelector('.heat')?.scrollLeft ?? 0) > 50);
    const left = await map.evaluate((region) => {
      const head = region.querySelector('tbody th')?.getBoundingClientRect().left ?? 0;
      return Math.round(head - region.getBoundingClientRect().left);
    });
    expect(left).toBeLessThanOrEqual(2);
    await page.close();
  });

  test('on paper nothing scrolls, nothing is cut off, and colours are not all there is', async () => {
    const { page } = await open(addressOf('ja', 'index.html'), { viewport: { width: 1040, height: 735 } });
    await page.emulateMedia({ media: 'print' });
    const cut = await page
      .locator('.heat')
      .evaluate((region) => [
        region.scrollWidth - region.clientWidth,
        region.scrollHeight - region.clientHeight,
      ]);
    expect(cut).toEqual([0, 0]);
    const sheet = await page.pdf({ preferCSSPageSize: true });
    expect(sheet.subarray(0, 5).toString()).toBe('%PDF-');
    await page.close();
  });
});

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: Array<{ id: string; nodes: Array<{ html: string }> }> }> };
    };
    const found = await axe.run();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
  });
}
