import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ClassFile, newClass } from './class-file.ts';
import { classFileFaults } from './class-file-faults.ts';
import { noRules } from './rules.ts';

const at = '2026-11-20T00:00:00.000Z';
const file: ClassFile = {
  ...newClass({ name: 'spring', instructor: '999988887777', region: 'ap-northeast-1', at }),
  learners: [
    {
      id: '222233334444',
      name: '山田花子',
      email: 'hana@example.com',
      account: '222233334444',
      role: 'arn:aws:iam::222233334444:role/ServerlessCourseGrader',
      region: 'ap-northeast-1',
      prefix: '',
      language: 'ja',
      externalId: 'x-1',
      access: { verdict: 'safe', at },
    },
  ],
  rules: {
    ...structuredClone(noRules),
    timeZone: 'Asia/Tokyo',
    deadlines: { '*': '2026-12-01T18:00' },
    late: { percentPerDay: 10, atMost: 50 },
  },
  history: [
    { at, what: 'init' },
    { at, what: 'add', learners: ['111122223333'] },
    { at, what: 'access', learner: '111122223333', from: null, to: 'closed' },
    { at, what: 'rules', from: structuredClone(noRules), to: structuredClone(noRules) },
    { at, what: 'move', learner: '222233334444', from: '111122223333', reason: 'r' },
    { at, what: 'extend', learner: '222233334444', lab: '*', until: '2026-12-02T18:00', reason: 'r' },
    { at, what: 'exempt', learner: '222233334444', lab: 'table', reason: 'r' },
    {
      at,
      what: 'override',
      learner: '222233334444',
      lab: 'table',
      step: 'capacity',
      points: 0.5,
      reason: 'r',
    },
    { at, what: 'lift', of: 'exempt', learner: '222233334444', lab: 'table', reason: 'r' },
    { at, what: 'regrade', learner: '222233334444', reason: 'r' },
    { at, what: 'withdraw', learner: '222233334444', reason: 'r' },
    { at, what: 'rejoin', learner: '222233334444', reason: 'r' },
    { at, what: 'forget' },
  ],
};

test('a class file as it is written has no fault', () => {
  expect(classFileFaults(file)).toEqual([]);
});

describe('a fault is told with its place', () => {
  test.each<[says: string, place: string, value: unknown, wanted: string, at?: string]>([
    ['a member missing', 'history', undefined, 'list'],
    ['another version', 'schema', 'handson.class-file/9', 'schema'],
    ['a short account', 'learners[0].account', '1', 'account'],
    ['a number for a name', 'learners[0].name', 7, 'text'],
    ['an unknown language', 'learners[0].language', 'fr', 'one-of'],
    ['a word too many', 'learners[0].emial', 'x', 'nothing'],
    ['a wrong zone', 'rules.timeZone', 'Asia/Tokio', 'zone'],
    ['a deadline with an offset', 'rules.deadlines.table', '2026-12-01T18:00Z', 'local-time'],
    ['points below nothing', 'rules.points.table', -1, 'points'],
    ['more than all taken off', 'rules.late.atMost', 101, 'percent'],
    ['an unknown change', 'history[3]', { at, what: 'bribe' }, 'one-of', 'history[3].what'],
    ['a decision without a reason', 'history[6].reason', undefined, 'text'],
    ['a time that is none', 'history[1].at', 'yesterday', 'time'],
    ['a list that is none', 'learners', {}, 'list'],
  ])('%s', (_, place, value, wanted, at = place) => {
    const faults = classFileFaults(changed(place, value));
    expect(faults.map((one) => [one.place, one.wanted])).toEqual([[at, wanted]]);
  });

  test('an id that two learners have', () => {
    const twice = { ...file, learners: [...file.learners, ...file.learners] };
    expect(classFileFaults(twice)).toMatchObject([{ place: 'learners[1].id', wanted: 'own-id' }]);
  });

  test('whatever is in the file, nothing is thrown', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('learners', 'rules', 'history', 'schema', ''),
        (value, key) => {
          const faults = classFileFaults(key === '' ? value : { ...file, [key]: value });
          for (const { place, found } of faults) expect(typeof place + typeof found).toBe('stringstring');
        },
      ),
    );
  });
});

/** The file with another value at that place; `undefined` takes it away. */
function changed(place: string, value: unknown): unknown {
  const copy = structuredClone(file);
  const names = place.split(/[.[\]]+/).filter(Boolean);
  const last = names.pop() ?? '';
  let at = copy as unknown as Record<string, unknown>;
  for (const name of names) at = at[name] as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
}
