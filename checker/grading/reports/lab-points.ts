import type { Lab } from '#labs/kit/lab.ts';
import type { Locale } from '#labs/kit/text.ts';
import { countedIn, type Marks } from '../marks.ts';
import type { Rules } from '../rules.ts';
import { worthOf } from '../worth.ts';
import { numberOf } from './heat-map.ts';

/** What a lab is worth in the class: a learning platform has one number for all. */
export function labWorth(lab: Lab, rules: Rules): number {
  const steps = lab.steps.map(({ id, optional = false }) => ({ lab: lab.id, step: id, optional }));
  return hundredths(worthOf(steps, rules).reduce((sum, worth) => sum + worth, 0));
}

/**
 * What a learner has in a lab, of what it is worth for everybody: with a step that is exempt the others count for more.
 * `null`: nobody can tell yet, of one step at least.
 */
export function labPoints({ steps }: Marks, lab: Lab, worth: number): number | 'exempt' | null {
  const mine = steps.filter((one) => one.lab === lab.id);
  const { points, of, incomplete } = countedIn(mine);
  if (mine.length > 0 && of === 0 && mine.some(({ credit }) => credit === 'exempt')) return 'exempt';
  if (of === 0 || incomplete > 0) return null;
  return hundredths((points / of) * worth);
}

export const labName = (lab: Lab, locale: Locale): string => `${numberOf(lab)} ${lab.title[locale]}`;

const hundredths = (points: number): number => Math.round(points * 100) / 100;
