import type { Change } from '#checker/grading/class-file.ts';
import { cleanedLab, everyLab } from '#checker/grading/rules.ts';
import { numberIn } from '#labs/kit/numbers.ts';
import { fill, type Locale } from '#labs/kit/text.ts';
import { texts } from './history-line.texts.ts';

/** One line of a class's history, for people, with its reason. */
export function historyLine(change: Change, locale: Locale): string {
  const told = toldOf(change, locale);
  return 'reason' in change ? `${told} (${change.reason})` : told;
}

function toldOf(change: Change, locale: Locale): string {
  switch (change.what) {
    case 'init':
    case 'rules':
    case 'forget':
    case 'withdraw':
    case 'rejoin':
      return fill(texts[change.what], locale);
    case 'add':
      return fill(texts.add, locale, { learners: change.learners.length });
    case 'access':
      return fill(texts.access, locale, {
        from: fill(texts[change.from ?? 'untried'], locale),
        to: fill(texts[change.to], locale),
      });
    case 'extend':
      return fill(texts.extend, locale, { place: placeOf(change, locale), until: change.until });
    case 'exempt':
      return fill(texts.exempt, locale, { place: placeOf(change, locale) });
    case 'override':
      return fill(texts.override, locale, {
        place: placeOf(change, locale),
        points: numberIn(locale, change.points),
      });
    case 'lift':
      return fill(texts[`lift-${change.of}`], locale, { place: placeOf(change, locale) });
    case 'regrade':
      return fill(texts.regrade, locale, { place: placeOf({ lab: everyLab, ...change }, locale) });
    case 'move':
      return fill(texts.move, locale, { from: change.from, to: change.learner });
  }
}

function placeOf({ lab, step }: { lab: string; step?: string }, locale: Locale): string {
  if (lab === everyLab) return fill(texts.everyLab, locale);
  if (lab === cleanedLab) return fill(texts.cleaned, locale);
  return step === undefined ? lab : `${lab}/${step}`;
}
