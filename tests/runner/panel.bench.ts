import type { Page } from 'playwright-core';
import { type Bench, ms, type Row } from '#scripts/bench-kit.ts';
import { builtSite } from '../site/built-site.ts';
import { findChromium, openBrowser } from '../site/open-browser.ts';
import { listen, openRunner } from './open-runner.ts';

const rounds = 20;

/** From a click on Check to the first step's result, in the sandbox: at the runner's own door, and as a person sees it. */
export const bench: Bench = {
  name: 'Click on Check → first step’s result (sandbox)',
  async run() {
    const runner = await openRunner(await builtSite());
    try {
      const first = await atTheDoor(runner);
      const door: number[] = [];
      for (let round = 0; round < rounds; round++) door.push(await atTheDoor(runner));
      return [
        { what: 'runner alone, cold', value: `${first.toFixed(0)} ms` },
        { what: 'runner alone', value: ms(door), goal: 'at most 150 ms' },
        ...(await inTheBrowser(runner.url)),
      ];
    } finally {
      await runner.close();
    }
  },
};

type Opened = Awaited<ReturnType<typeof openRunner>>;

async function atTheDoor(runner: Opened): Promise<number> {
  const page = await listen(runner);
  await page.until(({ type }) => type === 'target');
  const began = performance.now();
  const { run } = (await (await runner.post('/api/check', { labs: ['lambda-alone'] })).json()) as {
    run: string;
  };
  await page.until((event) => event.type === 'step' && event.run === run);
  const took = performance.now() - began;
  await page.until((event) => event.type === 'end' && event.run === run);
  page.close();
  return took;
}

async function inTheBrowser(url: string): Promise<Row[]> {
  const chromium = await findChromium();
  if (!chromium) return [{ what: 'in the browser', value: 'skipped: no Chromium here' }];
  const browser = await openBrowser(chromium);
  try {
    const page = await browser.newPage();
    await page.goto(`${url}/2-2-lab-1/`);
    await page.locator('lab-panel').scrollIntoViewIfNeeded();
    await page.locator('.panel-target', { hasText: '111122223333' }).waitFor();
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) times.push(await clickToResult(page));
    return [{ what: 'in the browser', value: ms(times), goal: 'at most 150 ms' }];
  } finally {
    await browser.close();
  }
}

/** Until the frame after the result has been painted. */
function clickToResult(page: Page): Promise<number> {
  return page.evaluate<number>(`new Promise((done) => {
    const check = document.querySelector('.panel-head button');
    document.addEventListener('handson:step', () => {
      requestAnimationFrame(() => setTimeout(() => {
        const took = performance.now() - began;
        setTimeout(() => done(took), 400);
      }));
    }, { once: true });
    const began = performance.now();
    check.click();
  })`);
}
