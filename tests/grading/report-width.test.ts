import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fullNames } from '#checker/grading/reports/labels.ts';
import { allLabs, at, sampleClass, sampleFile } from '#checker/grading/reports/sample-class.fixture.ts';
import { writeReport } from '#checker/grading/reports/write-report.ts';
import { noRules } from '#checker/grading/rules.ts';
import { locales } from '#labs/kit/text.ts';
import { findChromium, openBrowser } from '../site/open-browser.ts';

const chromium = await findChromium();

describe.skipIf(!chromium)(`the class report (${chromium ?? 'skipped: no Chromium here'})`, () => {
  const home = mkdtempSync(path.join(tmpdir(), 'handson-report-width-'));
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '');
    const rows = sampleClass(24);
    for (const locale of locales)
      writeReport(path.join(home, locale), {
        file: sampleFile(rows),
        run: { id: 1, began: at, ended: at, version: '0.1.0' },
        rules: { ...noRules, timeZone: 'Asia/Tokyo' },
        labs: allLabs,
        locale,
        labels: fullNames,
        rows: () => rows,
      });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(home, { recursive: true });
  });

  test.each(
    locales.flatMap((locale) => [
      [locale, 1280, '.heat'] as const,
      [locale, 390, '.wide'] as const,
      [locale, 320, '.wide'] as const,
    ]),
  )('in %s at %i px shows the whole of %s without scrolling', async (locale, width, box) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    try {
      await page.goto(pathToFileURL(path.join(home, locale, 'index.html')).href);
      const sizes = await page
        .locator(box)
        .evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]);
      expect(sizes[0]).toBeLessThanOrEqual(sizes[1] ?? 0);
      expect(await page.locator('html').evaluate(({ scrollWidth }) => scrollWidth)).toBeLessThanOrEqual(
        width,
      );
    } finally {
      await page.close();
    }
  });
});
