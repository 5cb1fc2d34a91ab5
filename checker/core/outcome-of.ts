import type { Outcome } from '#labs/kit/result.ts';

const order: readonly Outcome[] = ['unknown', 'fail', 'waiting', 'blocked'];

/** Any unknown makes a lab unknown; else fail, waiting, blocked, pass. An optional step never holds a lab back. */
export function outcomeOf(steps: ReadonlyArray<{ outcome: Outcome; optional: boolean }>): Outcome {
  const counted = steps
    .filter(({ outcome, optional }) => !optional || outcome === 'unknown')
    .map(({ outcome }) => outcome);
  return order.find((outcome) => counted.includes(outcome)) ?? 'pass';
}

/** The exit code of a run: 2 where anything is unknown or waiting, 1 where anything is not done, else 0. */
export function exitOf(labs: readonly Outcome[]): 0 | 1 | 2 {
  if (labs.some((outcome) => outcome === 'unknown' || outcome === 'waiting')) return 2;
  return labs.some((outcome) => outcome !== 'pass') ? 1 : 0;
}
