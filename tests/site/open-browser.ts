import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** What a locked-down machine needs, and nothing that goes out by itself. */
export const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** `HANDSON_CHROMIUM`, then the machine's own, then the one inside `@sparticuz/chromium` (Linux on x64). */
export async function findChromium(): Promise<string | undefined> {
  const told = process.env.HANDSON_CHROMIUM;
  if (told) return existsSync(told) ? told : undefined;
  const places = (process.env.PATH ?? '').split(path.delimiter);
  const own = places.flatMap((place) => names.map((name) => path.join(place, name))).find(existsSync);
  if (own) return own;
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath().catch(() => undefined);
}

export function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: flags });
}
