import type { Lab } from '#labs/kit/lab.ts';
import { numberIn, numbersIn } from '#labs/kit/numbers.ts';
import { fill, type Locale, sayIn } from '#labs/kit/text.ts';
import type { Marks } from '../grading/marks.ts';
import { classTally } from '../grading/reports/class-tally.ts';
import { stepNumber } from '../grading/reports/heat-map.ts';
import { texts } from './class-page.texts.ts';
import type { RoundReport, TalkItem } from './class-wire.ts';

const most = 5;

/** What there is to say to the class now: where most of them stop, and what many of them have nearly done. */
export function talkOf(
  marks: readonly Marks[],
  labs: readonly Lab[],
  locale: Locale,
): { stuck: TalkItem[]; near: TalkItem[] } {
  const { steps, nearMisses } = tallied(marks, labs);
  return {
    stuck: steps
      .filter(({ stops }) => stops > 0)
      .sort((a, b) => b.stops - a.stops)
      .slice(0, most)
      .map(({ lab, step, stops }) => ({
        learners: stops,
        step: stepName(labs, lab, step, locale),
        say: null,
      })),
    near: nearMisses.map(({ lab, step, learners, said, next }) => ({
      learners,
      step: stepName(labs, lab, step, locale),
      say: [said, ...(next ? [next] : [])].map((one) => sayIn(one, locale)).join(' '),
    })),
  };
}

/** What a round has come to, in one breath. */
export function overSaid({ marks, labs, round, gained, lost }: Heard, locale: Locale): string {
  const { looked, asked } = round;
  const { finished } = tallied(marks, labs);
  const [first] = talkOf(marks, labs, locale).stuck;
  return [
    fill(texts.over, locale, numbersIn(locale, { looked, asked, gained, finished })),
    ...(lost > 0 ? [fill(texts.overLost, locale, numbersIn(locale, { lost }))] : []),
    ...(first
      ? [fill(texts.overStuck, locale, { learners: numberIn(locale, first.learners), step: first.step })]
      : []),
  ].join(' ');
}

interface Heard {
  marks: readonly Marks[];
  labs: readonly Lab[];
  round: RoundReport;
  /** Steps that were done in this round, and that were done before it and are not any more. */
  gained: number;
  lost: number;
}

function tallied(marks: readonly Marks[], labs: readonly Lab[]) {
  const tally = classTally(labs, most);
  for (const one of marks) tally.add(one);
  return tally.done();
}

function stepName(labs: readonly Lab[], lab: string, step: string, locale: Locale): string {
  const found = labs.find(({ id }) => id === lab);
  const at = found?.steps.findIndex(({ id }) => id === step) ?? -1;
  return found ? `${stepNumber(found, at)} ${found.steps[at]?.title[locale] ?? step}` : step;
}
