#!/usr/bin/env zx
/**
 * Every number of the project, in one run: `npm run bench`, or `npm run bench -- NAME…`.
 * Each benchmark is a file `*.bench.ts` that exports `bench`; what it returns is printed as rows.
 */
import { glob } from 'zx';
import { type Bench, printRows } from './bench-kit.ts';

const wanted = process.argv.slice(3);
const files = await glob('{checker,labs,sandbox,site,tests,scripts}/**/*.bench.ts');
const chosen = files.filter((file) => wanted.length === 0 || wanted.some((name) => file.includes(name)));
if (chosen.length === 0) throw new Error(`no benchmark of that name; there are: ${files.join(', ')}`);

for (const file of chosen.sort()) {
  const { bench } = (await import(`../${file}`)) as { bench: Bench };
  console.log(`\n${bench.name}`);
  printRows(await bench.run());
}
