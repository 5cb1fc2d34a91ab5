import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result } from '#labs/kit/result.ts';
import { type ClassFile, newClass } from './class-file.ts';
import type { Standing } from './gradebook.ts';
import type { Learner } from './learner.ts';
import { instantOf } from './local-time.ts';
import { countedIn, type Marks, marksOf } from './marks.ts';
import { type Decision, noRules, type Rules } from './rules.ts';

const ann: Learner = {
  id: '222233334444',
  name: 'Ann',
  account: '222233334444',
  role: 'arn:aws:iam::222233334444:role/ServerlessCourseGrader',
  region: 'ap-northeast-1',
  prefix: '',
  language: 'en',
  externalId: 'x-1',
};
const at = '2026-11-01T00:00:00.000Z';
const init = newClass({ name: 'spring', instructor: '999988887777', region: 'ap-northeast-1', at });
const decided = { at, learner: ann.id, reason: 'because' };
const due = '2026-12-01T18:00';
const dueAt = instantOf(due, 'Asia/Tokyo');
const hour = 3_600_000;

const result = (outcome: Result['outcome']): Result => ({
  outcome,
  cause: outcome === 'pass' ? null : 'different',
  messages: [],
  next: null,
  evidence: [],
});

type Step = Standing['steps'][number];
const seen = (
  step: string,
  outcome: Result['outcome'],
  more: Partial<Step> & { best?: Step['best'] } = {},
): Step => ({
  lab: 'one',
  step,
  optional: false,
  result: result(outcome),
  ...more,
});
const passed = (step: string, bestAt: number, more: Partial<Step> = {}) =>
  seen(step, 'pass', { best: { at: bestAt, run: 1 }, ...more });

function marks(
  steps: Step[],
  { rules = {}, history = [], ...standing }: Partial<Standing> & Within = {},
): Marks {
  const file: ClassFile = {
    ...init,
    learners: [ann],
    rules: { ...noRules, timeZone: 'Asia/Tokyo', ...rules },
    history: [...init.history, ...history],
  };
  return marksOf(file, ann, { learner: ann.id, at: dueAt, state: 'read', cause: null, steps, ...standing });
}

interface Within {
  rules?: Partial<Rules>;
  history?: Decision[];
}

const told = ({ steps }: Marks) => steps.map(({ credit, points, of }) => [credit, points, of]);

describe('without rules', () => {
  test('a step is worth a point and an optional one none, and what cannot be told is no zero', () => {
    const all = marks([
      passed('a', 1),
      seen('b', 'fail'),
      seen('c', 'unknown'),
      seen('d', 'blocked'),
      seen('e', 'waiting'),
      passed('f', 1, { optional: true }),
    ]);
    expect(told(all)).toEqual([
      ['credited', 1, 1],
      ['not-yet', 0, 1],
      ['incomplete', null, 1],
      ['incomplete', null, 1],
      ['incomplete', null, 1],
      ['credited', 0, 0],
    ]);
    expect(all).toMatchObject({ points: 1, of: 5, incomplete: 3 });
  });

  test('what was seen once stays, whatever is seen now', () => {
    const later = (['fail', 'unknown', 'waiting', 'blocked'] as const).map((now) =>
      seen('a', now, { best: { at: 1, run: 1 } }),
    );
    for (const step of later) expect(told(marks([step]))).toEqual([['credited', 1, 1]]);
  });

  test('nobody has looked: there is neither a step nor a point', () => {
    const nothing = marksOf({ ...init, learners: [ann] }, ann, undefined);
    expect(nothing).toMatchObject({
      state: 'not-looked-at',
      steps: [],
      points: 0,
      of: 0,
      incomplete: 0,
      at: null,
    });
  });
});

describe('points', () => {
  test('are those of the step', () => {
    const points = { 'one/a': 3, 'one/f': 2, 'two/a': 9 };
    const all = marks([passed('a', 1), seen('b', 'fail'), passed('f', 1, { optional: true })], {
      rules: { points },
    });
    expect(told(all)).toEqual([
      ['credited', 3, 3],
      ['not-yet', 0, 1],
      ['credited', 2, 2],
    ]);
    expect(all).toMatchObject({ points: 5, of: 6 });
  });

  test('of a lab are shared out by what its steps are worth', () => {
    const points = { one: 10, 'one/a': 2 };
    const steps = [
      passed('a', 1),
      passed('b', 1),
      passed('f', 1, { optional: true }),
      passed('a', 1, { lab: 'two' }),
    ];
    const all = marks(steps, { rules: { points } });
    expect(told(all)).toEqual([
      ['credited', 6.67, 6.67],
      ['credited', 3.33, 3.33],
      ['credited', 0, 0],
      ['credited', 1, 1],
    ]);
    expect(all).toMatchObject({ points: 11, of: 11 });
  });

  test('of a lab come to exactly what was said, however its steps are weighed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.array(fc.record({ weight: fc.integer({ min: 0, max: 9 }), optional: fc.boolean() }), {
          minLength: 1,
          maxLength: 12,
        }),
        (cents, steps) => {
          const points: Record<string, number> = { one: cents / 100 };
          const all = steps.map(({ weight, optional }, nth) => {
            points[`one/${nth}`] = weight;
            return passed(`${nth}`, 1, { optional });
          });
          const { points: got, of, steps: told } = marks(all, { rules: { points } });
          expect(got).toBe(cents / 100);
          expect(of).toBe(cents / 100);
          if (steps.some(({ weight }) => weight > 0))
            for (const [nth, { weight }] of steps.entries()) if (weight === 0) expect(told[nth]?.of).toBe(0);
        },
      ),
    );
  });
});

describe('a deadline', () => {
  const rules = { deadlines: { one: due } };
  const late = { percentPerDay: 10, atMost: 50 };

  test('lets the best that was seen by then count, and not what was seen after it', () => {
    expect(told(marks([passed('a', dueAt)], { rules }))).toEqual([['credited', 1, 1]]);
    expect(told(marks([passed('a', dueAt + 1)], { rules }))).toEqual([['late', 0, 1]]);
    const broken = seen('a', 'fail', { best: { at: dueAt - hour, run: 1 } });
    expect(told(marks([broken], { rules, at: dueAt + hour }))).toEqual([['credited', 1, 1]]);
  });

  test('is one for every lab that has none of its own', () => {
    const deadlines = { '*': due, two: '2026-12-08T18:00' };
    const steps = [passed('a', dueAt + 1), passed('a', dueAt + 1, { lab: 'two' })];
    expect(told(marks(steps, { rules: { deadlines } }))).toEqual([
      ['late', 0, 1],
      ['credited', 1, 1],
    ]);
  });

  test.each([
    [0, 1],
    [1, 0.9],
    [24 * hour, 0.9],
    [24 * hour + 1, 0.8],
    [4 * 24 * hour, 0.6],
    [5 * 24 * hour, 0.5],
    [400 * 24 * hour, 0.5],
  ])('takes off by the day: %i ms after it %d are left', (after, left) => {
    expect(marks([passed('a', dueAt + after)], { rules: { ...rules, late } }).points).toBe(left);
  });

  test('counts days by the calendar of the class, also where the clock changes', () => {
    const inNewYork = { timeZone: 'America/New_York', deadlines: { one: '2026-10-31T18:00' }, late };
    const zero = Date.parse('2026-10-31T22:00Z');
    const worthAfter = (hours: number) =>
      marks([passed('a', zero + hours * hour)], { rules: inNewYork }).points;
    expect([worthAfter(0), worthAfter(24), worthAfter(25), worthAfter(25.001)]).toEqual([1, 0.9, 0.9, 0.8]);
  });

  test('does not move what is not seen to pass: a fail is a fail, an unknown no zero', () => {
    const steps = [seen('a', 'fail'), seen('b', 'unknown')];
    expect(told(marks(steps, { rules: { ...rules, late }, at: dueAt + hour }))).toEqual([
      ['not-yet', 0, 1],
      ['incomplete', null, 1],
    ]);
  });

  test('seen later is never worth more', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('UTC', 'Asia/Tokyo', 'America/New_York', 'Pacific/Apia', 'Europe/London'),
        fc.integer({ min: Date.UTC(2011, 0), max: Date.UTC(2030, 0) }),
        fc.integer({ min: -5 * 24 * hour, max: 20 * 24 * hour }),
        fc.integer({ min: 0, max: 5 * 24 * hour }),
        fc.record({
          percentPerDay: fc.integer({ min: 0, max: 100 }),
          atMost: fc.integer({ min: 0, max: 100 }),
        }),
        (timeZone, day, after, more, policy) => {
          const deadline = new Date(day).toISOString().slice(0, 16);
          const zero = instantOf(deadline, timeZone);
          const worth = (seenAt: number) =>
            marks([passed('a', seenAt)], { rules: { timeZone, deadlines: { one: deadline }, late: policy } })
              .points;
          const [sooner, later] = [worth(zero + after), worth(zero + after + more)];
          expect(later).toBeLessThanOrEqual(sooner);
          expect(later).toBeGreaterThanOrEqual(1 - policy.atMost / 100 - 1e-9);
          if (after <= 0) expect(sooner).toBe(1);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('decisions', () => {
  const rules = { deadlines: { one: due } };
  const extend = (until: string, lab = 'one'): Decision => ({ ...decided, what: 'extend', lab, until });
  const worth = (history: Decision[], after = 24 * hour) =>
    told(marks([passed('a', dueAt + after)], { rules, history }))[0]?.[0];

  test('an extension moves the deadline of one learner, and never to an earlier time', () => {
    expect(worth([extend('2026-12-03T18:00')])).toBe('credited');
    expect(worth([extend('2026-12-03T18:00')], 49 * hour)).toBe('late');
    expect(worth([extend('2026-11-20T18:00')], 0)).toBe('credited');
    expect(worth([extend('2026-12-03T18:00', '*')])).toBe('credited');
    expect(worth([extend('2026-12-03T18:00', 'two')])).toBe('late');
    expect(worth([{ ...extend('2026-12-03T18:00'), learner: '333344445555' }])).toBe('late');
  });

  test('of two the later holds, and one can be taken back', () => {
    expect(worth([extend('2026-12-09T18:00'), extend('2026-12-01T19:00')])).toBe('late');
    const lift: Decision = { ...decided, what: 'lift', of: 'extend', lab: 'one' };
    expect(worth([extend('2026-12-09T18:00'), lift])).toBe('late');
    expect(worth([extend('2026-12-09T18:00'), lift, extend('2026-12-09T18:00')])).toBe('credited');
  });

  test('what is exempt counts neither for nor against', () => {
    const steps = [seen('a', 'fail'), passed('b', 1), seen('a', 'unknown', { lab: 'two' })];
    const step: Decision = { ...decided, what: 'exempt', lab: 'one', step: 'a' };
    const lab: Decision = { ...decided, what: 'exempt', lab: 'two' };
    const all = marks(steps, { history: [step, lab] });
    expect(told(all)).toEqual([
      ['exempt', 0, 0],
      ['credited', 1, 1],
      ['exempt', 0, 0],
    ]);
    expect(all).toMatchObject({ points: 1, of: 1, incomplete: 0 });
    expect(all.steps[0]).toMatchObject({ source: 'instructor', result: { outcome: 'fail' } });
    const back: Decision = { ...decided, what: 'lift', of: 'exempt', lab: 'two', step: 'a' };
    expect(told(marks(steps, { history: [step, lab, back] }))[2]).toEqual(['incomplete', null, 1]);
  });

  test('what the instructor gave stands above what was seen, and says so', () => {
    const give = (points: number): Decision => ({
      ...decided,
      what: 'override',
      lab: 'one',
      step: 'a',
      points,
    });
    const exempt: Decision = { ...decided, what: 'exempt', lab: 'one' };
    const lift: Decision = { ...decided, what: 'lift', of: 'override', lab: 'one', step: 'a' };
    const worth = (...history: Decision[]) => told(marks([seen('a', 'unknown')], { history }))[0];
    expect(worth(give(0.5))).toEqual(['set', 0.5, 1]);
    expect(worth(give(0.5), give(1))).toEqual(['set', 1, 1]);
    expect(worth(give(0.5), exempt)).toEqual(['exempt', 0, 0]);
    expect(worth(exempt, give(0.5))).toEqual(['set', 0.5, 1]);
    expect(worth(exempt, give(0.5), lift)).toEqual(['exempt', 0, 0]);
    expect(worth(give(0.5), lift)).toEqual(['incomplete', null, 1]);
    expect(worth(give(0.5), { ...decided, what: 'regrade', lab: 'one' })).toEqual(['incomplete', null, 1]);
    expect(worth(give(0.5), { ...decided, what: 'regrade', lab: 'two' })).toEqual(['set', 0.5, 1]);
    expect(marks([passed('a', 1)], { history: [give(0)] }).steps[0]?.source).toBe('instructor');
  });

  test('who has withdrawn is marked so, until they return', () => {
    const withdraw: Decision = { ...decided, what: 'withdraw' };
    expect(marks([passed('a', 1)], { history: [withdraw] }).state).toBe('withdrawn');
    const back = marks([passed('a', 1)], { history: [withdraw, { ...decided, what: 'rejoin' }] });
    expect(back).toMatchObject({ state: 'read', points: 1 });
  });

  test('go with a learner who moves to another account', () => {
    const old = { ...decided, learner: '111122223333' };
    const history: Decision[] = [
      { ...old, what: 'override', lab: 'one', step: 'a', points: 1 },
      { ...decided, what: 'move', from: old.learner },
    ];
    expect(told(marks([seen('a', 'fail')], { history }))).toEqual([['set', 1, 1]]);
    expect(told(marks([seen('a', 'fail')], { history: history.slice(0, 1) }))).toEqual([['not-yet', 0, 1]]);
  });
});

describe("a learner's word", () => {
  const claimed = { at: 5, run: 1, source: 'claimed', how: 'earned' } as const;

  test('is told apart and gives no points', () => {
    const all = marks([seen('a', 'unknown', { best: claimed }), passed('b', 1)]);
    expect(all.steps[0]).toMatchObject({
      credit: 'credited',
      source: 'claimed',
      how: 'earned',
      points: null,
    });
    expect(all).toMatchObject({ points: 1, of: 2, incomplete: 1 });
  });

  test('does not hold against our own eyes', () => {
    const all = marks([seen('a', 'fail', { best: claimed })]);
    expect(all.steps[0]).toMatchObject({ credit: 'not-yet', source: 'seen', points: 0, first: null });
    const word = marks([seen('a', 'fail', { source: 'claimed' })]);
    expect(word.steps[0]).toMatchObject({ credit: 'incomplete', source: 'claimed', points: null });
  });

  test('that we have seen too is seen', () => {
    const best = { at: 9, run: 2, source: 'seen', how: 'provided' } as const;
    const all = marks([seen('a', 'unknown', { source: 'claimed', best })]);
    expect(all.steps[0]).toMatchObject({ credit: 'credited', source: 'seen', how: 'provided', points: 1 });
  });
});

describe('a clean account', () => {
  const rules = { cleaned: 2 };
  const cleaned = (standing: Partial<Standing> & Within) => marks([passed('a', 1)], { rules, ...standing });

  test('is credited from when it was first seen', () => {
    const all = cleaned({ cleaned: 9, empty: true });
    expect(all.cleaned).toEqual({ at: 9, points: 2, of: 2 });
    expect(all).toMatchObject({ points: 3, of: 3, incomplete: 0 });
    expect(cleaned({ cleaned: 9, empty: null }).cleaned.points).toBe(2);
  });

  test('is not credited while something is there, and is no zero where nobody can tell', () => {
    expect(cleaned({ empty: false })).toMatchObject({
      cleaned: { at: null, points: 0, of: 2 },
      points: 1,
      of: 3,
    });
    expect(cleaned({ empty: null })).toMatchObject({
      cleaned: { points: null },
      points: 1,
      of: 3,
      incomplete: 1,
    });
    expect(cleaned({})).toMatchObject({ cleaned: { points: null }, incomplete: 1 });
  });

  test('that was always empty earns nothing', () => {
    expect(marks([seen('a', 'fail')], { rules, empty: true }).cleaned).toEqual({
      at: null,
      points: 0,
      of: 2,
    });
  });

  test('is worth nothing where the class says nothing of it', () => {
    expect(marks([passed('a', 1)], {})).toMatchObject({
      cleaned: { points: 0, of: 0 },
      of: 1,
      incomplete: 0,
    });
  });

  test('can be given or left out by the instructor', () => {
    const on = { ...decided, lab: 'cleaned' } as const;
    expect(cleaned({ history: [{ ...on, what: 'override', step: 'cleaned', points: 1 }] }).cleaned).toEqual({
      at: null,
      points: 1,
      of: 2,
    });
    expect(cleaned({ history: [{ ...on, what: 'exempt' }] })).toMatchObject({ of: 1, incomplete: 0 });
  });
});

test('sums are what a person would add up', () => {
  const tenth = Array.from({ length: 3 }, () => ({ points: 0.1, of: 0.1 }));
  expect(countedIn(tenth)).toEqual({ points: 0.3, of: 0.3, incomplete: 0 });
});
