import {
  existsSync,
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
import { Ajv } from 'ajv';
import { afterAll, describe, expect, test } from 'vitest';
import { classFolder, writeClass } from '#checker/grading/class-file.ts';
import type { LearnerGrade } from '#checker/grading/grade-learner.ts';
import { openGradebook } from '#checker/grading/gradebook.ts';
import type { Marks } from '#checker/grading/marks.ts';
import { parseCsv } from '#checker/grading/reports/parse-csv.fixture.ts';
import { parseXml } from '#checker/grading/reports/parse-xml.fixture.ts';
import {
  allLabs,
  sampleFile,
  sampleLearner,
  sampleMarks,
} from '#checker/grading/reports/sample-class.fixture.ts';
import { noRules } from '#checker/grading/rules.ts';
import { handson } from '../cli/run-handson.ts';
import { root } from '../source-files.ts';

const home = mkdtempSync(path.join(tmpdir(), 'handson-exports-'));
afterAll(() => rmSync(home, { recursive: true }));

const ajv = new Ajv({ allErrors: true });
for (const name of ['grade', 'grade-learner'])
  ajv.addSchema(JSON.parse(readFileSync(path.join(root, `docs/schemas/handson.${name}.1.json`), 'utf8')));

const seen = {
  first: ['half-way', 'half-way', 'unreadable', 'empty', 'not redeployed'],
  second: ['finished', 'half-way', 'unreadable', 'empty', 'not redeployed'],
} as const;
const at = { first: Date.UTC(2026, 10, 20, 3), second: Date.UTC(2026, 10, 21, 3) };
const learners = seen.first.map((_, nth) => sampleLearner(nth));

makeClass();

/** A class that was looked at twice; the gradebook is written as a run writes it. */
function makeClass(): void {
  const file = sampleFile(learners.map((one) => sampleMarks(one, 'empty')));
  const override = {
    at: '2026-11-20T09:00:00.000Z',
    learner: learners[1]?.id ?? '',
    reason: 'was ill',
    what: 'exempt' as const,
    lab: 'table',
  };
  writeClass(home, {
    ...file,
    rules: { ...noRules, timeZone: 'Asia/Tokyo' },
    history: [...file.history, override],
  });
  const gradebook = openGradebook(classFolder(home, 'spring'));
  for (const time of ['first', 'second'] as const) {
    const labs = allLabs.map(({ id }) => id);
    const run = gradebook.begin({
      began: at[time],
      version: '0.1.0',
      labs,
      learners: learners.map(({ id }) => id),
    });
    for (const [nth, learner] of learners.entries())
      gradebook.keep(run.id, at[time], gradeOf(sampleMarks(learner, seen[time][nth] ?? 'empty')));
    gradebook.end(run.id, at[time]);
  }
  gradebook.close();
}

function gradeOf({ learner, state, cause, steps }: Marks): LearnerGrade {
  const read = state === 'unreadable' ? 'unreadable' : 'read';
  return {
    learner: learner.id,
    state: read,
    cause,
    calls: 1,
    steps: steps.flatMap(({ lab, step, optional, result }) =>
      result ? [{ lab, step, optional, result }] : [],
    ),
  };
}

const grade = (...line: string[]) => handson(['grade', 'spring', ...line], { env: { HANDSON_HOME: home } });
const inHome = (name: string) => path.join(home, name);
const csvIn = (name: string) => parseCsv(readFileSync(inHome(name), 'utf8').replace('\ufeff', ''));

test('every export is made of what was seen last, without looking at any account', async () => {
  const files = ['csv', 'junit', 'markdown', 'chase'];
  const options = files.flatMap((option) => [`--${option}`, inHome(`out.${option}`)]);
  const done = await grade('--last', '--json', '--html', inHome('report'), ...options);
  expect(done.exitCode, String(done.stderr)).toBe(2);

  const document = JSON.parse(String(done.stdout));
  ajv.validate(document.schema, document);
  expect(ajv.errors ?? []).toEqual([]);
  expect(document.run.id).toBe(2);
  expect(document.learners).toHaveLength(learners.length);

  const [head = [], ...rows] = csvIn('out.csv');
  const column = (name: string) => rows.map((row) => row[head.indexOf(name)]);
  expect(column('api-lambda')).toEqual(['6', '', '', '', '']);
  expect(column('State')).toEqual(['read', 'read', 'unreadable', 'read', 'read']);
  for (const { labs, name, score } of document.learners)
    expect(labs.flatMap((one: { steps: unknown[] }) => one.steps).length, name).toBeGreaterThan(score.of - 1);

  const suites = parseXml(readFileSync(inHome('out.junit'), 'utf8')).children;
  expect(suites).toHaveLength(learners.length * allLabs.length);
  expect(csvIn('out.chase').map((row) => row[4])).toEqual([
    'Reason',
    'blocked',
    'unreadable',
    'blocked',
    'blocked',
  ]);
  expect(readFileSync(inHome('out.markdown'), 'utf8')).toContain('## Class spring, run 2');
  expect(readdirSync(inHome('report/learners'))).toHaveLength(learners.length);
  for (const option of files) expect(statSync(inHome(`out.${option}`)).mode & 0o777).toBe(0o600);
  expect(readdirSync(home).filter((name) => name.includes('draft'))).toEqual([]);
}, 60_000);

test('after a run it is told what changed, what is missing for most, and whom to chase', async () => {
  const { stderr, stdout } = await grade('--last');
  expect(stderr).toMatch(/steps newly done \d+ \(learners: 1\), no longer seen done 0\./);
  expect(stderr).toContain('1 × 4.4: The function translate-function does not let API Gateway call it');
  expect(stderr).toMatch(/Learners to chase: 4 \(held up by an earlier step 3, unreadable 1\)/);
  expect(stderr).toContain('handson grade spring --last --chase chase.csv');
  expect(String(stdout).split('\n')).toHaveLength(learners.length);
  expect(stdout).toContain('unreadable (access denied)');
});

test('one run is told as it was', async () => {
  const { stdout } = await grade('--run', '1', '--json');
  const { run, learners: told } = JSON.parse(String(stdout));
  expect(run.id).toBe(1);
  expect(told[0].score.incomplete).toBeGreaterThan(0);
  const wrong = await grade('--run', '7');
  expect(wrong.exitCode).toBe(64);
  expect(wrong.stderr).toContain('Its runs: 2, 1');
});

describe('one learner', () => {
  test('is shown with what changed, when it was first seen, and what was decided', async () => {
    const [done, exempt] = learners;
    const shown = await grade('--show', done?.id ?? '');
    expect(shown.exitCode, String(shown.stderr)).toBe(0);
    expect(shown.stdout).toContain('4.4 Let API Gateway call the function: not yet → done');
    expect(shown.stdout).toContain('first seen Nov 21, 2026, 12:00 PM (Asia/Tokyo), run 2');
    expect(shown.stdout).toContain('lambda:GetPolicy Statement: expected apigateway, found –');
    const other = await grade('--show', exempt?.name ?? '', '--plain');
    expect(other.exitCode).toBe(1);
    expect(other.stdout).toContain('was ill');
    expect(other.stdout).toContain('exempt 5.1');
  });

  test('has the steps that changed in the order of the course', async () => {
    const { stdout } = await grade('--show', learners[0]?.id ?? '');
    const changed = [...String(stdout).matchAll(/^ {2}(\d+)\.(\d+) .*→/gm)].map(([, lab, step]) => [
      Number(lab),
      Number(step),
    ]);
    expect(new Set(changed.map(([lab]) => lab)).size).toBeGreaterThan(2);
    expect(changed).toEqual(changed.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d));
  });

  test('is told to programs as the schema says', async () => {
    for (const { id } of learners) {
      const document = JSON.parse(String((await grade('--show', id, '--json')).stdout));
      ajv.validate(document.schema, document);
      expect(ajv.errors ?? []).toEqual([]);
      expect(document.learner.id).toBe(id);
      expect(JSON.stringify(document)).not.toContain('external-');
    }
  }, 60_000);

  test('who is not there is not shown', async () => {
    expect((await grade('--show', 'Nobody')).exitCode).toBe(64);
  });
});

describe('what cannot be', () => {
  const told = {
    en: /(do|does) not go with --watch/,
    ja: /--watch と一緒に使えません/,
    vi: /không đi cùng --watch/,
  };
  const lines = [['--last'], ['--run', '1'], ['--show', learners[0]?.id ?? '']];
  test.each(
    lines.flatMap((line) => (['en', 'ja', 'vi'] as const).map((lang) => [line.join(' '), lang] as const)),
  )('%s does not go with --watch, and says so in %s', async (line, lang) => {
    const { stdout, stderr, exitCode } = await grade(...line.split(' '), '--watch', '60', '--lang', lang);
    expect([stdout, exitCode]).toEqual(['', 64]);
    expect(String(stderr).replace(/\s+/g, ' ')).toMatch(told[lang]);
  });

  test.each([
    [['--csv-for', 'blackboard', '--csv', 'x'], 'moodle or canvas'],
    [['--csv-for', 'moodle'], 'needs --csv FILE'],
    [['--last', '--initials', '--csv', 'x'], 'does not go with --csv'],
    [['--last', '--initials', '--json'], 'does not go with --json'],
    [['--last', '--run', '1'], 'give one of them'],
    [['--last', '--resume'], 'do not go with --resume'],
  ])('%j is refused before anything is looked at', async (line, told) => {
    const { exitCode, stderr } = await grade(...line);
    expect(stderr).toContain(told);
    expect(exitCode).toBe(64);
  });

  test('a place where nothing can be written is told, with how to do it again', async () => {
    const { exitCode, stderr } = await grade('--last', '--csv', inHome('no/such/folder.csv'));
    expect(exitCode).toBe(64);
    expect(stderr).toMatch(/folder\.csv could not be written \(ENOENT\).*--last --csv/);
    writeFileSync(inHome('a-file'), '');
    expect((await grade('--last', '--html', inHome('a-file'))).stderr).toContain('could not be written');
  });

  test('a report is not written through a link', async () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'handson-outside-'));
    symlinkSync(outside, inHome('link'));
    expect((await grade('--last', '--html', inHome('link'))).stderr).toContain('symbolic link');
    expect(readdirSync(outside)).toEqual([]);
    rmSync(outside, { recursive: true });
  });
});

test('what Moodle and Canvas get is written, and who is left out is counted', async () => {
  const moodle = await grade('--last', '--csv', inHome('moodle.csv'), '--csv-for', 'moodle');
  expect(moodle.stderr).not.toContain('left out');
  expect(csvIn('moodle.csv')[0]?.slice(0, 2)).toEqual(['Name', 'Email address']);
  await grade('--last', '--csv', inHome('canvas.csv'), '--csv-for', 'canvas', '--lang', 'ja');
  expect(csvIn('canvas.csv')[2]?.slice(5)).toEqual(['2', '5', '3', '4', '6', '3', '3', '3']);
  expect(csvIn('canvas.csv')[3]?.at(-3)).toBe('EX');
});

test('with initials nobody can be found in a report', async () => {
  await grade('--last', '--initials', '--html', inHome('initials'), '--markdown', inHome('initials.md'));
  const pages = readdirSync(inHome('initials/learners')).map((file) => inHome(`initials/learners/${file}`));
  expect(existsSync(inHome('initials/index.html'))).toBe(true);
  for (const file of [...pages, inHome('initials/index.html'), inHome('initials.md')]) {
    const text = readFileSync(file, 'utf8');
    for (const { account, name, email = '' } of learners)
      for (const own of [account, name, email]) expect(text).not.toContain(own);
  }
});
