import { labs } from '#labs/all.ts';
import type { Lab } from '#labs/kit/lab.ts';
import { fill } from '#labs/kit/text.ts';
import { exitCodes } from '../cli/exit-codes.ts';
import { nearest } from '../cli/nearest.ts';
import { Told } from '../cli/told.ts';
import { texts } from './choose-labs.texts.ts';

export interface ChosenLab {
  /** As learners count: `set-up` is 0. */
  number: number;
  folder: string;
  lab: Lab;
}

/** Labs by id or by number, in the order of the course. */
export async function chooseLabs(words: readonly string[]): Promise<ChosenLab[]> {
  const places = words.map(placeOf);
  const chosen = words.length === 0 ? labs.map((_, at) => at) : [...new Set(places)].sort((a, b) => a - b);
  return Promise.all(chosen.map(loadLab));
}

export function stepOf(lab: Lab, id: string): string {
  if (lab.steps.some((step) => step.id === id)) return id;
  const meant = nearest(
    id,
    lab.steps.map((step) => step.id),
  );
  throw new Told(exitCodes.usage, (locale) =>
    [
      fill(texts.noStep, locale, { lab: lab.id, step: id }),
      ...(meant ? [fill(texts.didYouMean, locale, { meant })] : []),
      fill(texts.allSteps, locale, { lab: lab.id }),
    ].join(' '),
  );
}

function placeOf(word: string): number {
  const at = labs.findIndex(({ id, folder }) => id === word || String(Number(folder.slice(0, 2))) === word);
  if (at >= 0) return at;
  const meant = nearest(
    word,
    labs.map(({ id }) => id),
  );
  throw new Told(exitCodes.usage, (locale) =>
    [
      fill(texts.noLab, locale, { lab: word }),
      ...(meant ? [fill(texts.didYouMean, locale, { meant })] : []),
      fill(texts.allLabs, locale),
    ].join(' '),
  );
}

async function loadLab(at: number): Promise<ChosenLab> {
  const entry = labs[at] as (typeof labs)[number];
  return { number: Number(entry.folder.slice(0, 2)), folder: entry.folder, lab: await entry.load() };
}
