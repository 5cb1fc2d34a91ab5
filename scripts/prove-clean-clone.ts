#!/usr/bin/env zx
/** Clones what is committed into an empty folder and runs the README's two commands there, with the time each takes. */
import { $, cd, fs, os, path, sleep } from 'zx';

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
await timed('npm start, until a lesson is there', start());
await timed('npm test', $`npm test`);
await fs.remove(folder);

/** Ends it by Ctrl-C once a lesson is there to be read; that it ends well is part of the proof. */
async function start(): Promise<void> {
  const running = $`npm start -- --no-open`.nothrow().quiet();
  const where = path.join(folder, '.handson/runner.json');
  for (let tries = 0; tries < 120; tries++) {
    await sleep(1000);
    const { url, pid } = await fs.readJson(where).catch(() => ({}));
    const answer = url && (await fetch(`${url}/2-2-lab-1/`));
    if (answer?.status !== 200) continue;
    process.kill(Number(pid), 'SIGINT');
    const { exitCode } = await running;
    if (exitCode === 0) return;
    throw new Error(`npm start ended with ${exitCode}`);
  }
  throw new Error('npm start has shown no lesson in two minutes');
}

async function timed(name: string, work: PromiseLike<unknown>): Promise<void> {
  const began = performance.now();
  await work;
  console.log(`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
}
