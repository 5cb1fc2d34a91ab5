import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import {
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
