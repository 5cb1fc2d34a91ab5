import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync } from 'fflate';
import type { Runtime, Solution } from '#labs/kit/lab.ts';
import { projectRoot } from '../cli/home.ts';

const languages = {
  python: { runtime: 'python3.14', handler: 'lambda_function.lambda_handler' },
  node: { runtime: 'nodejs24.x', handler: 'index.handler' },
} as const;

/** The real files of a lab in one language, packed as Lambda wants them. */
export async function labCode(
  folder: string,
  part: 'starter' | 'solution',
  runtime: Runtime,
): Promise<Solution> {
  const place = path.join(projectRoot, 'labs', folder, part, runtime);
  const files = (await readdir(place)).filter((name) => /\.(py|mjs)$/.test(name)).sort();
  const entries = await Promise.all(
    files.map(async (name) => [name, new Uint8Array(await readFile(path.join(place, name)))] as const),
  );
  return { ...languages[runtime], zip: zipSync(Object.fromEntries(entries), { mtime: zipEpoch }) };
}

/** The same files give the same bytes, so that deploying them twice changes nothing. */
const zipEpoch = new Date(1980, 0, 1, 12);
