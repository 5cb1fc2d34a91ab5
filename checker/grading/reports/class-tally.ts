import type { Lab } from '#labs/kit/lab.ts';
import type { Cause } from '#labs/kit/result.ts';
import type { Marks, StepMark } from '../marks.ts';
import { type NearMiss, nearMissCounter } from './near-misses.ts';

/** What a class comes to. Its size is that of the labs, not that of the class. */
export interface ClassTally {
  /** Without those who have withdrawn. */
  learners: number;
  finished: number;
  underWay: number;
  notBegun: number;
  /** Nobody could look at them at all, or nobody has yet. */
  unread: number;
  withdrawn: number;
  /** With a step that counts and that nobody can tell of. */
  incomplete: number;
  /** Why some were not or not fully read, the most frequent first. */
  reasons: Array<{ state: Marks['state']; cause: Cause | null; learners: number }>;
  steps: StepTally[];
  nearMisses: NearMiss[];
}

export interface StepTally {
  lab: string;
  step: string;
  passed: number;
  notYet: number;
  incomplete: number;
  exempt: number;
  /** How many have everything before it and not this. */
  stops: number;
}

/** Counts learner by learner. */
export function classTally(labs: readonly Lab[], mostNearMisses = 5) {
  const steps = new Map(
    labs.flatMap((lab) => lab.steps.map(({ id }) => [`${lab.id}/${id}`, newStep(lab.id, id)] as const)),
  );
  const sum = { learners: 0, finished: 0, underWay: 0, notBegun: 0, unread: 0, withdrawn: 0, incomplete: 0 };
  const reasons = new Map<string, ClassTally['reasons'][number]>();
  const missed = nearMissCounter();
  return {
    add(marks: Marks): void {
      const { state, cause } = marks;
      if (state === 'withdrawn') {
        sum.withdrawn++;
        return;
      }
      sum.learners++;
      sum[standOf(marks)]++;
      if (marks.incomplete > 0 || state === 'not-looked-at') sum.incomplete++;
      if (state !== 'read') {
        const key = JSON.stringify([state, cause]);
        const before = reasons.get(key);
        reasons.set(key, { state, cause, learners: (before?.learners ?? 0) + 1 });
      }
      missed.add(marks);
      for (const mark of marks.steps) {
        const step = steps.get(`${mark.lab}/${mark.step}`);
        if (step) step[columnOf(mark)]++;
      }
      const stop = stopOf(marks);
      const step = stop && steps.get(`${stop.lab}/${stop.step}`);
      if (step) step.stops++;
    },
    done: (): ClassTally => ({
      ...sum,
      reasons: [...reasons.values()].sort((a, b) => b.learners - a.learners),
      steps: [...steps.values()],
      nearMisses: missed.top(mostNearMisses),
    }),
  };
}

/** Every step that counts is done, or given; whether the account is clean is another thing. */
export function isFinished({ of, steps }: Marks): boolean {
  return of > 0 && steps.every((one) => one.of === 0 || (hasCredit(one) && one.points !== null));
}

/** Also by the learner's word alone: nothing more is to be done for it. */
export const hasCredit = ({ credit }: StepMark): boolean => credit !== 'not-yet' && credit !== 'incomplete';

/** Where somebody stops: the first step that counts and is not done, where it could be looked at. */
export function stopOf({ steps }: Marks): StepMark | undefined {
  const first = steps.find((one) => one.of > 0 && !hasCredit(one));
  return first?.result && first.result.outcome !== 'unknown' ? first : undefined;
}

function standOf(marks: Marks): 'finished' | 'underWay' | 'notBegun' | 'unread' {
  if (isFinished(marks)) return 'finished';
  if (marks.points > 0) return 'underWay';
  return marks.state === 'read' || marks.state === 'partly' ? 'notBegun' : 'unread';
}

function columnOf(mark: StepMark): 'passed' | 'notYet' | 'incomplete' | 'exempt' {
  if (mark.credit === 'exempt') return 'exempt';
  if (mark.credit === 'incomplete' || mark.points === null) return 'incomplete';
  return mark.credit === 'not-yet' ? 'notYet' : 'passed';
}

function newStep(lab: string, step: string): StepTally {
  return { lab, step, passed: 0, notYet: 0, incomplete: 0, exempt: 0, stops: 0 };
}
