import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builtSite } from './built-site.ts';
import { findChromium, openBrowser } from './open-browser.ts';
import { serveSite } from './serve-site.ts';

const chromium = await findChromium();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const reason = chromium ? '' : ' (skipped: no Chromium; set HANDSON_CHROMIUM to one)';

describe.skipIf(!chromium)(`the site in a browser, on a plain web server${reason}`, () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveSite>>;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[] = [];

  beforeAll(async () => {
    const { dir } = await builtSite();
    site = await serveSite(dir);
    browser = await openBrowser(chromium ?? '');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  beforeEach(async () => {
    complaints = [];
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: 'light' });
    page = await open(context);
  });
  afterEach(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });

  /** A page that tells of every error, every refusal of the policy and every request that leaves the site. */
  async function open(where: BrowserContext): Promise<Page> {
    const opened = await where.newPage();
    opened.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    opened.on('pageerror', (error) => complaints.push(error.message));
    opened.on('request', (request) => {
      if (!request.url().startsWith(site.url) && !request.url().startsWith('data:'))
        complaints.push(request.url());
    });
    await opened.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(`policy: ${violatedDirective} ${blockedURI}`),
      );
    });
    return opened;
  }

  const look = (where: string) => page.goto(`${site.url}${where}`, { waitUntil: 'load' });

  describe('is readable by everybody', () => {
    const kinds = [
      '/',
      '/2-1-lambda-in-brief/',
      '/2-2-lab-1/',
      '/glossary/',
      '/progress/',
      '/prices/',
      '/set-up/',
    ];
    const places = [...kinds, '/ja/', '/ja/2-2-lab-1/', '/vi/', '/vi/2-2-lab-1/', '/vi/progress/'];

    test.each(places)('axe finds nothing on %s, light and dark, wide and narrow', async (where) => {
      for (const [colorScheme, width] of [
        ['light', 1280],
        ['dark', 390],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        await look(where);
        for (const details of await page.locator('main details').all()) {
          await details.evaluate((element) => element.setAttribute('open', ''));
        }
        expect(await violations(page)).toEqual([]);
      }
    });

    test('axe finds nothing in the open search and an answered quiz', async () => {
      await look('/2-2-lab-1/');
      await page.locator('.quiz form').first().locator('input').first().check();
      await page.locator('.quiz form button').first().click();
      await page.keyboard.press('Control+k');
      await page.keyboard.type('lambda');
      await page.locator('.search li a').first().waitFor();
      expect(await violations(page)).toEqual([]);
    });

    test.each(['/', '/2-2-lab-1/', '/ja/2-2-lab-1/', '/vi/prices/'])(
      '%s does not scroll sideways on a phone',
      async (where) => {
        await page.setViewportSize({ width: 390, height: 800 });
        await look(where);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(over).toBeLessThanOrEqual(0);
        const cut = await page
          .locator('main table:visible')
          .evaluateAll(
            (tables) =>
              tables.filter((one) => !one.closest('.wide') && one.scrollWidth > one.clientWidth + 1).length,
          );
        expect(cut).toBe(0);
      },
    );
  });

  describe('works by keyboard alone', () => {
    test('the first stop skips to the content', async () => {
      await look('/2-2-lab-1/');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#_top');
      await page.keyboard.press('Enter');
      expect(page.url()).toMatch(/#_top$/);
    });

    test('a quiz is answered, a step ticked and a page marked without a mouse', async () => {
      await look('/2-2-lab-1/');
      const form = page.locator('.quiz form').first();
      await form.locator('input').first().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect(await form.locator('[role="status"]').textContent()).toBe('Right.');
      await page.locator('[data-tick]').first().focus();
      await page.keyboard.press('Space');
      expect(await page.locator('[data-told]').textContent()).toMatch(/^1 of \d+ steps ticked$/);
      await page.locator('.read-it button').focus();
      await page.keyboard.press('Enter');
      expect(await page.locator('.read-it button').getAttribute('aria-pressed')).toBe('true');
    });

    test('the search opens, is walked through and closes by keys', async () => {
      await look('/');
      await page.keyboard.press('Control+k');
      await page.keyboard.type('cold start');
      await page.locator('.search li a').first().waitFor();
      await page.keyboard.press('ArrowDown');
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('A');
      await page.keyboard.press('Escape');
      expect(await page.locator('.search dialog').evaluate((dialog: HTMLDialogElement) => dialog.open)).toBe(
        false,
      );
    });
  });

  describe('finds words in each language', () => {
    test.each([
      ['/', 'retention', '/2-2-lab-1/'],
      ['/ja/', '関数', '/ja/'],
      ['/vi/', 'hàm', '/vi/'],
      ['/vi/', 'ham', '/vi/'],
      ['/vi/', 'dang ky', '/vi/'],
    ])('on %s: %s', async (where, term, start) => {
      await look(where);
      await page.keyboard.press('Control+k');
      await page.keyboard.type(term);
      await page.locator('.search li a').first().waitFor();
      const links = await page
        .locator('.search li a')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
      expect(links.some((link) => link?.startsWith(start))).toBe(true);
    });

    test('a Vietnamese word is found without its marks, the one of đ too', async () => {
      await look('/vi/');
      await page.keyboard.press('Control+k');
      await page.keyboard.type('duong dan');
      await page.locator('.search li mark').first().waitFor();
      const marked = await page.locator('.search li mark').allTextContents();
      expect(marked.join(' ').toLowerCase()).toContain('đường');
    });

    test('loads nothing of the search before it is opened', async () => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await look('/2-2-lab-1/');
      await page.waitForTimeout(500);
      expect(asked.filter((path) => path.includes('pagefind'))).toEqual([]);
    });
  });

  test('the policy refuses an inline script that is not ours, and we would hear of it', async () => {
    await look('/');
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken over"';
      document.head.append(script);
    });
    expect(await page.title()).not.toBe('taken over');
    expect(complaints.join()).toMatch(/policy: script-src-elem/);
    complaints = [];
  });

  test.each([390, 1280])(
    'a lab’s number stands apart from its name, and its whole card leads there: %i px',
    async (width) => {
      await page.setViewportSize({ width, height: 900 });
      await look('/');
      const card = page.locator('.labs li').nth(1);
      const number = await card.locator('b').boundingBox();
      const name = await card.locator('a').boundingBox();
      expect((name?.x ?? 0) - (number?.x ?? 0) - (number?.width ?? 0)).toBeGreaterThanOrEqual(8);
      const box = await card.boundingBox();
      await card.click({ position: { x: (box?.width ?? 0) - 6, y: (box?.height ?? 0) - 6 } });
      await page.waitForURL('**/2-2-lab-1/');
    },
  );

  test('the language is switched on the same page', async () => {
    await look('/2-2-lab-1/');
    await page.locator('starlight-lang-select select').first().selectOption({ label: '日本語' });
    await page.waitForURL('**/ja/2-2-lab-1/');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('ja');
  });

  test('without a runner the lab is ticked by hand, and the ticks stay', async () => {
    await look('/2-2-lab-1/');
    await page.locator('[data-tick]').nth(0).check();
    await page.locator('[data-tick]').nth(2).check();
    expect(await page.locator('.panel-head').count()).toBe(0);
    await page.reload();
    expect(await page.locator('[data-tick]:checked').count()).toBe(2);
    await look('/progress/');
    expect(await page.locator('tr[data-lab="lambda-alone"] [data-lab-done]').textContent()).toMatch(/^2 \/ /);
  });

  test('a quiz explains right and wrong answers, and its result is kept', async () => {
    await look('/2-2-lab-1/');
    for (const form of await page.locator('.quiz form').all()) {
      const answer = Number(await form.getAttribute('data-answer'));
      await form
        .locator('input')
        .nth(answer === 0 ? 1 : 0)
        .check();
      await form.locator('button').click();
      expect(await form.getAttribute('data-result')).toBe('wrong');
      await form.locator('input').nth(answer).check();
      await form.locator('button').click();
      expect(await form.getAttribute('data-result')).toBe('right');
      expect(await form.locator('details p').last().isVisible()).toBe(true);
    }
    await look('/progress/');
    expect(await page.locator('tr[data-page="2-2-lab-1"] [data-quiz]').textContent()).toMatch(
      /^(\d+) \/ \1$/,
    );
  });

  test('without JavaScript the lesson, its hints and the answers of its quiz can still be read', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const read = await plain.newPage();
    await read.goto(`${site.url}/2-2-lab-1/`);
    await read.locator('.lab-help summary').first().click();
    expect(await read.locator('.lab-help details p').first().isVisible()).toBe(true);
    await read.locator('.quiz summary').first().click();
    expect(await read.locator('.quiz details p').first().isVisible()).toBe(true);
    await plain.close();
  });

  test('on paper every answer is there and nothing to press', async () => {
    await look('/2-2-lab-1/');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.search').first().isVisible()).toBe(false);
    expect(await page.locator('.quiz button').first().isVisible()).toBe(false);
    const second = page.locator('starlight-tabs [role="tabpanel"]').nth(1);
    expect(await second.isVisible()).toBe(true);
    expect(await second.evaluate((panel) => getComputedStyle(panel, '::before').content)).toBe('"AWS CLI"');
  });

  test('on paper code is dark on white, from a dark screen too', async () => {
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    await look('/2-2-lab-1/');
    const inks = await page
      .locator('.expressive-code:visible .ec-line span')
      .evaluateAll((spans) => spans.map((span) => getComputedStyle(span).color));
    expect(inks.length).toBeGreaterThan(50);
    const tooLight = inks.filter((ink) => {
      const [red = 0, green = 0, blue = 0] = (ink.match(/\d+/g) ?? []).map(Number);
      return 0.3 * red + 0.6 * green + 0.1 * blue > 130;
    });
    expect(tooLight).toEqual([]);
  });

  test('a lab lesson asks at most 12 times, and not for the live panel where no runner is', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${site.url}/2-2-lab-1/`, { waitUntil: 'networkidle' });
    expect(asked.length).toBeLessThanOrEqual(12);
    expect(asked.filter((path) => path.includes('lab-panel'))).toEqual([]);
  });

  async function violations(where: Page): Promise<string[]> {
    // Through the debugger and not as a script element: the page's policy rightly refuses those.
    await where.evaluate(axe);
    return where.evaluate(async () => {
      const { axe: engine } = window as unknown as { axe: { run(): Promise<AxeAnswer> } };
      const { violations: found } = await engine.run();
      return found.map(
        ({ id, impact, nodes }) => `${id} (${impact}): ${nodes[0]?.html.slice(0, 160)} ×${nodes.length}`,
      );
    });
  }
});

interface AxeAnswer {
  violations: { id: string; impact: string; nodes: { html: string }[] }[];
}
