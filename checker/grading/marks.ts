import type { Cause, Result } from '#labs/kit/result.ts';
import type { ClassFile } from './class-file.ts';
import { daysLate, deadlineOf, shareLeft } from './deadlines.ts';
import { type Decided, decidedOf } from './decisions.ts';
import type { GradeState } from './grade-learner.ts';
import type { Standing } from './gradebook.ts';
import type { Learner } from './learner.ts';
import { instantsIn } from './local-time.ts';
import { cleanedLab, noRules, type Rules } from './rules.ts';
import { worthOf } from './worth.ts';

/**
 * `late`: first seen to pass after the deadline. `incomplete`: not looked at, waiting or blocked, which is not a zero.
 * `set`: the instructor gave the points. What passes by the learner's word alone is `credited` or `late` without points.
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
  /** What it is worth; 0 where it does not count. */
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
  /** `at`: when the account was first seen to hold nothing any more, after something had been there. */
  cleaned: { at: number | null; points: number | null; of: number };
  /** Of the steps and of the cleaned account. */
  points: number;
  of: number;
  /** What counts and nobody can tell of yet. */
  incomplete: number;
}

/** `standing`: of `standingFor`, which holds it to what was decided. */
export function marksOf(file: ClassFile, learner: Learner, standing: Standing | undefined): Marks {
  const rules = file.rules ?? noRules;
  const decided = decidedOf(file, learner.id);
  const steps = stepMarks(rules, decided, standing);
  const cleaned = cleanedMark(rules, decided, standing);
  return {
    learner,
    state: decided.withdrawn ? 'withdrawn' : (standing?.state ?? 'not-looked-at'),
    cause: standing?.cause ?? null,
    at: standing?.at ?? null,
    steps,
    cleaned,
    ...countedIn(standing ? [...steps, cleaned] : steps),
  };
}

/** What some of the steps come to. */
export function countedIn(
  steps: ReadonlyArray<Pick<StepMark, 'points' | 'of'>>,
): Pick<Marks, 'points' | 'of' | 'incomplete'> {
  const counted = steps.filter(({ of }) => of > 0);
  return {
    points: hundredths(counted.reduce((sum, { points }) => sum + (points ?? 0), 0)),
    of: hundredths(counted.reduce((sum, { of }) => sum + of, 0)),
    incomplete: counted.filter(({ points }) => points === null).length,
  };
}

type StandingStep = Standing['steps'][number];

function stepMarks(rules: Rules, decided: Decided, standing: Standing | undefined): StepMark[] {
  if (!standing) return [];
  const worth = worthOf(standing.steps, rules);
  const labs = new Set(standing.steps.map(({ lab }) => lab));
  const instantOf = instantsIn(rules.timeZone);
  const deadlines = new Map([...labs].map((lab) => [lab, deadlineOf(rules, decided, lab, instantOf)]));
  return standing.steps.map((seen, place): StepMark => {
    const of = worth[place] ?? 0;
    const facts = factsOf(seen, of);
    const ruling = decided.ruling(seen.lab, seen.step);
    if (ruling === 'exempt') return { ...facts, credit: 'exempt', points: 0, of: 0, source: 'instructor' };
    if (ruling !== undefined) return { ...facts, credit: 'set', points: ruling, source: 'instructor' };
    const passed = bestOf(seen)?.at ?? (seen.result.outcome === 'pass' ? standing.at : undefined);
    const deadline = deadlines.get(seen.lab);
    if (passed !== undefined) {
      const days = deadline ? daysLate(passed, deadline, instantOf) : 0;
      return { ...facts, ...creditOf(days, rules, facts) };
    }
    return seen.result.outcome === 'fail' && facts.source === 'seen'
      ? { ...facts, credit: 'not-yet', points: 0 }
      : { ...facts, credit: 'incomplete', points: null };
  });
}

function factsOf(seen: StandingStep, of: number): Omit<StepMark, 'credit' | 'points'> {
  const { lab, step, optional, result } = seen;
  const best = bestOf(seen);
  const { source = 'seen', how = null } = { ...seen, ...best };
  const first = best ? { at: best.at, run: best.run } : null;
  return { lab, step, optional, of, source, how, first, result };
}

/** What a learner says of a step does not hold against our own eyes. */
function bestOf({ best, result, source = 'seen' }: StandingStep): StandingStep['best'] {
  const isRefuted = best?.source === 'claimed' && source === 'seen' && result.outcome === 'fail';
  return isRefuted ? undefined : best;
}

function creditOf(
  daysLate: number,
  { late }: Pick<Rules, 'late'>,
  { of, source }: Pick<StepMark, 'of' | 'source'>,
): Pick<StepMark, 'credit' | 'points'> {
  const points = source === 'claimed' ? null : hundredths(of * shareLeft(daysLate, late));
  return { credit: daysLate > 0 ? 'late' : 'credited', points };
}

function cleanedMark(
  { cleaned: of }: Rules,
  decided: Decided,
  standing: Standing | undefined,
): Marks['cleaned'] {
  const at = standing?.cleaned ?? null;
  const ruling = decided.ruling(cleanedLab, cleanedLab);
  if (ruling === 'exempt') return { at, points: 0, of: 0 };
  if (ruling !== undefined) return { at, points: ruling, of };
  if (at !== null) return { at, points: of, of };
  const canTell = of === 0 || typeof standing?.empty === 'boolean';
  return { at, points: canTell ? 0 : null, of };
}

const hundredths = (points: number): number => Math.round(points * 100) / 100;
