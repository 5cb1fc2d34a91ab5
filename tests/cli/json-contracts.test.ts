import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { root } from '../source-files.ts';
import { handson } from './run-handson.ts';

const folder = path.join(root, 'docs/schemas');
const ajv = new Ajv({ allErrors: true });
for (const file of readdirSync(folder))
  ajv.addSchema(JSON.parse(readFileSync(path.join(folder, file), 'utf8')));

test.each([['doctor'], ['version']])(
  'what `handson %s --json` prints is what its schema says',
  async (command) => {
    const { stdout } = await handson([command, '--json']);
    const document = JSON.parse(String(stdout));
    const holds = ajv.validate(document.schema, document);
    expect(ajv.errors ?? []).toEqual([]);
    expect(holds).toBe(true);
  },
);
