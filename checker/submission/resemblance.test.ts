import { expect, test } from 'vitest';
import { zip } from '#sandbox/parts/zip.ts';
import { givenOut } from './given-out.ts';
import { codeHash, resemblances } from './resemblance.ts';

const archive = (files: Record<string, string>) =>
  zip.write(
    Object.entries(files).map(([path, text]) => ({
      path,
      bytes: new TextEncoder().encode(text),
      mode: 0o644,
    })),
  );
const traits = (code: string[], installation = 'i', ids: string[] = []) => ({ installation, ids, code });

test('the same files are the same code in whatever archive, with whatever line endings', async () => {
  const one = await codeHash(archive({ 'a.py': 'x = 1\n', 'b.py': 'y\n' }));
  expect(await codeHash(archive({ 'b.py': 'y', 'a.py': 'x = 1  \r\n' }))).toBe(one);
  expect(await codeHash(archive({ 'a.py': 'x = 2\n', 'b.py': 'y\n' }))).not.toBe(one);
  expect(await codeHash(archive({ 'c.py': 'x = 1\n', 'b.py': 'y\n' }))).not.toBe(one);
});

test('what is no archive has no hash', async () => {
  expect(await codeHash(new TextEncoder().encode('no zip'))).toBeUndefined();
});

test('the course’s own starter and solution are given out in both languages', async () => {
  expect((await givenOut()).size).toBeGreaterThan(5);
});

test('two files of one learner, and code that the course gives out, resemble nothing', () => {
  const all = [
    { learner: 'ann', traits: traits(['h1'], 'i1') },
    { learner: 'ann', traits: traits(['h1'], 'i1') },
    { learner: 'bob', traits: traits(['ours'], 'i2') },
    { learner: 'cid', traits: traits(['ours'], 'i3') },
  ];
  expect(resemblances(all, new Set(['ours']))).toEqual([]);
});

test('the same pair is told once for what they have in common', () => {
  const all = [
    { learner: 'ann', traits: traits(['h1', 'h2'], 'i', ['api', 'role']) },
    { learner: 'bob', traits: traits(['h1', 'h2'], 'i', ['api', 'role']) },
    { learner: 'cid', traits: traits([], 'j', ['other']) },
  ];
  expect(resemblances(all, new Set())).toEqual([
    { what: 'installation', of: [0, 1] },
    { what: 'ids', of: [0, 1] },
    { what: 'code', of: [0, 1] },
  ]);
});
