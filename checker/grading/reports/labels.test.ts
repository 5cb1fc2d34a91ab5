import { expect, test } from 'vitest';
import type { Learner } from '../learner.ts';
import { initialNames } from './labels.ts';
import { sampleFile, sampleLearner } from './sample-class.fixture.ts';

const labelsOf = (...learners: Learner[]) => initialNames({ ...sampleFile([]), learners });
const named = (name: string, at = 0) => ({ ...sampleLearner(at), name });

test.each([
  ['Nguyễn Thị Hoa', /^N\. T\. H\. [0-9a-f]{4}$/],
  ['山田 花子', /^山\. 花\. [0-9a-f]{4}$/],
  ['山田花子', /^山\. [0-9a-f]{4}$/],
  ['Jean-Luc O’Brien', /^J\. O\. [0-9a-f]{4}$/],
  ['<img onerror>', /^i\. o\. [0-9a-f]{4}$/],
  ['がく', /^が\. [0-9a-f]{4}$/],
  ['***', /^\? [0-9a-f]{4}$/],
])('%s is shown as initials and a tag', (name, label) => {
  const learner = named(name);
  expect(labelsOf(learner).nameOf(learner)).toMatch(label);
});

test('the same initials are told apart, and a label stays when others join', () => {
  const early = Array.from({ length: 300 }, (_, at) => named('Ann Bell', at));
  const late = Array.from({ length: 300 }, (_, at) => named('Ann Bell', at + 300));
  const before = labelsOf(...early);
  const after = labelsOf(...early, ...late);
  expect(early.map(after.nameOf)).toEqual(early.map(before.nameOf));
  expect(new Set([...early, ...late].map(after.nameOf)).size).toBe(600);
});

test('in texts nothing is left by which somebody could be found', () => {
  const learner = { ...named('Hoa'), prefix: 'hoa-' };
  const { redact, accountOf } = labelsOf(learner);
  const said = redact(
    `${learner.role} of ${learner.email} in ${learner.account}: hoa-translate-function (Hoa)`,
    learner,
  );
  for (const own of [learner.role, learner.email, learner.account, 'hoa-', 'Hoa', learner.externalId])
    expect(said).not.toContain(own);
  expect(accountOf(learner)).toBe(`…${learner.account.slice(-4)}`);
});

test('who has no account is known by an address, and it is not told either', () => {
  const learner = { ...named('Hoa'), account: 'sandbox', id: 'hoa@example.com', role: '', externalId: '' };
  const { redact, accountOf } = labelsOf(learner);
  expect(accountOf(learner)).toBe('sandbox');
  expect(redact('hoa@example.com in the sandbox', learner)).toBe('… in the sandbox');
});
