import { expect, test } from 'vitest';
import type { Marks, StepMark } from '../marks.ts';
import { junitXml } from './junit.ts';
import { fullNames, initialNames } from './labels.ts';
import { type Element, parseXml } from './parse-xml.fixture.ts';
import { allLabs, at, sampleClass, sampleFile, sampleLearner, sampleMarks } from './sample-class.fixture.ts';

const written = (rows: Marks[], labels = fullNames) =>
  [
    ...junitXml(rows, {
      className: 'spring',
      run: { id: 1, began: at, version: '0.1.0' },
      labs: allLabs,
      locale: 'en',
      labels,
    }),
  ].join('');

/** The structure of JUnit.xsd (Windy Road, for Ant): what must stand where, and of what kind it is. */
const required: Record<string, Record<string, RegExp>> = {
  testsuites: {},
  testsuite: {
    package: /^\S+$/,
    id: /^\d+$/,
    name: /^\S(.*\S)?$/,
    timestamp: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
    hostname: /^localhost$/,
    tests: /^\d+$/,
    failures: /^\d+$/,
    errors: /^\d+$/,
    time: /^\d+$/,
  },
  properties: {},
  property: { name: /./, value: /./ },
  testcase: { name: /^\S(.*\S)?$/, classname: /^\S+$/, time: /^\d+$/ },
  failure: { type: /./ },
  error: { type: /./ },
  skipped: {},
  'system-out': {},
  'system-err': {},
};
const allowed: Record<string, string[]> = {
  testsuite: ['skipped'],
  failure: ['message'],
  error: ['message'],
  skipped: ['message'],
};

function holds({ name, attributes, children }: Element): void {
  const must = required[name];
  if (!must) throw new Error(`${name} is not in the schema`);
  for (const [key, kind] of Object.entries(must)) expect(attributes[key], `${name} ${key}`).toMatch(kind);
  for (const key of Object.keys(attributes))
    expect([...Object.keys(must), ...(allowed[name] ?? [])]).toContain(key);
  if (name === 'testsuite')
    expect(children.map((one) => one.name).join(' ')).toMatch(
      /^properties( testcase)* system-out system-err$/,
    );
  if (name === 'testcase') expect(children.length).toBeLessThanOrEqual(1);
  children.forEach(holds);
}

test('it has the structure of the schema, whatever learners are called', () => {
  const root = parseXml(written(sampleClass(9)));
  holds(root);
  expect(root.children.map(({ attributes }) => attributes.id)).toEqual(
    root.children.map((_, nth) => String(nth)),
  );
});

test('there is a suite for each learner and lab, and its counts are those of its cases', () => {
  const rows = sampleClass(7);
  const root = parseXml(written(rows));
  expect(root.children).toHaveLength(rows.length * allLabs.length);
  for (const { attributes, children } of root.children) {
    const cases = children.filter(({ name }) => name === 'testcase');
    const count = (kind: string) => String(cases.filter((one) => one.children[0]?.name === kind).length);
    expect(attributes).toMatchObject({
      tests: String(cases.length),
      failures: count('failure'),
      errors: count('error'),
      skipped: count('skipped'),
    });
  }
});

const done = sampleMarks(sampleLearner(3), 'finished');
const verdict = (change: Partial<StepMark>) => {
  const steps = done.steps.map((one, nth) => (nth === 0 ? { ...one, ...change } : one));
  const [first] = parseXml(written([{ ...done, steps }])).children;
  const [told] = first?.children.find(({ name }) => name === 'testcase')?.children ?? [];
  return told ? [told.name, told.attributes.type ?? ''] : ['pass', ''];
};
const result = (
  outcome: 'fail' | 'unknown' | 'waiting' | 'blocked',
  cause: 'absent' | 'denied' | 'late' | 'needs',
) => ({
  outcome,
  cause,
  messages: [],
  next: null,
  evidence: [],
});

test.each<[string, Partial<StepMark>, string[]]>([
  ['a pass', {}, ['pass', '']],
  ['a late pass', { credit: 'late', points: 0.5 }, ['pass', '']],
  ['a fail', { credit: 'not-yet', points: 0, result: result('fail', 'absent') }, ['failure', 'absent']],
  [
    'what was denied',
    { credit: 'incomplete', points: null, result: result('unknown', 'denied') },
    ['error', 'denied'],
  ],
  [
    'what AWS is late with',
    { credit: 'incomplete', points: null, result: result('waiting', 'late') },
    ['error', 'late'],
  ],
  [
    'what is blocked',
    { credit: 'incomplete', points: null, result: result('blocked', 'needs') },
    ['skipped', ''],
  ],
  ['a word alone', { source: 'claimed', points: null }, ['error', 'claimed']],
  ['an exemption', { credit: 'exempt', points: 0, of: 0 }, ['skipped', '']],
  ['less points set', { credit: 'set', points: 0.5 }, ['failure', 'set']],
  ['all points set', { credit: 'set', points: 1 }, ['pass', '']],
  [
    'an optional step',
    { optional: true, of: 0, credit: 'not-yet', points: 0, result: result('fail', 'absent') },
    ['skipped', ''],
  ],
])('%s is told as what it is', (_what, change, expected) => {
  expect(verdict(change)).toEqual(expected);
});

test('no lab of somebody who could not be seen is green', () => {
  for (const kind of ['unreadable', 'not looked at'] as const)
    for (const { attributes } of parseXml(written([sampleMarks(sampleLearner(0), kind)])).children) {
      expect(Number(attributes.errors)).toBeGreaterThan(0);
      expect(Number(attributes.errors) + Number(attributes.skipped)).toBe(Number(attributes.tests));
    }
});

test('with initials nothing of the learner is told', () => {
  const { learner } = done;
  const rows = [{ ...done, learner: { ...learner, prefix: 'hanako-' } }];
  const xml = written(rows, initialNames(sampleFile(rows)));
  for (const own of [learner.name, learner.account, 'hanako-']) expect(xml).not.toContain(own);
});
