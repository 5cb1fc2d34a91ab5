import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { locales } from '#labs/kit/text.ts';
import { handson } from '../cli/run-handson.ts';
import { root } from '../source-files.ts';

const schema = JSON.parse(readFileSync(path.join(root, 'docs/schemas/handson.clean.1.json'), 'utf8'));
const isClean = new Ajv({ allErrors: true }).compile(schema);

let home: string;
beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), 'handson-clean-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const run = (...args: string[]) => handson(args, { env: { HANDSON_HOME: home } });

/** What a program reads, held against the published schema. */
async function documentOf(...args: string[]) {
  const { stdout, exitCode } = await run(...args, '--json');
  const document = JSON.parse(String(stdout));
  expect(isClean(document), JSON.stringify(isClean.errors)).toBe(true);
  return { document, exitCode };
}

test('a learner sees the plan, deletes, and is told that nothing is left, in three languages', async () => {
  await run('use', 'sandbox');
  expect((await run('apply', 'lambda-alone', '--runtime', 'node')).exitCode).toBe(0);

  const plan = await documentOf('clean');
  expect(plan.exitCode).toBe(0);
  expect(plan.document.plan.items.map((one: { type: string }) => one.type)).toEqual(
    expect.arrayContaining(['function', 'execution-role', 'log-group']),
  );
  const left = await documentOf('leftovers', '--all-regions');
  expect(left.exitCode).toBe(1);
  expect(left.document.regions.length).toBeGreaterThan(10);

  const words = { en: 'Nothing was deleted.', ja: 'まだ何も削除していません', vi: 'Chưa xoá gì cả' };
  for (const locale of locales) {
    const { stdout, exitCode } = await run('clean', '--lang', locale, '--plain');
    expect(String(stdout).split('\n')[0]).toMatch(/ap-northeast-1 · \S.* 111122223333$/);
    expect(String(stdout).replace(/\s+/g, ' ')).toContain(words[locale]);
    expect(stdout).toContain('arn:aws:lambda:ap-northeast-1:111122223333:function:translate-function');
    expect(exitCode).toBe(0);
  }

  const other = await documentOf('clean', '--yes', '--plan', 'aaaaaaaaaaaa');
  expect(other.exitCode).toBe(1);
  expect(other.document.difference.added.length).toBeGreaterThan(0);

  const done = await documentOf('clean', '--yes', '--plan', plan.document.plan.hash);
  expect(done.exitCode).toBe(0);
  expect(done.document.receipt.left).toEqual([]);
  expect(done.document.receipt.deleted.length).toBe(plan.document.plan.items.length);

  const again = await documentOf('clean', '--yes');
  expect({ exitCode: again.exitCode, items: again.document.plan.items }).toEqual({ exitCode: 0, items: [] });
  expect((await documentOf('leftovers')).exitCode).toBe(0);
  const list = await run('list', '--json');
  expect(String(list.stdout)).toContain('lambda-alone');
}, 90_000);

test('a name that nothing bears is refused before anything is done', async () => {
  const { stderr, exitCode } = await run('clean', '--include', 'no-such-thing', '--yes');
  expect(stderr).toContain('nothing here is called "no-such-thing"');
  expect(exitCode).toBe(64);
});
