import type { Cause, Result } from '#labs/kit/result.ts';
import type { ClassFile } from './class-file.ts';
import type { GradeState } from './grade-learner.ts';
import type { Standing } from './gradebook.ts';
import type { Learner } from './learner.ts';

/**
 * `late`: seen to pass after the deadline. `incomplete`: not looked at, waiting or blocked, which is not a zero. `set`: the
 * instructor gave the points.
 */
export type Credit = 'credited' | 'late' | 'not-yet' | 'incomplete' | 'exempt' | 'set';

/** `seen`: by our own checks. `claimed`: the learner's word alone. */
export type Source = 'seen' | 'claimed' | 'instructor';

export interface StepMark {
  lab: string;
  step: string;
  optional: boolean;
  credit: Credit;
  /** `null`: nobody can tell yet. */
  points: number | null;
  of: number;
  source: Source;
  /** Whether the learner did it or it was done for them; known of a submission alone. */
  how: 'earned' | 'provided' | null;
  /** The first pass that counts. */
  first: { at: number; run: number } | null;
  /** What was seen last. */
  result: Result | null;
}

/** What one learner has, by the rules of the class and what was decided. Every export is made of this. */
export interface Marks {
  learner: Learner;
  state: GradeState | 'withdrawn' | 'not-looked-at';
  cause: Cause | null;
  /** When it was looked at last. */
  at: number | null;
  steps: StepMark[];
  /** `at`: when the account was first seen to hold nothing any more, after something had been credited. */
  cleaned: { at: number | null; points: number; of: number };
  points: number;
  of: number;
  /** Steps that count and that nobody can tell of yet. */
  incomplete: number;
}

export function marksOf(_file: ClassFile, learner: Learner, standing: Standing | undefined): Marks {
  const steps = (standing?.steps ?? []).map(markOf);
  return {
    learner,
    state: standing?.state ?? 'not-looked-at',
    cause: standing?.cause ?? null,
    at: standing?.at ?? null,
    steps,
    cleaned: { at: null, points: 0, of: 0 },
    ...countedIn(steps),
  };
}

/** What some of the steps come to. */
export function countedIn(steps: readonly StepMark[]): Pick<Marks, 'points' | 'of' | 'incomplete'> {
  const counted = steps.filter(({ of }) => of > 0);
  return {
    points: counted.reduce((sum, { points }) => sum + (points ?? 0), 0),
    of: counted.reduce((sum, { of }) => sum + of, 0),
    incomplete: counted.filter(({ points }) => points === null).length,
  };
}

function markOf({ lab, step, optional, result, best }: Standing['steps'][number]): StepMark {
  const of = optional ? 0 : 1;
  const facts = { lab, step, optional, of, source: 'seen', how: null, first: best ?? null, result } as const;
  if (best || result.outcome === 'pass') return { ...facts, credit: 'credited', points: of };
  return result.outcome === 'fail'
    ? { ...facts, credit: 'not-yet', points: 0 }
    : { ...facts, credit: 'incomplete', points: null };
}
