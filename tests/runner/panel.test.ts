import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtSite } from '../site/built-site.ts';
import { findChromium, openBrowser } from '../site/open-browser.ts';
import { serveSite } from '../site/serve-site.ts';
import { deployHtml, hostilePage } from './hostile-api.ts';
import { listen, type OpenRunner, openRunner } from './open-runner.ts';

const chromium = await findChromium();
const lesson = '/2-2-lab-1/';
const account = '111122223333';

describe.skipIf(!chromium)(`the lab panel (${chromium ?? 'skipped: no Chromium here'})`, () => {
  let runner: OpenRunner;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    const built = await builtSite();
    runner = await openRunner(built);
    browser = await openBrowser(chromium ?? '');
    page = await openPage(browser, complaints);
    await read(page, runner.url + lesson);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await runner?.close();
  });

  test('says where it looks, in words and with the account', async () => {
    const target = page.locator('.panel-target');
    await soon(() => target.textContent()).toContain('sandbox');
    expect(await target.textContent()).toContain(account);
  });

  test('shows every step as not yet, with its message, its next action and its evidence folded away', async () => {
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await soon(() => outcome(page, 'create-function')).toBe('fail');
    const step = page.locator('[data-step=create-function]');
    expect(await step.locator('.panel-message').textContent()).toMatch(/translate-function/);
    expect(await step.locator('.panel-next').textContent()).toMatch(/^→ /);
    await soon(() => page.locator('.panel-status').textContent()).toContain('0 of 5');
    expect(await outcome(page, 'memory-and-timeout')).toBe('blocked');
    expect(await page.locator('.panel-step details[open]').count()).toBe(0);
    const order = await step.locator('> *').evaluateAll((parts) => parts.map((part) => part.className));
    expect(order).toEqual(['', 'panel-step', 'lab-help']);
  });

  test('hides what is for doing by hand', async () => {
    expect(await page.locator('[data-by-hand]:visible, [data-tick]:visible').count()).toBe(0);
  });

  test('passes axe with results, at any width, in both themes', async () => {
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    for (const theme of ['dark', 'light'] as const) {
      await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
      await page.evaluate(axe);
      const found = await page.evaluate(
        `axe.run('lab-panel').then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
      );
      expect(found, theme).toEqual([]);
    }
    await page.setViewportSize({ width: 360, height: 740 });
    const wide = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(wide).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test('takes lab 1 from failing to passing, live', async () => {
    await doStep(page, 'create-function');
    await soon(() => outcome(page, 'create-function')).toBe('pass');
    await page.getByRole('button', { name: 'Watch', exact: true }).click();
    await soon(() => page.locator('.panel-head [aria-pressed=true]').count()).toBe(1);
    // The learner works elsewhere: the panel sees it by itself.
    await runner.post('/api/apply', { lab: 'lambda-alone', account });
    for (const step of ['role-may-log', 'memory-and-timeout', 'test-run', 'add-logging', 'log-retention'])
      await soon(() => outcome(page, step)).toBe('pass');
    await expect.poll(() => page.locator('.panel-status').textContent()).toContain('All 5 steps are done');
  });

  test('lights up in the drawing what stands in the account', async () => {
    const lit = (name: string) =>
      page.locator(`.architecture .box[data-resource="${name}"]`).getAttribute('data-exists');
    await soon(() => lit('function')).toBe('');
  });

  test('says again what was seen last when the page is opened anew', async () => {
    await read(page, runner.url + lesson);
    await soon(() => outcome(page, 'add-logging')).toBe('pass');
  });

  test('speaks the language of the page', async () => {
    await read(page, `${runner.url}/vi${lesson}`);
    await soon(() => page.locator('.panel-target').textContent()).toContain('tài khoản');
    await read(page, runner.url + lesson);
  });

  test('shows the plan before it cleans up, and keeps everything when told no', async () => {
    await page.getByRole('button', { name: 'Clean up …' }).click();
    const dialog = page.getByRole('dialog');
    await soon(() => dialog.textContent()).toContain('function translate-function');
    expect(await dialog.textContent()).toMatch(/(?<!-)role /);
    expect(await dialog.textContent()).not.toContain('execution-role');
    await page.keyboard.press('Escape');
    await soon(() => dialog.count()).toBe(0);
    await soon(() => focused(page)).toContain('Clean up');
    await page.getByRole('button', { name: 'Clean up …' }).click();
    await page.getByRole('button', { name: /^Delete these/ }).click();
    await soon(() => dialog.textContent()).toMatch(/Deleted: \d+\. Left: 0\./);
    await page.getByRole('button', { name: 'Close' }).click();
    await soon(() => outcome(page, 'create-function')).toBe('fail');
    await soon(() => page.locator('.architecture [data-exists]').count()).toBe(0);
  });

  test('asks before it makes anything in an account of the learner’s own, and Esc means no', async () => {
    const asked: string[] = [];
    const other = await openPage(browser, []);
    other.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await pin(runner, { kind: 'aws', account: '444455556666', behaviour: false });
    await read(other, runner.url + lesson);
    await soon(() => other.locator('.panel-target').textContent()).toContain('AWS account 444455556666');
    await doStep(other, 'create-function');
    const dialog = other.getByRole('dialog');
    await soon(() => dialog.textContent()).toContain('function translate-function');
    expect(await dialog.textContent()).toContain('444455556666');
    await other.keyboard.press('Escape');
    await soon(() => dialog.count()).toBe(0);
    expect(await focused(other)).toBe('Do this step for me');
    expect(asked).not.toContain('/api/apply');
    await pin(runner, { kind: 'sandbox', account });
    await doStep(other, 'create-function');
    await other.getByRole('button', { name: 'Do it' }).click();
    await soon(() => other.locator('.panel-status').textContent()).toContain(
      `Another account is chosen now: ${account}`,
    );
    expect(await other.locator('.panel-target').textContent()).toContain('sandbox');
    await other.close();
  });

  test('works with the keyboard alone, and keeps the focus where it was', async () => {
    await read(page, runner.url + lesson);
    await soon(() => page.locator('.panel-target').textContent()).toContain(account);
    await tabTo(page, 'Check');
    await page.keyboard.press('Enter');
    await soon(() => page.locator('.panel-status').textContent()).toContain('2 of 5');
    expect(await focused(page)).toBe('Check');
    await tabTo(page, 'Hint');
    await page.keyboard.press('Enter');
    await soon(() => page.locator('[data-step=create-function] .panel-hints li').count()).toBe(1);
    expect(await focused(page)).toBe('Hint');
    await tabTo(page, 'Do this step for me');
    await page.keyboard.press('Space');
    await soon(() => outcome(page, 'create-function')).toBe('pass');
  });

  test('says that the runner is gone, and goes on by itself when it is back', async () => {
    const startAgain = await runner.stop();
    const status = page.locator('.panel-status');
    await expect.poll(() => status.textContent()).toContain('connection to the checks is lost');
    await startAgain();
    await soon(() => status.textContent()).toContain('Connected again');
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await soon(() => status.textContent()).toContain('of 5');
  });

  test('opens its stream only while it is seen', async () => {
    const asked: string[] = [];
    const other = await openPage(browser, []);
    other.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await other.goto(`${runner.url}/glossary/`);
    await other.goto(`${runner.url}${lesson}`);
    expect(asked.filter((path) => path === '/api/events')).toEqual([]);
    await other.locator('lab-panel').scrollIntoViewIfNeeded();
    await soon(() => asked.filter((path) => path === '/api/events').length).toBe(1);
    await other.close();
  });

  test('asks for nothing and changes nothing where no runner serves the page', async () => {
    const host = await serveSite((await builtSite()).dir);
    const asked: string[] = [];
    const troubles: string[] = [];
    const other = await openPage(browser, troubles);
    other.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await other.goto(host.url + lesson);
    await other.locator('lab-panel').scrollIntoViewIfNeeded();
    await other.locator('[data-tick]').first().check();
    expect(await other.locator('.panel-head, .panel-step').count()).toBe(0);
    expect(asked.filter((path) => path.startsWith('/api'))).toEqual([]);
    expect(troubles).toEqual([]);
    await other.close();
    await host.close();
  });

  test('cannot be reached, nor the runner’s API, by a learner’s API that answers with hostile HTML', async () => {
    const ears = await listen(runner);
    const where = await deployHtml(runner.served, hostilePage(runner.url));
    const hostile = await browser.newPage();
    await hostile.goto(where);
    await soon(() => hostile.title()).toBe('done');
    const got = await hostile.evaluate('got');
    expect(got).toEqual({
      token: 'refused: TypeError',
      'blind token': expect.stringMatching(/^(refused: TypeError|opaque)$/),
      state: 'refused: TypeError',
      'blind act': expect.stringMatching(/^(refused: TypeError|opaque)$/),
      act: 'refused: TypeError',
      page: 'refused: TypeError',
      stream: 'refused',
      frame: 'refused',
      script: 'refused',
    });
    expect(ears.events.filter(({ type }) => type === 'looking')).toEqual([]);
    ears.close();
    await hostile.close();
  });

  test('has broken no rule of the page’s policy and logged no error of its own', () => {
    expect(complaints.filter((one) => !/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE|ERR_EMPTY/.test(one))).toEqual(
      [],
    );
    expect(runner.failures).toEqual([]);
  });
});

/** Opens a lesson and scrolls to its panel, as somebody does who has read so far. */
async function read(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('lab-panel').scrollIntoViewIfNeeded();
}

async function pin({ home }: OpenRunner, target: object): Promise<void> {
  const place = { region: 'ap-northeast-1', prefix: '' };
  await writeFile(path.join(home, 'target.json'), JSON.stringify({ ...target, ...place }));
}

/** What comes in its own time, on a busy machine too. */
function soon<Value>(look: () => Value | Promise<Value>) {
  return expect.poll(look, { timeout: 20_000 });
}

async function openPage(browser: Browser, complaints: string[]): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return page;
}

function outcome(page: Page, step: string): Promise<string | null> {
  return page.locator(`[data-step=${step}]`).getAttribute('data-outcome');
}

async function doStep(page: Page, step: string): Promise<void> {
  await page.locator(`[data-step=${step}]`).getByRole('button', { name: 'Do this step for me' }).click();
}

async function focused(page: Page): Promise<string | null | undefined> {
  return page.evaluate<string | null | undefined>('document.activeElement?.textContent');
}

async function tabTo(page: Page, label: string): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === label) return;
  }
  throw new Error(`no way by keyboard to "${label}"`);
}
