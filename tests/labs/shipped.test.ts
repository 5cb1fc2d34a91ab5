import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { labs } from '#labs/all.ts';
import { locales } from '#labs/kit/text.ts';
import { root } from '../source-files.ts';
import { shipped } from './standing.ts';

const folders = readdirSync(path.join(root, 'labs')).filter((name) => /^\d/.test(name));

test('every folder of a lab is shipped, in the order of its number', () => {
  expect(labs.map(({ folder }) => folder)).toEqual(folders.sort());
  expect(shipped.map(({ lab, folder }) => `${folder.slice(0, 3)}${lab.id}`)).toEqual(folders);
});

describe.each(shipped)('$folder', ({ lab, folder }) => {
  const files = readdirSync(path.join(root, 'labs', folder), { withFileTypes: true });

  test('is proved by a test of its own, over all of its steps', () => {
    const proof = readFileSync(path.join(root, 'labs', folder, 'lab.test.ts'), 'utf8');
    // Set-up is exempt from "in an empty account nothing passes": an account that answers passes at once.
    if (folder !== '00-set-up') expect(proof).toContain('proveLab(lab, [');
    for (const { id } of lab.steps) expect(proof, id).toContain(`'${id}'`);
  });

  test('has hints and titles in every language', () => {
    for (const step of lab.steps) {
      for (const text of [lab.title, lab.cost, step.title, ...step.hints]) {
        for (const locale of locales) expect(text[locale].trim(), `${step.id} in ${locale}`).not.toBe('');
      }
      expect(step.hints.length, step.id).toBeGreaterThanOrEqual(2);
    }
    expect(new Set(lab.steps.map(({ id }) => id)).size).toBe(lab.steps.length);
  });

  test('holds no stray files, and code in both languages or in none', () => {
    const stray = files
      .filter((one) => !one.isDirectory() && !/\.ts$|^cli\.sh$/.test(one.name))
      .map(({ name }) => name);
    expect(stray).toEqual([]);
    for (const part of files.filter((one) => one.isDirectory())) {
      expect(['starter', 'solution']).toContain(part.name);
      const inside = (language: string) => readdirSync(path.join(root, 'labs', folder, part.name, language));
      expect(inside('python')).toEqual(['lambda_function.py']);
      expect(inside('node')).toEqual(['index.mjs']);
    }
  });
});
