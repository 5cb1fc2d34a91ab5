import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { labs } from '#labs/all.ts';

test('every step that lights up a box is a step of a lab', async () => {
  const source = readFileSync(path.join(import.meta.dirname, 'architecture.ts'), 'utf8');
  const named = [...source.matchAll(/'([a-z-]+\/[a-z-]+)'/g)].map(([, name = '']) => name);
  const loaded = await Promise.all(labs.map(({ load }) => load()));
  const there = loaded.flatMap(({ id, steps }) => steps.map((step) => `${id}/${step.id}`));
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !there.includes(name))).toEqual([]);
});
