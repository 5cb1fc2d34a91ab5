/** Renews the fidelity table of docs/sandbox.md: `npm run docs:fidelity`. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { renewed } from './fidelity-page.ts';
import { fidelity } from './fidelity-table.ts';

const page = path.resolve(import.meta.dirname, '../docs/sandbox.md');
writeFileSync(page, renewed(readFileSync(page, 'utf8'), await fidelity()));
