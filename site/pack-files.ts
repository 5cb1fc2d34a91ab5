import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Lays `.br` and `.gz` beside every text file, so that whoever serves the site only hands them out. */
export async function packFiles(dir: string): Promise<void> {
  const files = globSync('**/*.{html,css,js,json,svg,xml,txt}', { cwd: dir });
  const queue = files.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const file of queue) await packFile(path.join(dir, file));
    }),
  );
}

/** As many as Node has threads for such work. */
const atOnce = 4;

/** Below this the headers weigh more than what is saved. */
const tooSmall = 512;

async function packFile(place: string): Promise<void> {
  const whole = await readFile(place);
  if (whole.length < tooSmall) return;
  const [br, gz] = await Promise.all([
    brotli(whole, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: whole.length,
      },
    }),
    zip(whole, { level: 9 }),
  ]);
  await Promise.all([writeFile(`${place}.br`, br), writeFile(`${place}.gz`, gz)]);
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
