import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import type { Result } from '#labs/kit/result.ts';
import { type ClassFile, classFolder, newClass, readClass, withRoster, writeClass } from './class-file.ts';
import { filesAbout, forgetLearner } from './forget-learner.ts';
import { openGradebook } from './gradebook.ts';
import type { Decision } from './rules.ts';

const home = mkdtempSync(path.join(tmpdir(), 'handson-forget-'));
afterAll(() => rmSync(home, { recursive: true }));

const at = '2026-11-20T00:00:00.000Z';
const line = { region: 'ap-northeast-1', prefix: '' };
const ann = { ...line, line: 2, name: "Ann <O'Hara>", email: 'ann@example.com', account: '222233334444' };
const bob = { ...line, line: 3, name: 'Bob Tran', email: 'bob@example.com', account: '333344445555' };
const before = '111122223333';
const all = [
  "Ann <O'Hara>",
  'Ann &lt;O&#39;Hara&gt;',
  'ann@example.com',
  '222233334444',
  before,
  'told of Ann only',
];

/** A class where Ann has moved once, was looked at in both accounts, and stands in reports. */
function classWithAnn(name: string): ClassFile {
  const init = newClass({ name, instructor: '999988887777', region: 'ap-northeast-1', at });
  const added = withRoster(init, [ann, bob], { at, language: 'en', externalId: () => crypto.randomUUID() });
  if ('problems' in added) throw new Error('refused');
  const move: Decision = { at, learner: ann.account, from: before, reason: 'told of Ann only', what: 'move' };
  const exempt: Decision = { at, learner: before, reason: 'told of Ann only', what: 'exempt', lab: 'table' };
  const kept: Decision = { at, learner: bob.account, reason: 'told of Bob', what: 'exempt', lab: 'table' };
  const access = { at, what: 'access', learner: before, from: null, to: 'safe' } as const;
  const file = { ...added.file, history: [...added.file.history, access, exempt, move, kept] };
  writeClass(home, file);
  const folder = classFolder(home, name);
  const result = (account: string): Result => ({
    outcome: 'pass',
    cause: null,
    messages: [],
    next: null,
    evidence: [
      { call: 'lambda:GetPolicy', field: 'Arn', expected: null, found: `arn:aws:lambda:::${account}` },
    ],
  });
  const book = openGradebook(folder);
  for (const learner of [before, ann.account, bob.account, before, ann.account, bob.account]) {
    const run = book.begin({ began: 1, version: '0', labs: ['one'], learners: [learner, bob.account] });
    const steps = [...Array(40).keys()].map((nth) => ({
      lab: 'one',
      step: `s${nth}`,
      optional: false,
      result: result(learner),
    }));
    book.keep(run.id, 1, { learner, state: 'read', cause: null, calls: 1, steps });
  }
  book.close();
  for (const place of ['roles', 'report/learners']) mkdirSync(path.join(folder, place), { recursive: true });
  writeFileSync(path.join(folder, 'roles/222233334444.json'), '{}');
  writeFileSync(path.join(folder, 'roles/333344445555.json'), '{}');
  writeFileSync(path.join(folder, 'report/index.html'), '<td>Ann &lt;O&#39;Hara&gt;</td><td>Bob Tran</td>');
  writeFileSync(path.join(folder, 'report/learners/b.html'), '<h1>Bob Tran</h1>');
  writeFileSync(path.join(folder, 'grades.csv'), `${'x,'.repeat(700_000)}ann@example.com`);
  writeFileSync(path.join(folder, 'class.json.4711'), JSON.stringify(file));
  return file;
}

const bytesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => [entry.name, readFileSync(path.join(entry.parentPath, entry.name), 'latin1')] as const);

const learnerIn = (file: ClassFile, id: string) => {
  const found = file.learners.find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

describe('who is forgotten', () => {
  const file = classWithAnn('spring');
  const gone = learnerIn(file, ann.account);
  const folder = classFolder(home, 'spring');

  test('is told which files go', () => {
    expect(filesAbout(home, file, gone)).toEqual([
      'class.json.4711',
      'grades.csv',
      'report/index.html',
      'roles/222233334444.json',
    ]);
  });

  test('is in no byte of the folder any more', () => {
    const { ids, files, left } = forgetLearner(home, file, gone);
    expect([ids, files.length, left]).toEqual([[ann.account, before], 4, []]);
    for (const [name, text] of bytesOf(folder))
      for (const word of [...all, gone.externalId])
        expect(text.includes(Buffer.from(word).toString('latin1')), `${word} in ${name}`).toBe(false);
  });

  test('leaves the others as they were, and a line that says no name', () => {
    const now = readClass(home, 'spring');
    expect(now.learners).toEqual([learnerIn(file, bob.account)]);
    expect(now.history).toMatchObject([
      { what: 'init' },
      { what: 'add', learners: [bob.account] },
      { what: 'exempt', learner: bob.account },
      { what: 'forget' },
    ]);
    expect(Object.keys(now.history.at(-1) ?? {}).sort()).toEqual(['at', 'what']);
    const book = openGradebook(folder);
    expect(book.latest(bob.account)?.steps).toHaveLength(40);
    expect(book.latest([ann.account, before])).toBeUndefined();
    book.close();
    expect(readdirSync(path.join(folder, 'report/learners'))).toEqual(['b.html']);
  });
});

test('while somebody reads the gradebook, it is told what is left, and the learner can be named again', () => {
  const file = classWithAnn('autumn');
  const gone = learnerIn(file, ann.account);
  const folder = classFolder(home, 'autumn');
  const reader = new DatabaseSync(path.join(folder, 'gradebook.sqlite'));
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM span').get();
  expect(forgetLearner(home, file, gone).left).not.toEqual([]);
  expect(readClass(home, 'autumn').learners).toHaveLength(2);
  reader.exec('COMMIT');
  reader.close();
  expect(forgetLearner(home, file, gone).left).toEqual([]);
  expect(readClass(home, 'autumn').learners).toHaveLength(1);
});

test('in a shared account only what is of the one prefix goes', () => {
  const init = newClass({ name: 'shared', instructor: '999988887777', region: 'ap-northeast-1', at });
  const lines = [
    { ...ann, name: 'Ann', email: 'ann@example.com', prefix: 'ann-' },
    { ...bob, account: ann.account, prefix: 'ann-b-' },
  ];
  const added = withRoster(init, lines, { at, language: 'en', externalId: () => crypto.randomUUID() });
  if ('problems' in added) throw new Error('refused');
  writeClass(home, added.file);
  const folder = classFolder(home, 'shared');
  writeFileSync(path.join(folder, 'bob.txt'), `${ann.account}/ann-b- ann-b-ServerlessCourseGrader`);
  writeFileSync(path.join(folder, 'ann.txt'), 'ann@example.com');
  expect(filesAbout(home, added.file, learnerIn(added.file, `${ann.account}/ann-`))).toEqual(['ann.txt']);
});
