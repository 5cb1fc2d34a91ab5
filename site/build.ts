import { cp, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { packFiles } from './pack-files.ts';
import { hasWholeIndex } from './search-index.ts';

const root = path.resolve(import.meta.dirname, '..');
const mostAttempts = 3;

/** Builds the whole site into `out`, or into site/dist. Astro is loaded late: who only asks does not wait for it. */
export async function buildSite({ out = path.join(root, 'site/dist'), quiet = false } = {}): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const { build } = await import('astro');
  // Built aside and put in place whole: two builds at once do not mix, and a failed one leaves the old pages.
  const aside = path.join(root, 'node_modules/.cache/site', `${process.pid}`);
  try {
    for (let attempt = 1; ; attempt++) {
      await build({
        root,
        configFile: 'site/astro.config.ts',
        mode: 'production',
        outDir: aside,
        logLevel: quiet ? 'error' : 'info',
      });
      if (await hasWholeIndex(aside)) break;
      if (attempt === mostAttempts) throw new Error('the index of the search was not written whole');
    }
    await packFiles(aside);
    await rm(out, { recursive: true, force: true });
    await mkdir(path.dirname(out), { recursive: true });
    await rename(aside, out).catch(() => cp(aside, out, { recursive: true }));
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

if (import.meta.main) await buildSite();
