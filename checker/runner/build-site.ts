import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { execa } from 'execa';

export type SiteBuild =
  /** It was built from these very sources before. */
  | { state: 'fresh' }
  | { state: 'built'; ms: number }
  /** What the build said last; the old pages may still be there. */
  | { state: 'failed'; says: string }
  /** There is nothing to build it with. */
  | { state: 'no-script' };

/** Builds the site if what it is made of has changed. The mark lies in what was built and goes with it. */
export async function buildSite(
  root: string,
  { signal, beginning }: { signal: AbortSignal; beginning(): void },
): Promise<SiteBuild> {
  const { scripts = {} } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    scripts?: Record<string, string>;
  };
  if (!scripts.site) return { state: 'no-script' };
  const mark = path.join(root, 'site/dist/.built-from');
  const sources = await hashOfSources(root);
  const before = await readFile(mark, 'utf8').catch(() => '');
  if (before === sources) return { state: 'fresh' };
  beginning();
  const began = performance.now();
  const building = execa('npm', ['run', '--silent', 'site'], {
    cwd: root,
    env: { ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
    all: true,
    stdin: 'ignore',
    reject: false,
    detached: ownGroup,
  });
  const stop = () => end(building);
  signal.addEventListener('abort', stop, { once: true });
  const { failed, all = '' } = await building;
  signal.removeEventListener('abort', stop);
  if (failed || !existsSync(path.dirname(mark)))
    return { state: 'failed', says: all.trim().split('\n').slice(-12).join('\n') };
  await writeFile(mark, sources);
  return { state: 'built', ms: performance.now() - began };
}

const ownGroup = process.platform !== 'win32';

/** npm does not pass a signal on to what it runs, so the whole group is told. */
function end(building: { pid?: number | undefined; kill(): boolean }): void {
  if (!ownGroup || building.pid === undefined) return void building.kill();
  try {
    process.kill(-building.pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
}

const sourcesOfSite = ['site', 'content', 'labs', 'content.config.ts', 'package-lock.json', 'package.json'];

/** Names and bytes of everything that a page can be made of. */
async function hashOfSources(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sourcesOfSite) {
    for (const file of await filesIn(path.join(root, source))) {
      hash.update(`${path.relative(root, file)}\0`).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function filesIn(place: string): Promise<string[]> {
  if (!existsSync(place)) return [];
  const entries = await readdir(place, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (!entries) return [place];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/[\\/](dist|\.astro|__pycache__)[\\/]/.test(file.slice(place.length)))
    .sort();
}
