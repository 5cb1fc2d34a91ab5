import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verbs } from '#checker/commands/class/verbs.ts';
import { lookingAt } from '#checker/grading/class-lock.ts';
import { handson } from '../cli/run-handson.ts';
import { root } from '../source-files.ts';

const home = mkdtempSync(path.join(tmpdir(), 'handson-verbs-'));
afterAll(() => rmSync(home, { recursive: true }));

const ajv = new Ajv({ allErrors: true });
for (const name of ['class', 'class-leftovers', 'class-forget'])
  ajv.addSchema(JSON.parse(readFileSync(path.join(root, `docs/schemas/handson.${name}.1.json`), 'utf8')));

const run = (...line: string[]) => handson(['class', ...line], { env: { HANDSON_HOME: home } });
const classFile = path.join(home, 'classes/spring/class.json');
const stored = () => JSON.parse(readFileSync(classFile, 'utf8'));

/** What it prints as JSON, held to its schema. */
async function json(...line: string[]) {
  const { stdout, stderr, exitCode } = await run(...line, '--json');
  expect(stdout, String(stderr)).not.toBe('');
  const document = JSON.parse(String(stdout));
  ajv.validate(document.schema, document);
  expect(ajv.errors ?? [], JSON.stringify(document)).toEqual([]);
  return { document, exitCode };
}

const why = ['--reason', 'as agreed'];

beforeAll(async () => {
  await run('init', 'spring');
  const roster = path.join(home, 'roster.csv');
  writeFileSync(
    roster,
    'name,email,account\nHana Yamada,hana@example.com,222233334444\nBob Tran,bob@example.com,333344445555\nKim,kim@example.com,sandbox\n',
  );
  await run('add', roster);
}, 30_000);

describe('help', () => {
  test('alone it shows every verb, and so does handson help class', async () => {
    const alone = await run();
    expect(alone.exitCode).toBe(0);
    for (const { name } of verbs) expect(alone.stdout).toContain(`class ${name}`);
    expect((await handson(['help', 'class'], { env: { HANDSON_HOME: home } })).stdout).toBe(alone.stdout);
  });

  test.each<[string[], string]>([
    [['exmept', 'Hana Yamada', 'table'], 'Did you mean exempt?'],
    [['withdraw', 'Hana Yamda', ...why], 'Did you mean Hana Yamada?'],
    [['exempt', 'hana@example.com', 'tabel', ...why], 'Did you mean table?'],
    [['exempt', 'hana@example.com', 'table/capacty', ...why], 'Did you mean capacity?'],
    [['set', '--time-zone', 'Asia/Tokio'], 'Did you mean Asia/Tokyo?'],
    [['withdraw', 'Bob Tran'], '--reason'],
    [['withdraw', 'Bob Tran', '--reason', '  '], '--reason'],
    [['withdraw'], 'something is missing'],
    [['withdraw', 'Bob Tran', 'Kim', ...why], 'one word too many'],
    [['withdraw', 'Bob Tran', '--until', '2026-12-01T18:00', ...why], 'no option --until'],
    [['extend', 'Bob Tran', 'table', '--until', 'tomorrow', ...why], 'is no time'],
    [['extend', 'Bob Tran', 'table', '--until', '2026-12-01T18:00', ...why], 'has no deadline'],
    [['exempt', 'Bob Tran', 'table', '--lift', ...why], 'nothing to take back'],
    [['override', 'Bob Tran', 'table', '--points', '1', ...why], 'name a step'],
    [['override', 'Bob Tran', 'table/capacity', ...why], '--points N'],
    [['override', 'Bob Tran', 'table/capacity', '--points', '9', ...why], 'worth 1'],
    [['rejoin', 'Bob Tran', ...why], 'has not withdrawn'],
    [['move', 'Bob Tran', '1234', ...why], 'not an account id'],
    [['move', 'Bob Tran', '222233334444', ...why], 'somebody else'],
    [['move', 'Bob Tran', '333344445555', ...why], 'the account they have'],
    [['set', '--late', 'much'], '--late'],
    [['set', '--deadline', 'table'], 'LAB=VALUE'],
    [['forget', 'Bob Tran'], '--yes'],
  ])('%j is told what is right, and changes nothing', async (line, told) => {
    const before = readFileSync(classFile, 'utf8');
    const { exitCode, stderr } = await run(...line);
    expect(stderr).toContain(told);
    expect(exitCode).toBe(64);
    expect(readFileSync(classFile, 'utf8')).toBe(before);
  });
});

describe('rules', () => {
  test('are shown when nothing is set', async () => {
    const { stdout, exitCode } = await run('set');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('No deadline: nothing is ever late.');
  });

  test('are set one by one, and each change stands in the history', async () => {
    await run(
      'set',
      '--time-zone',
      'America/New_York',
      '--deadline',
      '5=2026-12-01 18:00',
      '--deadline',
      'all=2026-12-24T12:00',
    );
    await run('set', '--late', '10,50', '--cleaned', '2', '--points', 'table/capacity=2', '--points', '1=10');
    const { document } = await json('set', '--deadline', 'all=none', '--points', '1=default');
    expect(document.rules).toEqual({
      timeZone: 'America/New_York',
      deadlines: { table: '2026-12-01T18:00' },
      points: { 'table/capacity': 2 },
      cleaned: 2,
      late: { percentPerDay: 10, atMost: 50 },
    });
    const changes = stored().history.filter(({ what }: { what: string }) => what === 'rules');
    expect(changes).toHaveLength(3);
    expect(changes[0].from.timeZone).toBe('UTC');
    expect((await run('set')).stdout).toContain('2026-12-01T18:00 (2026-12-01T23:00Z)');
  });

  test('of the past are said to be late for what nobody has seen', async () => {
    const { stderr } = await run('set', '--deadline', 'good-habits=2020-01-01T00:00');
    expect(stderr).toContain('A deadline is in the past');
    await run('set', '--deadline', 'good-habits=none');
  });
});

describe('decisions', () => {
  const latest = () => stored().history.at(-1);

  test.each<[string[], object]>([
    [
      ['extend', 'Hana Yamada', 'table', '--until', '2026-12-05T18:00'],
      { what: 'extend', lab: 'table', until: '2026-12-05T18:00' },
    ],
    [['extend', 'Hana Yamada', 'all', '--until', '2026-12-05T18:00'], { what: 'extend', lab: '*' }],
    [['extend', 'Hana Yamada', 'all', '--lift'], { what: 'lift', of: 'extend', lab: '*' }],
    [['exempt', 'HANA@example.com', '6'], { what: 'exempt', lab: 'api-lambda-table' }],
    [['exempt', 'Hana Yamada', 'cleaned'], { what: 'exempt', lab: 'cleaned', step: 'cleaned' }],
    [
      ['override', '222233334444', 'table/capacity', '--points', '1.5'],
      { what: 'override', lab: 'table', step: 'capacity', points: 1.5 },
    ],
    [
      ['override', '222233334444', 'table/capacity', '--lift'],
      { what: 'lift', of: 'override', step: 'capacity' },
    ],
    [['regrade', '222233334444', '1'], { what: 'regrade', lab: 'lambda-alone' }],
    [['regrade', '222233334444'], { what: 'regrade' }],
    [['withdraw', '222233334444'], { what: 'withdraw' }],
    [['rejoin', '222233334444'], { what: 'rejoin' }],
  ])('%j is in the history with its reason', async (line, expected) => {
    const before = stored().history;
    const { document, exitCode } = await json(...line, ...why);
    expect(exitCode).toBe(0);
    expect(latest()).toMatchObject({ ...expected, learner: '222233334444', reason: 'as agreed' });
    expect(stored().history.slice(0, -1)).toEqual(before);
    expect(document.history).toEqual([latest()]);
    expect(document.learners).toHaveLength(1);
  });

  test('what a decision does not do is told', async () => {
    const early = await run('extend', 'Kim', 'table', '--until', '2026-11-01T18:00', ...why);
    expect(early.stderr).toContain('it changes nothing');
    await run('set', '--deadline', 'api-mock=2020-01-01T00:00');
    const { stderr } = await run('regrade', 'Kim', 'api-mock', ...why);
    expect(stderr).toContain('handson grade --learner kim@example.com');
    expect(stderr).toContain('handson class extend kim@example.com api-mock --until');
    await run('extend', 'Kim', 'api-mock', '--until', '2099-01-01T00:00', ...why);
    expect((await run('regrade', 'Kim', 'api-mock', ...why)).stderr).not.toContain('A deadline has passed');
    await run('set', '--deadline', 'api-mock=none');
  });

  test('all of one learner are shown, in their order', async () => {
    const { document } = await json('show', 'Hana Yamada');
    expect(document.history).toHaveLength(12);
    const { stdout } = await run('show', 'hana@example.com');
    expect(stdout).toContain('table: extended until 2026-12-05T18:00 (as agreed)');
    expect(stdout).not.toContain('Bob');
    const all = await run('show');
    expect(all.stdout).toContain('Bob Tran (333344445555)');
    expect(all.stdout).toContain('decisions: 11');
    expect(all.stdout).toContain('Kim (kim@example.com)');
    expect((await json('show')).document.history.length).toBeGreaterThan(12);
  });

  test('a move gives a new external id and a new letter, and keeps who it is', async () => {
    const before = stored().learners[1];
    const { stdout, exitCode } = await run(
      'move',
      'Bob Tran',
      '444455556666',
      '--region',
      'us-east-1',
      ...why,
    );
    expect(exitCode).toBe(0);
    const after = stored().learners[1];
    expect(after).toMatchObject({
      id: '444455556666',
      name: 'Bob Tran',
      email: 'bob@example.com',
      region: 'us-east-1',
    });
    expect(after.externalId).not.toBe(before.externalId);
    expect(stdout).toContain(after.externalId);
    expect(stdout).toContain('aws iam create-role');
    expect(latest()).toMatchObject({ what: 'move', learner: '444455556666', from: '333344445555' });
    const template = path.join(home, 'classes/spring/roles/444455556666.json');
    expect(readFileSync(template, 'utf8')).toContain(after.externalId);
    const taken = await run('move', 'Kim', '333344445555', ...why);
    expect(taken.stderr).toContain('belongs, or belonged, to somebody else');
    expect((await run('show', 'Bob Tran')).stdout).toContain('moved from 333344445555 to 444455556666');
  });

  test('a letter can be had again', async () => {
    const { stdout } = await run('letter', 'Hana Yamada');
    expect(stdout).toContain('## Hana Yamada (222233334444)');
    expect((await json('letter', 'Kim')).document.learners).toHaveLength(1);
  });
});

test('who has withdrawn is neither verified nor graded', async () => {
  await run('withdraw', 'Hana Yamada', ...why);
  const { document } = await json('verify');
  const verdicts = document.learners.map(({ access }: { access?: { verdict: string } }) => access?.verdict);
  expect(verdicts).toEqual([undefined, 'closed', undefined]);
  const graded = await handson(['grade', '--learner', 'Hana Yamada'], { env: { HANDSON_HOME: home } });
  expect([graded.exitCode, String(graded.stderr)]).toEqual([64, expect.stringContaining('has withdrawn')]);
  await run('rejoin', 'Hana Yamada', ...why);
}, 30_000);

test.each([
  ['en', 'nobody is in the class empty yet. Next: handson class add'],
  ['ja', 'クラス empty にはまだ誰もいません。次は: handson class add'],
  ['vi', 'lớp empty chưa có ai. Tiếp theo: handson class add'],
])('with nobody in it a class is not verified but told to be empty, in %s', async (lang, told) => {
  if (lang === 'en') await run('init', 'empty');
  const { stderr, exitCode } = await run('verify', '--class', 'empty', '--lang', lang);
  if (lang === 'vi') rmSync(path.join(home, 'classes/empty'), { recursive: true });
  expect(exitCode).toBe(64);
  expect(String(stderr).replace(/\s+/g, ' ')).toContain(told);
});

test('what verify could not open is told with what to do next', async () => {
  const { stdout, stderr, exitCode } = await run('verify', 'Bob Tran');
  expect(stdout).toContain('closed: the role is not there');
  expect(stdout).toContain('handson class letter 444455556666');
  expect(exitCode).toBe(1);
  expect(String(stderr)).not.toContain('    at ');
});

test('accounts that cannot be read are not told to be clean', async () => {
  const { document, exitCode } = await json('leftovers');
  expect(exitCode).toBe(2);
  expect(document.learners.map(({ state, cause }: Record<string, string>) => [state, cause])).toEqual([
    ['unreadable', 'denied'],
    ['unreadable', 'denied'],
  ]);
  expect(document.notLooked).toBe(1);
  const { stdout } = await run('leftovers');
  expect(stdout).toContain('nobody can tell whether something is left');
  expect(stdout).toContain('2026-11-20');
}, 30_000);

test('a class file that was edited with a fault is told with its place by every verb', async () => {
  const whole = readFileSync(classFile, 'utf8');
  writeFileSync(classFile, whole.replaceAll('"America/New_York"', '"America/New_Yrok"'));
  for (const line of [['show'], ['set'], ['withdraw', 'Kim', ...why]]) {
    const { stderr, exitCode } = await run(...line);
    expect([exitCode, String(stderr)]).toEqual([
      64,
      expect.stringContaining('rules.timeZone: "America/New_Yrok"'),
    ]);
  }
  writeFileSync(classFile, whole.slice(0, -5));
  const { stderr, exitCode } = await run('show');
  expect([exitCode, String(stderr)]).toEqual([64, expect.stringContaining('cannot be read')]);
  expect(String(stderr)).not.toContain('    at ');
  writeFileSync(classFile, whole);
}, 30_000);

test('nobody is forgotten while somebody looks at the class', async () => {
  const looking = lookingAt(home, 'spring');
  const { stderr, exitCode } = await run('forget', 'Bob Tran', '--yes');
  looking.end();
  expect([exitCode, String(stderr)]).toEqual([1, expect.stringContaining('is looking at this class')]);
  expect(readFileSync(classFile, 'utf8')).toContain('Bob Tran');
});

test('who is forgotten is in no file, and what cannot be reached is told', async () => {
  const { stdout, stderr, exitCode } = await run('forget', 'Bob Tran', '--yes');
  expect(exitCode, String(stderr)).toBe(0);
  expect(stdout).toContain('Bob Tran is forgotten');
  expect(stderr).toContain('roles/444455556666.json');
  expect(stderr).toContain('Not reached from here');
  for (const word of ['Bob', '444455556666', '333344445555'])
    expect(readFileSync(classFile, 'utf8')).not.toContain(word);
  const { document } = await json('forget', 'Kim', '--yes');
  expect(document).toMatchObject({ learner: 'kim@example.com', left: [] });
}, 30_000);
