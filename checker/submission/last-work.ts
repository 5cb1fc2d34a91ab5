import type { Submission } from './submission.ts';

/**
 * The latest moment that a submission tells of, in its world or its claims: of two files the one with the later work
 * is newer, whenever they were packed.
 */
export function lastWork({ claims, records }: Submission): number {
  let last = Math.max(beginning, claims.cleaned ?? 0, ...claims.steps.map(({ at }) => at));
  for (const [, value] of records) {
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, moment] of Object.entries(value))
      if (isMoment(name, moment)) last = Math.max(last, moment);
  }
  return last;
}

const beginning = Date.UTC(2020, 0, 1);
const end = Date.UTC(2100, 0, 1);

function isMoment(name: string, value: unknown): value is number {
  return (
    typeof value === 'number' && value > beginning && value < end && /^at$|At$|Date$|Modified$/.test(name)
  );
}
