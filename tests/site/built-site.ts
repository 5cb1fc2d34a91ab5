import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildSite } from '#site/build.ts';

const root = path.resolve(import.meta.dirname, '../..');
const sources = ['site/**/*', 'content/**/*', 'labs/**/*', 'content.config.ts', 'package-lock.json'];

/** The site as it is served, built once for all tests of these sources, whichever of them comes first. */
export async function builtSite(): Promise<{ dir: string; ms: number | undefined }> {
  const dir = path.join(root, 'node_modules/.cache/site-for-tests', hashOfSources());
  const lock = `${dir}.lock`;
  for (;;) {
    if (existsSync(dir)) return { dir, ms: undefined };
    await mkdir(path.dirname(dir), { recursive: true });
    const isMine = await mkdir(lock).then(
      () => true,
      () => false,
    );
    if (isMine) break;
    await giveUpStale(lock);
    await sleep(200);
  }
  const began = performance.now();
  try {
    await removeOld(path.dirname(dir));
    await buildSite({ out: dir, quiet: true });
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
  return { dir, ms: performance.now() - began };
}

/** A test run that was killed leaves its lock: after two minutes nobody holds it any more. */
async function giveUpStale(lock: string): Promise<void> {
  const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  if (made !== undefined && Date.now() - made > 120_000) await rm(lock, { recursive: true, force: true });
}

/** Builds of sources as they were; one that another test may be reading is younger than an hour. */
async function removeOld(builds: string): Promise<void> {
  for (const name of await readdir(builds)) {
    const place = path.join(builds, name);
    if (Date.now() - statSync(place).mtimeMs > 3_600_000) await rm(place, { recursive: true, force: true });
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const file of globSync(sources, { cwd: root }).sort()) {
    if (/^site[\\/]dist|__pycache__/.test(file) || !statSync(path.join(root, file)).isFile()) continue;
    hash.update(`${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex').slice(0, 16);
}
