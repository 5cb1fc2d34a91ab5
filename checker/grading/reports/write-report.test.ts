import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Marks } from '../marks.ts';
import { noRules } from '../rules.ts';
import { fullNames, initialNames } from './labels.ts';
import { allLabs, at, sampleClass, sampleFile, sampleLearner, sampleMarks } from './sample-class.fixture.ts';
import { writeReport } from './write-report.ts';
import { LinkedFolder, writeWhole } from './write-whole.ts';

const home = mkdtempSync(path.join(tmpdir(), 'handson-report-'));
afterAll(() => rmSync(home, { recursive: true }));

const reportOf = (rows: Marks[], labels = fullNames) => ({
  file: sampleFile(rows),
  run: { id: 1, began: at, ended: at, version: '0.1.0' },
  rules: { ...noRules, timeZone: 'Asia/Tokyo' },
  labs: allLabs,
  locale: 'en' as const,
  labels,
  rows: () => rows,
});
const pagesIn = (folder: string) =>
  readdirSync(path.join(folder, 'learners')).map((file) =>
    readFileSync(path.join(folder, 'learners', file), 'utf8'),
  );

test('there is a page for each learner with nothing of anybody else, and the class page leads to all', () => {
  const folder = path.join(home, 'whole');
  const rows = sampleClass(14);
  writeReport(folder, reportOf(rows));
  const pages = pagesIn(folder);
  expect(pages).toHaveLength(rows.length);
  for (const { learner } of rows) {
    const mine = pages.filter((page) => page.includes(learner.account));
    expect(mine).toHaveLength(1);
    expect(mine[0]).toContain(`<html lang="${learner.language}">`);
    for (const other of rows) if (other.learner !== learner) expect(mine[0]).not.toContain(other.learner.id);
  }
  const index = readFileSync(path.join(folder, 'index.html'), 'utf8');
  for (const [, href] of index.matchAll(/href="([^"]+)"/g))
    expect(existsSync(path.join(folder, href ?? ''))).toBe(true);
  expect(index.match(/href="learners\//g)).toHaveLength(rows.length);
});

test('nothing in a page runs or is loaded, and no name is markup', () => {
  const folder = path.join(home, 'whole');
  for (const page of [readFileSync(path.join(folder, 'index.html'), 'utf8'), ...pagesIn(folder)]) {
    expect(page).toContain('default-src &#39;none&#39;; style-src &#39;sha256-');
    expect(page.match(/<(script|img|link|iframe|object|form)|<[a-z][^>]*\s(on\w+|style|src)=/g)).toBeNull();
    expect(page.match(/https?:[^<]{0,20}/g)?.filter((url) => !url.includes('x.invalid')) ?? []).toEqual([]);
  }
});

test('with initials no page tells a name, an account or an address', () => {
  const folder = path.join(home, 'initials');
  const rows = sampleClass(14);
  writeReport(folder, reportOf(rows, initialNames(sampleFile(rows))));
  const all = [readFileSync(path.join(folder, 'index.html'), 'utf8'), ...pagesIn(folder)].join('');
  for (const { learner } of rows)
    for (const own of [learner.account, learner.email ?? '?', learner.externalId, learner.role])
      expect(all).not.toContain(own);
  for (const name of ['山田', 'Nguyễn', 'HYPERLINK', 'onerror']) expect(all).not.toContain(name);
});

test('a page keeps its name from report to report, and goes when its learner has gone', () => {
  const folder = path.join(home, 'again');
  writeReport(folder, reportOf(sampleClass(3)));
  const before = readdirSync(path.join(folder, 'learners'));
  writeFileSync(path.join(folder, 'learners/notes.txt'), 'mine');
  writeReport(folder, reportOf(sampleClass(2)));
  const after = readdirSync(path.join(folder, 'learners'));
  expect(after).toHaveLength(3);
  expect(after).toContain('notes.txt');
  expect(before).toEqual(expect.arrayContaining(after.filter((file) => file !== 'notes.txt')));
});

test('files are for their owner alone, and no draft is left', () => {
  const folder = path.join(home, 'again');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  for (const file of files.filter(({ name }) => name !== 'notes.txt')) {
    expect(statSync(path.join(file.parentPath, file.name)).mode & 0o777).toBe(0o600);
    expect(file.name).toMatch(/\.html$/);
  }
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test('nothing is written through a link', () => {
  const outside = path.join(home, 'outside');
  mkdirSync(outside);
  writeFileSync(path.join(outside, 'precious.html'), 'precious');
  symlinkSync(path.join(outside, 'precious.html'), path.join(home, 'link.html'));
  writeWhole(path.join(home, 'link.html'), ['new']);
  expect(readFileSync(path.join(outside, 'precious.html'), 'utf8')).toBe('precious');
  expect(readFileSync(path.join(home, 'link.html'), 'utf8')).toBe('new');

  const folder = path.join(home, 'trap');
  mkdirSync(folder);
  symlinkSync(outside, path.join(folder, 'learners'));
  expect(() => writeReport(folder, reportOf(sampleClass(2)))).toThrow(LinkedFolder);
  expect(readdirSync(outside)).toEqual(['precious.html']);
});

test('what fails half-way leaves the file as it was', () => {
  const file = path.join(home, 'half.html');
  writeFileSync(file, 'before');
  function* pieces() {
    yield 'x'.repeat(100_000);
    throw new Error('stopped');
  }
  expect(() => writeWhole(file, pieces())).toThrow('stopped');
  expect(readFileSync(file, 'utf8')).toBe('before');
  expect(readdirSync(home).filter((name) => name.endsWith('.draft'))).toEqual([]);
});

test('rows are read one by one, and never held', () => {
  const folder = path.join(home, 'stream');
  let alive = 0;
  const seen: number[] = [];
  function* rows() {
    for (let at = 0; at < 20; at++) {
      alive++;
      seen.push(alive);
      yield sampleMarks(sampleLearner(at), 'half-way');
      alive--;
    }
  }
  writeReport(folder, { ...reportOf([]), rows });
  expect(Math.max(...seen)).toBe(1);
  expect(seen).toHaveLength(40);
});
