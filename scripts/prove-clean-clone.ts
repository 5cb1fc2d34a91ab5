#!/usr/bin/env zx
/** Clones what is committed into an empty folder and runs the README's two commands there, with the time each takes. */
import { $, cd, fs, os, path } from 'zx';

const root = path.resolve(import.meta.dirname, '..');
const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'handson-clone-'));
// A stranger's shell has no `node_modules/.bin` on its path; `npm run` put ours there.
process.env.PATH = (process.env.PATH ?? '')
  .split(path.delimiter)
  .filter((part) => !part.includes('node_modules'))
  .join(path.delimiter);

await $`git clone --quiet ${root} ${folder}`;
cd(folder);
console.log(`in ${folder}, under ${(await $`node --version`).stdout.trim()}`);
await timed('npm ci', $`npm ci`);
await timed('npm start', $`npm start`);
await timed('npm test', $`npm test`);
await fs.remove(folder);

async function timed(name: string, work: PromiseLike<unknown>): Promise<void> {
  const began = performance.now();
  await work;
  console.log(`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
}
