import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv } from 'ajv';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newClass, withRoster, writeClass } from '#checker/grading/class-file.ts';
import { jailFault } from '#sandbox/parts/runtimes/jail/jailed-runtimes.ts';
import { zip } from '#sandbox/parts/zip.ts';
import { handson } from '../cli/run-handson.ts';
import { allLabs, standing } from '../labs/standing.ts';
import type { Snapshot } from '../labs/world.ts';
import { root } from '../source-files.ts';
import { packed } from './packed.ts';

const home = mkdtempSync(path.join(tmpdir(), 'handson-home-'));
const folder = mkdtempSync(path.join(tmpdir(), 'handson-class-'));
afterAll(() => {
  rmSync(home, { recursive: true });
  rmSync(folder, { recursive: true });
});
const cannot = await jailFault();
const { empty, halfWay, finished } = await standing();
const bin = path.join(root, 'checker/bin/handson.cjs');
const run = (...line: string[]) => handson(line, { env: { HANDSON_HOME: home } });
const ajv = new Ajv({ allErrors: true });
ajv.addSchema(JSON.parse(readFileSync(path.join(root, 'docs/schemas/handson.grade.1.json'), 'utf8')));

interface StepTold {
  id: string;
  outcome: string;
  source: string;
  how: string | null;
  points: number | null;
  evidence: Array<{ found: unknown }>;
}
interface LearnerTold {
  id: string;
  name: string;
  state: string;
  score: { points: number; of: number; incomplete: number };
  labs: Array<{ id: string; steps: StepTold[] }>;
}
const stepsOf = ({ labs }: LearnerTold) => labs.flatMap(({ steps }) => steps);
const stepOf = (learner: LearnerTold | undefined, id: string) =>
  learner?.labs.flatMap(({ steps }) => steps).find((step) => step.id === id);

function makeClass(
  name: string,
  learners: ReadonlyArray<{ name: string; email?: string; account?: string }>,
) {
  const at = '2026-11-20T00:00:00.000Z';
  const lines = learners.map((one, line) => ({
    line: line + 2,
    account: 'sandbox',
    region: 'ap-northeast-1',
    prefix: '',
    ...one,
  }));
  const empty = newClass({ name, instructor: '999988887777', region: 'ap-northeast-1', at });
  const made = withRoster(empty, lines, { at, language: 'en', externalId: () => crypto.randomUUID() });
  if ('problems' in made) throw new Error(JSON.stringify(made.problems));
  writeClass(home, made.file);
}

/** The same world with ids of its own, as another learner's sandbox would have made them up. */
function withOwnIds(world: Snapshot, mark: string): Snapshot {
  const ids = world.flatMap(([key, value]) => {
    const api = /\/apigateway\/apis\/(\w+)$/.exec(key)?.[1];
    if (api) return [[api, `${mark}${api.slice(mark.length)}`]];
    const id = /\/(iam\/roles|dynamodb\/tables)\//.test(key) ? JSON.parse(String(value)).id : undefined;
    return id ? [[id, `${id.slice(0, -mark.length)}${mark}`]] : [];
  });
  const moved = (text: string) => ids.reduce((left, [from = '', to = '']) => left.replaceAll(from, to), text);
  return world.map(([key, value]) => [moved(key), typeof value === 'string' ? moved(value) : value]);
}

function changed(
  world: Snapshot,
  table: string,
  change: (record: Record<string, unknown>) => object,
): Snapshot {
  return world.map(([key, value]) =>
    key.includes(`/${table}/`) && typeof value === 'string'
      ? [key, JSON.stringify(change(JSON.parse(value)))]
      : [key, value],
  );
}

const withCode = (world: Snapshot, code: string): Snapshot =>
  world.map(([key, value]) =>
    key.includes('/lambda/code/')
      ? [key, zip.write([{ path: 'index.mjs', bytes: new TextEncoder().encode(code), mode: 0o644 }])]
      : [key, value],
  );

const installationOf = (at: number) => String(at).padStart(32, '0');

describe('thirty learners', () => {
  const emailOf = (at: number) => `learner-${at}@example.com`;
  const kindOf = (at: number) =>
    (['finished', 'half-way', 'empty', 'wrong memory'] as const)[at % 4] ?? 'empty';
  const submissions = path.join(folder, 'thirty');
  let told: { learners: LearnerTold[] };
  let notes = '';
  let csv = '';

  beforeAll(async () => {
    mkdirSync(submissions);
    makeClass('thirty', [
      ...Array.from({ length: 30 }, (_, at) => ({ name: `Learner ${at}`, email: emailOf(at) })),
      { name: 'Nobody', email: 'nobody@example.com' },
    ]);
    for (let at = 0; at < 30; at++) {
      const worlds = {
        finished,
        'half-way': halfWay,
        empty,
        'wrong memory': changed(finished, 'lambda/functions', (fn) => ({ ...fn, memory: 300 + at })),
      };
      const steps = allLabs.flatMap((lab) =>
        lab.steps.map((step) => ({
          lab: lab.id,
          step: step.id,
          at: Date.now(),
          how: at % 2 ? ('earned' as const) : ('provided' as const),
        })),
      );
      const world = withOwnIds(worlds[kindOf(at)], `${100 + at}`);
      const claims = { steps: kindOf(at) === 'finished' ? steps : [] };
      writeFileSync(
        path.join(submissions, `${at}.handson`),
        packed(world, { id: emailOf(at).toUpperCase(), installation: installationOf(at), claims }),
      );
    }
    const file = path.join(folder, 'thirty.csv');
    const began = performance.now();
    const graded = await run('grade', 'thirty', '--submissions', submissions, '--json', '--csv', file);
    expect(performance.now() - began).toBeLessThan(90_000);
    expect([1, 2], String(graded.stderr)).toContain(graded.exitCode);
    told = JSON.parse(String(graded.stdout));
    ajv.validate('handson.grade/1', told);
    expect(ajv.errors ?? []).toEqual([]);
    notes = String(graded.stderr);
    csv = readFileSync(file, 'utf8');
  }, 150_000);

  test('are graded, each as they stand', () => {
    expect(told.learners).toHaveLength(30);
    for (const [at, learner] of told.learners.entries()) {
      expect(learner.id).toBe(emailOf(at));
      const memory = stepOf(learner, 'memory-and-timeout');
      const kind = kindOf(at);
      expect(stepOf(learner, 'create-function')?.outcome, kind).toBe(kind === 'empty' ? 'fail' : 'pass');
      if (kind === 'wrong memory') {
        expect(memory?.outcome).toBe('fail');
        expect(JSON.stringify(memory?.evidence)).toContain(String(300 + at));
      } else expect(memory?.outcome).toBe(kind === 'empty' ? 'blocked' : 'pass');
      if (kind === 'finished')
        for (const step of stepsOf(learner)) expect(step.outcome, step.id).toBe('pass');
    }
  });

  test('have nothing of one another', () => {
    for (const [at, learner] of told.learners.entries()) {
      const text = JSON.stringify(learner);
      for (let other = 0; other < 30; other++) {
        if (other === at) continue;
        expect(text).not.toContain(`learner-${other}@`);
        if (kindOf(other) === 'wrong memory') expect(text).not.toContain(`"found":${300 + other}`);
      }
    }
  });

  test('have what is their word alone marked as claimed, and earned apart from provided', () => {
    const [first, , , ,] = told.learners;
    expect(stepOf(first, 'test-run')).toMatchObject({
      outcome: 'pass',
      source: 'claimed',
      how: 'provided',
      points: null,
    });
    expect(stepOf(first, 'create-function')).toMatchObject({ source: 'seen', how: 'provided', points: 1 });
    expect(stepOf(told.learners[1], 'create-function')).toMatchObject({ source: 'seen', how: null });
    for (const learner of told.learners)
      for (const step of stepsOf(learner).filter(({ source }) => source === 'claimed'))
        expect(step.points ?? 0, `${learner.id} ${step.id}`).toBe(0);
  });

  test('who has sent no file is not looked at, and has no zero', () => {
    expect(notes).toContain('Nobody: no file, so not looked at (not a zero)');
    expect(told.learners.map(({ id }) => id)).not.toContain('nobody@example.com');
    expect(csv.split('\r\n').find((line) => line.startsWith('Nobody'))).not.toMatch(/,0(,|$)/);
  });

  test('the course’s own code makes nobody suspect', () => {
    expect(notes).not.toMatch(/same function code|Packed on the same|same API/);
  });
}, 200_000);

describe('what files have in common', () => {
  const submissions = path.join(folder, 'alike');

  test('is pointed out, and not judged', async () => {
    mkdirSync(submissions);
    makeClass(
      'alike',
      ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ name, email: `${name}@example.com` })),
    );
    const write = (name: string, world: Snapshot, installation: number, id = name) =>
      writeFileSync(
        path.join(submissions, `${name}.handson`),
        packed(world, {
          id: `${id}@example.com`,
          installation: installationOf(installation),
          labs: ['lambda-alone'],
        }),
      );
    const own = 'export const handler = async () => "my very own";\n';
    write('a', withCode(withOwnIds(finished, '101'), own), 1);
    write('b', withCode(withOwnIds(finished, '102'), own.replace(/\n/g, '  \r\n')), 2);
    write('c', withOwnIds(finished, '103'), 3);
    write('d', withOwnIds(finished, '104'), 3);
    write('e', withOwnIds(finished, '105'), 5);
    write('f', withOwnIds(finished, '105'), 6);
    const { stderr } = await run('grade', 'alike', '--submissions', submissions, '--labs', '1');
    expect(stderr).toContain(
      'The same function code, which is not the course’s own, is in: a.handson, b.handson',
    );
    expect(stderr).toContain('Packed on the same installation: c.handson, d.handson');
    expect(stderr).toContain('by its random id, is in: e.handson, f.handson');
    expect(stderr).toContain('it is for you to ask');
  }, 90_000);
});

describe('whose a file is', () => {
  const submissions = path.join(folder, 'whose');

  test.each([
    [
      'en',
      'has later work in new.handson',
      'nobody in the class is "stranger@example.com"',
      'is in the class with an AWS account',
    ],
    [
      'ja',
      'より新しい成果が new.handson にある',
      '「stranger@example.com」という人はクラスにいません',
      'AWS アカウントで登録されており',
    ],
    [
      'vi',
      'có bài mới hơn trong new.handson',
      'không có ai là "stranger@example.com"',
      'ở trong lớp với tài khoản AWS',
    ],
  ])(
    'is told in %s, with what to do',
    async (lang, later, stranger, hasAccount) => {
      const { empty, halfWay } = await standing();
      mkdirSync(submissions, { recursive: true });
      makeClass(`whose-${lang}`, [
        { name: 'Ann', email: 'ann@example.com' },
        { name: 'Bob', email: 'bob@example.com', account: '222233334444' },
      ]);
      const claims = {
        steps: [{ lab: 'set-up', step: 'account-answers', at: Date.UTC(2026, 0, 1), how: 'earned' as const }],
      };
      writeFileSync(path.join(submissions, 'a-old.handson'), packed(empty, { claims }));
      writeFileSync(path.join(submissions, 'new.handson'), packed(halfWay));
      writeFileSync(path.join(submissions, 'x.handson'), packed(empty, { id: 'stranger@example.com' }));
      writeFileSync(path.join(submissions, 'bob.handson'), packed(empty, { id: 'bob@example.com' }));
      const { stdout, stderr, exitCode } = await run(
        ...['grade', `whose-${lang}`, '--submissions', submissions, '--labs', '1', '--lang', lang],
      );
      expect(exitCode).toBe(2);
      for (const sentence of [later, stranger, hasAccount]) expect(stderr).toContain(sentence);
      expect(stdout).toContain('new.handson');
      expect(stdout).toContain('Ann');
    },
    60_000,
  );

  test.each([
    ['en', 'Learners without an account, not looked at (not a zero): 2'],
    ['ja', 'アカウントのない受講者 2 人は未確認です'],
    ['vi', '2 học viên không có tài khoản chưa được xem'],
  ])(
    'where accounts are graded, those without one are told in %s as not looked at',
    async (lang, sentence) => {
      makeClass(`mixed-${lang}`, [
        { name: 'Ann', email: 'ann@example.com' },
        { name: 'Cid', email: 'cid@example.com' },
        { name: 'Bob', account: '222233334444' },
      ]);
      const { stdout, stderr } = await run('grade', `mixed-${lang}`, '--labs', '1', '--json', '--lang', lang);
      expect(stderr).toContain(sentence);
      expect(JSON.parse(String(stdout)).learners.map(({ name }: { name: string }) => name)).toEqual(['Bob']);
    },
    60_000,
  );

  test.each([
    [['--run-code'], '--run-code goes with --submissions DIR only'],
    [['--received', '2026-12-01T18:00'], '--received goes with --submissions DIR only'],
    [['--submissions', '/no/such/folder'], 'cannot be read as a folder: ENOENT'],
    [['--submissions', '.', '--resume'], '--resume does not go with --submissions'],
    [['--submissions', '.', '--received', 'tomorrow'], '--received takes a local time'],
  ])('%j is told what is wrong with it', async (line, sentence) => {
    makeClass('usage', [
      { name: 'Ann', email: 'ann@example.com' },
      { name: 'Bob', account: '222233334444' },
    ]);
    const { exitCode, stderr } = await run('grade', 'usage', ...line);
    expect(exitCode).toBe(64);
    expect(stderr).toContain(sentence);
  });
});

describe.skipIf(cannot !== undefined)(
  `where the kernel refuses${cannot ? ` (skipped: ${cannot})` : ''}`,
  () => {
    test.each([
      ['en', 'cannot be shut in on this machine'],
      ['ja', 'このコンピューターでは受講者のコードを隔離できない'],
      ['vi', 'máy này không cách ly được mã của học viên'],
    ])(
      'no code is run, and that is said in %s',
      async (lang, sentence) => {
        makeClass(`refused-${lang}`, [{ name: 'Ann', email: 'ann@example.com' }]);
        const noNamespaces = 'echo 0 > /proc/sys/user/max_user_namespaces && exec "$@"';
        const line = ['grade', `refused-${lang}`, '--submissions', folder, '--run-code', '--lang', lang];
        const { exitCode, stdout, stderr } = await execa(
          'unshare',
          ['-r', '/bin/sh', '-c', noNamespaces, 'sh', process.execPath, bin, ...line],
          { reject: false, env: { HANDSON_HOME: home, LC_ALL: 'C', LANG: 'C' } },
        );
        expect([exitCode, stdout]).toEqual([2, '']);
        expect(stderr).toContain(sentence);
        expect(stderr).toContain('unshare');
      },
      30_000,
    );
  },
);

describe.skipIf(cannot !== undefined)(`with --run-code${cannot ? ` (skipped: ${cannot})` : ''}`, () => {
  test('code that means harm gets no pass, and the others are graded', async () => {
    const submissions = path.join(folder, 'harm');
    mkdirSync(submissions);
    const code = {
      honest: undefined,
      throws: 'export const handler = async () => { throw new Error("no"); };',
      loops: 'export const handler = async () => { for (;;) {} };',
      hog: 'export const handler = async () => { const a = []; for (;;) a.push(Buffer.alloc(5e7, 1)); };',
      bomb: `import { spawn } from 'node:child_process';
        export const handler = async () => { for (let i = 0; i < 200; i++) spawn('/bin/sleep', ['99']); await new Promise((go) => setTimeout(go, 8000)); };`,
    };
    makeClass(
      'harm',
      Object.keys(code).map((name) => ({ name, email: `${name}@example.com` })),
    );
    for (const [at, [name, text]] of Object.entries(code).entries()) {
      const world = withOwnIds(finished, `${200 + at}`);
      const bytes = packed(text === undefined ? world : withCode(world, text), {
        id: `${name}@example.com`,
        installation: installationOf(at),
      });
      writeFileSync(path.join(submissions, `${name}.handson`), bytes);
    }
    const { stdout, stderr } = await run(
      ...['grade', 'harm', '--submissions', submissions, '--run-code', '--labs', '2', '--json'],
    );
    expect(stderr).toContain('shut in: no network but their own sandbox');
    const { learners } = JSON.parse(String(stdout)) as { learners: LearnerTold[] };
    const told = Object.fromEntries(
      learners.map((one) => [
        one.name,
        [stepOf(one, 'code-translates')?.outcome, stepOf(one, 'code-translates')?.source],
      ]),
    );
    expect(told).toEqual({
      honest: ['pass', 'seen'],
      throws: ['fail', 'seen'],
      loops: ['fail', 'seen'],
      hog: ['unknown', 'seen'],
      bomb: ['unknown', 'seen'],
    });
  }, 150_000);
});
