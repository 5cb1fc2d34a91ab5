import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { absent, pass, type Result } from '#labs/kit/result.ts';
import { says } from '#labs/kit/text.ts';
import type { GradedStep, LearnerGrade } from './grade-learner.ts';
import { openGradebook } from './gradebook.ts';

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'handson-gradebook-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const told = (en: string) => says({ en, ja: en, vi: en });
const passed = (found = 1) => pass({ call: 'a:B', field: 'f', expected: 1, found });
const failed = absent(told('not there'), told('make it'));
const step = (lab: string, id: string, result: Result, more: Partial<GradedStep> = {}): GradedStep => ({
  lab,
  step: id,
  optional: false,
  result,
  ...more,
});
const grade = (steps: GradedStep[], more: Partial<LearnerGrade> = {}): LearnerGrade => ({
  learner: 'ann',
  state: 'read',
  cause: null,
  calls: 1,
  steps,
  ...more,
});
const all = { began: 1, version: '1', labs: ['one', 'two'], learners: ['ann', 'bob'] };

/** Looks of one learner, a run each, at the time 10, 20 and so on. */
function looked(...grades: LearnerGrade[]) {
  const folder = newFolder();
  const book = openGradebook(folder);
  const runs = grades.map((one, at) => {
    const run = book.begin(all);
    book.keep(run.id, (at + 1) * 10, one);
    return run.id;
  });
  return { book, runs, folder };
}

const rowsOf = (folder: string, table: string): number => {
  const db = new DatabaseSync(path.join(folder, 'gradebook.sqlite'));
  const { rows } = db.prepare(`SELECT count(*) AS rows FROM ${table}`).get() ?? {};
  db.close();
  return Number(rows);
};

describe('what is seen again', () => {
  const one = grade([step('one', 'a', passed()), step('one', 'b', failed)]);

  test('makes the row longer, and each look still stands as it was', () => {
    const other = grade([step('one', 'a', passed()), step('one', 'b', passed())]);
    const { book, runs, folder } = looked(one, one, one, other, one);
    expect(rowsOf(folder, 'span')).toBe(4);
    const outcomes = runs.map((run) =>
      book
        .standing(run, 'ann')
        ?.steps.map(({ result }) => result.outcome)
        .join(' '),
    );
    expect(outcomes).toEqual(['pass fail', 'pass fail', 'pass fail', 'pass pass', 'pass fail']);
    expect(book.standing(runs[1] ?? 0, 'ann')?.at).toBe(20);
    expect(book.history('ann').map(({ step: id, from, to, runs: span }) => ({ id, from, to, span }))).toEqual(
      [
        { id: 'a', from: 10, to: 50, span: [1, 5] },
        { id: 'b', from: 10, to: 30, span: [1, 3] },
        { id: 'b', from: 40, to: 40, span: [4, 4] },
        { id: 'b', from: 50, to: 50, span: [5, 5] },
      ],
    );
    book.close();
  });

  test('a milestone that was not asked for again is the same evidence', () => {
    const kept = grade([step('one', 'a', { ...passed(), kept: true } as Result), step('one', 'b', failed)]);
    const { book, folder } = looked(one, kept, kept);
    expect(rowsOf(folder, 'span')).toBe(2);
    book.close();
  });

  test('a look at one lab alone says nothing of the others', () => {
    const two = grade([step('one', 'a', passed()), step('two', 'c', passed())]);
    const { book, runs } = looked(two, grade([step('two', 'c', passed())]), two);
    expect(book.standing(runs[1] ?? 0, 'ann')?.steps.map(({ lab }) => lab)).toEqual(['two']);
    expect(book.history('ann').map(({ lab, runs: span }) => [lab, ...span])).toEqual([
      ['one', 1, 3],
      ['two', 1, 3],
    ]);
    book.close();
  });

  test('a step that is gone from a lab and comes back was not seen in between', () => {
    const { book, runs } = looked(one, grade([step('one', 'b', failed)]), one);
    expect(book.standing(runs[1] ?? 0, 'ann')?.steps.map(({ step: id }) => id)).toEqual(['b']);
    book.close();
  });

  test('two runs at once keep each look to itself', () => {
    const book = openGradebook(newFolder());
    const [first, second] = [book.begin(all).id, book.begin(all).id];
    book.keep(second, 10, one);
    book.keep(first, 20, grade([step('one', 'a', failed)]));
    expect(book.standing(second, 'ann')?.steps).toHaveLength(2);
    expect(book.standing(first, 'ann')?.steps.map(({ result }) => result.outcome)).toEqual(['fail']);
    expect(book.latest('ann')?.at).toBe(20);
    book.close();
  });

  test('a learner is kept once in a run', () => {
    const { book, runs } = looked(one);
    expect(book.keep(runs[0] ?? 0, 99, grade([]))).toBe(false);
    expect(book.standing(runs[0] ?? 0, 'ann')).toMatchObject({ at: 10, steps: [{}, {}] });
    book.close();
  });
});

describe('the first pass', () => {
  const [pass1, fail1] = [grade([step('one', 'a', passed())]), grade([step('one', 'a', failed)])];

  test('is the first that was seen, whatever came later', () => {
    const { book } = looked(fail1, pass1, fail1, pass1);
    expect(book.firstPass('ann', 'one', 'a')).toMatchObject({ at: 20, run: 2, source: 'seen', how: null });
    expect(book.firstPass('ann', 'one', 'b')).toBeUndefined();
    expect(book.firstPass('bob', 'one', 'a')).toBeUndefined();
    expect(book.standing(3, 'ann')?.steps[0]?.best).toEqual({ at: 20, run: 2 });
    book.close();
  });

  test('since a time, is the first look from then on, also in the middle of a row', () => {
    const { book } = looked(pass1, pass1, pass1, fail1);
    expect(book.firstPass('ann', 'one', 'a', 15)).toMatchObject({ at: 20, run: 2 });
    expect(book.firstPass('ann', 'one', 'a', 30)).toMatchObject({ at: 30, run: 3 });
    expect(book.firstPass('ann', 'one', 'a', 31)).toBeUndefined();
    book.close();
  });

  test('counts what was seen before a move', () => {
    const { book } = looked(pass1, { ...fail1, learner: 'new ann' });
    expect(book.firstPass(['new ann', 'ann'], 'one', 'a')).toMatchObject({ at: 10 });
    expect(book.latest(['new ann', 'ann'])).toMatchObject({
      learner: 'new ann',
      at: 20,
      steps: [{ result: { outcome: 'fail' }, best: { at: 10 } }],
    });
    book.close();
  });

  test('is what was seen, before what is only claimed', () => {
    const claimed = grade([step('one', 'a', passed(), { source: 'claimed', how: 'provided' })]);
    const { book } = looked(claimed, pass1);
    expect(book.firstPass('ann', 'one', 'a')).toMatchObject({ at: 20, source: 'seen', how: null });
    expect(book.firstPass('ann', 'one', 'a', 0)?.source).toBe('seen');
    expect(book.standing(1, 'ann')?.steps[0]).toMatchObject({ source: 'claimed', how: 'provided' });
    book.close();
  });
});

test('what is seen last of each step comes from whichever run looked at it', () => {
  const { book } = looked(
    grade([step('one', 'a', failed), step('two', 'c', failed)]),
    grade([step('two', 'c', passed())], { state: 'partly', cause: 'denied' }),
  );
  const latest = book.latest('ann');
  expect(latest).toMatchObject({ at: 20, state: 'partly', cause: 'denied' });
  expect(latest?.steps.map(({ step: id, result }) => `${id} ${result.outcome}`).sort()).toEqual([
    'a fail',
    'c pass',
  ]);
  expect(book.latest('bob')).toBeUndefined();
  book.close();
});

test('a change is what is told otherwise than before, not one more line of evidence', () => {
  const { book, runs } = looked(
    grade([step('one', 'a', passed(1)), step('one', 'b', failed)]),
    grade([step('one', 'a', passed(2)), step('one', 'b', passed())]),
  );
  const changes = runs.map((run) => [...book.changes(run)]);
  expect(changes[0]).toEqual([]);
  expect(changes[1]).toMatchObject([
    { learner: 'ann', lab: 'one', step: 'b', was: { outcome: 'fail' }, is: { outcome: 'pass' } },
  ]);
  book.close();
});

describe('cleaned', () => {
  const [full, empty] = [grade([], { empty: false }), grade([], { empty: true })];

  test('is when an account that held something was first seen to hold nothing', () => {
    const { book } = looked(empty, full, grade([]), empty, empty, full);
    expect(book.cleanedAt('ann')).toBe(40);
    expect(book.cleanedAt('ann', 45)).toBe(50);
    expect(book.cleanedAt('ann', 51)).toBeUndefined();
    book.close();
  });

  test('is not an account that never held anything, nor one nobody could tell of', () => {
    const { book } = looked(empty, empty);
    expect(book.cleanedAt('ann')).toBeUndefined();
    expect(book.cleanedAt('bob')).toBeUndefined();
    book.close();
  });

  test('after a move, both accounts must be', () => {
    const as = (learner: string, one: LearnerGrade) => ({ ...one, learner });
    const left = looked(full, as('new', full), as('new', empty));
    expect(left.book.cleanedAt(['new', 'ann'])).toBeUndefined();
    left.book.close();
    const both = looked(full, as('new', empty), empty);
    expect(both.book.cleanedAt(['new', 'ann'])).toBe(30);
    both.book.close();
  });
});

test('request ids are kept of what changed and of the last look, what failed first', () => {
  const many = Array.from({ length: 90 }, (_, at) => ({ call: 'a:B', id: `id-${at}` }));
  const requests = [...many, { call: 'a:C', id: 'failed', error: 'AccessDenied' }];
  const { book, runs } = looked(
    grade([step('one', 'a', failed)], { requests }),
    grade([step('one', 'a', failed)], { requests: [{ call: 'a:B', id: 'same' }] }),
    grade([step('one', 'a', failed)], { requests: [{ call: 'a:B', id: 'last' }] }),
  );
  const kept = runs.map((run) => book.requests(run, 'ann'));
  expect(kept[0]).toHaveLength(60);
  expect(kept[0]?.[0]).toEqual({ call: 'a:C', id: 'failed', error: 'AccessDenied' });
  expect(kept[1]).toEqual([]);
  expect(kept[2]).toEqual([{ call: 'a:B', id: 'last' }]);
  book.close();
});

test('runs are told with what looked and how many were', () => {
  const book = openGradebook(newFolder());
  const first = book.begin({ ...all, labVersions: { one: 'f00' } });
  book.keep(first.id, 5, grade([]));
  book.end(first.id, 9);
  const second = book.begin(all);
  expect(book.runs()).toMatchObject([
    { id: second.id, asked: 2, looked: 0 },
    { id: first.id, ended: 9, labVersions: { one: 'f00' }, asked: 2, looked: 1 },
  ]);
  expect(book.stopped()?.id).toBe(second.id);
  const third = book.begin(all);
  book.end(third.id, 10);
  expect(book.stopped()?.id).toBe(second.id);
  book.close();
});

test('who is forgotten is nowhere in the file any more, and the others are', () => {
  const requests = [{ call: 'a:B', id: 'asked of ann' }];
  const { book, runs, folder } = looked(
    grade([step('one', 'a', absent(told('of ann'), told('next')))], { requests }),
  );
  book.keep(runs[0] ?? 0, 10, grade([step('one', 'a', passed())], { learner: 'bob' }));
  book.forget('ann');
  expect(book.run(runs[0] ?? 0)?.learners).toEqual(['bob']);
  expect(book.latest('ann')).toBeUndefined();
  expect(book.latest('bob')?.steps).toHaveLength(1);
  const files = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'latin1'));
  expect(files.join('')).not.toContain('of ann');
  expect(files.join('')).not.toContain('"ann"');
  book.close();
});

describe('a gradebook of version 1', () => {
  const old = () => {
    const folder = newFolder();
    const db = new DatabaseSync(path.join(folder, 'gradebook.sqlite'));
    db.exec(`
      CREATE TABLE run (id INTEGER PRIMARY KEY, began INTEGER NOT NULL, ended INTEGER, version TEXT NOT NULL,
        labs TEXT NOT NULL, learners TEXT NOT NULL);
      CREATE TABLE looked (run INTEGER NOT NULL REFERENCES run, learner TEXT NOT NULL, at INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('read', 'partly', 'unreadable', 'unsafe')), cause TEXT,
        calls INTEGER NOT NULL, PRIMARY KEY (run, learner));
      CREATE TABLE seen (run INTEGER NOT NULL, learner TEXT NOT NULL, lab TEXT NOT NULL, step TEXT NOT NULL,
        optional INTEGER NOT NULL, outcome TEXT NOT NULL, result TEXT NOT NULL, UNIQUE (run, learner, lab, step));
      CREATE TABLE best (learner TEXT NOT NULL, lab TEXT NOT NULL, step TEXT NOT NULL, at INTEGER NOT NULL,
        run INTEGER NOT NULL, result TEXT NOT NULL, PRIMARY KEY (learner, lab, step));
      INSERT INTO run VALUES (1, 1, 2, '0.1.0', '["one"]', '["ann"]'), (2, 3, NULL, '0.1.0', '["one"]', '["ann","bob"]');
      INSERT INTO looked VALUES (1, 'ann', 10, 'read', NULL, 7), (2, 'ann', 20, 'partly', 'denied', 8);
      PRAGMA user_version = 1;
    `);
    const add = db.prepare('INSERT INTO seen VALUES (?, ?, ?, ?, ?, ?, ?)');
    for (const run of [1, 2]) {
      add.run(run, 'ann', 'one', 'z', 1, 'pass', JSON.stringify(passed()));
      const now = run === 1 ? passed() : failed;
      add.run(run, 'ann', 'one', 'a', 0, now.outcome, JSON.stringify(now));
    }
    db.close();
    return folder;
  };

  test('is brought over whole', () => {
    const folder = old();
    const book = openGradebook(folder);
    expect(book.runs()).toMatchObject([
      { id: 2, began: 3, asked: 2, looked: 1 },
      { id: 1, ended: 2, labs: ['one'], version: '0.1.0' },
    ]);
    expect(book.standing(2, 'ann')).toMatchObject({
      at: 20,
      state: 'partly',
      cause: 'denied',
      steps: [
        { step: 'z', optional: true, best: { at: 10, run: 1 } },
        { step: 'a', result: { outcome: 'fail' }, best: { at: 10, run: 1 } },
      ],
    });
    expect(book.done(2)).toEqual(new Set(['ann']));
    expect(book.stopped()?.learners).toEqual(['ann', 'bob']);
    expect(rowsOf(folder, 'span')).toBe(3);
    book.close();
    const again = openGradebook(folder);
    expect(again.latest('ann')?.steps).toHaveLength(2);
    again.close();
  });

  test('stays as it was where it cannot be brought over', () => {
    const folder = old();
    const file = path.join(folder, 'gradebook.sqlite');
    const db = new DatabaseSync(file);
    db.exec("UPDATE seen SET result = 'broken' WHERE run = 2");
    db.close();
    expect(() => openGradebook(folder)).toThrow();
    const after = new DatabaseSync(file);
    expect(after.prepare('PRAGMA user_version').get()?.user_version).toBe(1);
    expect(after.prepare('SELECT count(*) AS rows FROM seen').get()?.rows).toBe(4);
    after.close();
  });

  test('of a newer version is not touched', () => {
    const folder = newFolder();
    const db = new DatabaseSync(path.join(folder, 'gradebook.sqlite'));
    db.exec('PRAGMA user_version = 3');
    db.close();
    expect(() => openGradebook(folder)).toThrow('newer version (3)');
  });
});
