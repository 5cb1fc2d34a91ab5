import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { execa } from 'execa';
import { afterAll, expect, test } from 'vitest';
import {
  ClassUnreadable,
  classFolder,
  classNames,
  newClass,
  readClass,
  withAccess,
  withRoster,
  writeClass,
} from './class-file.ts';

const home = mkdtempSync(path.join(tmpdir(), 'handson-class-'));
afterAll(() => rmSync(home, { recursive: true }));

const at = '2026-11-20T00:00:00.000Z';
const empty = newClass({ name: 'spring', instructor: '999988887777', region: 'ap-northeast-1', at });
const ann = { line: 2, name: 'Ann', account: '111122223333', region: 'ap-northeast-1', prefix: '' };
const options = { at, language: 'en' as const, externalId: () => crypto.randomUUID() };

const withAnn = () => {
  const added = withRoster(empty, [ann], options);
  if ('problems' in added) throw new Error('Ann was refused');
  return added.file;
};

test('a learner gets the role that the printed commands make, and an external id of their own', () => {
  const bob = { ...ann, line: 3, account: '222233334444' };
  const added = withRoster(empty, [ann, bob], options);
  const learners = 'file' in added ? added.file.learners : [];
  expect(learners[0]?.role).toBe('arn:aws:iam::111122223333:role/ServerlessCourseGrader');
  expect(learners[0]?.externalId).toMatch(/^[\w+=,.@:/-]{2,1224}$/);
  expect(new Set(learners.map(({ externalId }) => externalId)).size).toBe(2);
});

test('adding the same roster again changes nothing', () => {
  const file = withAnn();
  expect(withRoster(file, [ann], options)).toEqual({ file, added: [] });
});

test('a roster that would change somebody in the class is refused with its line', () => {
  expect(withRoster(withAnn(), [{ ...ann, name: 'Anna' }], options)).toEqual({
    problems: [{ line: 2, fault: 'in-class', found: '111122223333' }],
  });
});

test('what verify saw is kept, and a change of it is in the history', () => {
  const safe = withAccess(withAnn(), new Map([['111122223333', 'safe' as const]]), at);
  const unsafe = withAccess(safe, new Map([['111122223333', 'unsafe' as const]]), at);
  expect(unsafe.learners[0]?.access).toEqual({ verdict: 'unsafe', at });
  expect(unsafe.history.filter(({ what }) => what === 'access')).toHaveLength(2);
});

test('a class is read back as it was written, and leaves no draft', () => {
  const file = withAnn();
  writeClass(home, file);
  expect(readClass(home, 'spring')).toEqual(file);
  expect(classNames(home)).toEqual(['spring']);
  expect(readdirSync(classFolder(home, 'spring'))).toEqual(['class.json']);
});

test('who has no account is known by the e-mail address, and gets no role and no external id', () => {
  const lines = ['Ann@example.com', 'bob@example.com'].map((email, at) => ({
    ...ann,
    line: at + 2,
    account: 'sandbox',
    email,
  }));
  const added = withRoster(empty, lines, options);
  const learners = 'file' in added ? added.file.learners : [];
  expect(learners.map(({ id, role, externalId }) => [id, role, externalId])).toEqual([
    ['ann@example.com', '', ''],
    ['bob@example.com', '', ''],
  ]);
});

test('a class file that was edited with a fault is refused with its place', () => {
  writeClass(home, withAnn());
  const place = path.join(classFolder(home, 'spring'), 'class.json');
  const text = readFileSync(place, 'utf8');
  writeFileSync(place, text.replace('"prefix": ""', '"prefix": 7'));
  expect(() => readClass(home, 'spring')).toThrow(
    expect.objectContaining({ faults: [{ place: 'learners[0].prefix', wanted: 'text', found: '7' }] }),
  );
  writeFileSync(place, text.slice(0, -10));
  expect(() => readClass(home, 'spring')).toThrow(ClassUnreadable);
});

test('of changes made at the same time none is lost', async () => {
  const kept = newClass({ name: 'autumn', instructor: '999988887777', region: 'ap-northeast-1', at });
  writeClass(home, kept);
  const code = `
    import { changeClass } from ${JSON.stringify(pathToFileURL(path.resolve('checker/grading/class-file.ts')).href)};
    for (let n = 0; n < 10; n++)
      changeClass(${JSON.stringify(home)}, 'autumn', (file) => ({ ...file, history: [...file.history, file.history[0]] }));
  `;
  await Promise.all([1, 2, 3].map(() => execa(process.execPath, ['--input-type=module', '--eval', code])));
  expect(readClass(home, 'autumn').history).toHaveLength(31);
});

test("nobody gets an account that was somebody's before they moved", () => {
  const file = withAnn();
  const move = { at, what: 'move', learner: '222233334444', from: '111122223333', reason: 'r' } as const;
  const moved = { ...file, learners: [], history: [...file.history, move] };
  expect(withRoster(moved, [ann], options)).toEqual({
    problems: [{ line: 2, fault: 'in-class', found: '111122223333' }],
  });
});
