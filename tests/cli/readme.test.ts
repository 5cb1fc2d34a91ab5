import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '#checker/commands/table.ts';
import { root } from '../source-files.ts';

const readme = readFileSync(path.join(root, 'README.md'), 'utf8');

test.each(commands.map(({ name }) => name))('README has a line for `handson %s`', (name) => {
  expect(readme).toMatch(new RegExp(`^\\| \`npx handson ${name}\\b`, 'm'));
});

test('README names no command that is not there', () => {
  const named = [...readme.matchAll(/npx handson ([a-z]+)/g)].map((match) => match[1]);
  expect(named.filter((name) => !commands.some((command) => command.name === name))).toEqual([]);
});
