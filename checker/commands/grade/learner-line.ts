import type { Cli } from '#checker/cli/cli.ts';
import type { Learner } from '#checker/grading/learner.ts';
import type { Marks } from '#checker/grading/marks.ts';
import { isFinished } from '#checker/grading/reports/class-tally.ts';
import { toldPoints, toldState } from '#checker/grading/reports/heat-map.ts';
import { padEnd, widthOf } from '#checker/render/width.ts';

const widest = { name: 28, id: 34 };

/** A learner as a line of a table. Its columns are known before the first is read, since lines come one by one. */
export function learnerLine(
  learners: readonly Learner[],
  cli: Pick<Cli, 'locale' | 'width' | 'paint'>,
): (marks: Marks) => string {
  const { locale, paint } = cli;
  const column = (texts: readonly string[], most: number) =>
    Math.min(most, Math.max(0, ...texts.map((text) => widthOf(text))));
  const name = column(
    learners.map((one) => shown(one.name)),
    widest.name,
  );
  const id = column(
    learners.map((one) => one.id),
    widest.id,
  );
  // Points and what is incomplete take about this much; with less room they go below the name.
  const isNarrow = cli.width < name + id + 2 + 32;

  return (marks) => {
    const { sum, open } = toldPoints(marks, locale);
    const told = toldState(marks, locale);
    const more = [open === null ? '' : paint.care(open), told === null ? '' : paint.dim(told)].filter(
      Boolean,
    );
    const points = more.length > 0 ? padEnd(sum, 9) : sum;
    const said = [isFinished(marks) ? paint.good(points) : points, ...more].join('  ');
    const who = clipped(shown(marks.learner.name), name);
    if (isNarrow) return `${who}  ${paint.dim(marks.learner.id)}\n    ${said}`;
    return `${padEnd(who, name)}  ${paint.dim(padEnd(marks.learner.id, id))}  ${said}`;
  };
}

/** What a learner wrote may not steer the instructor's terminal, nor turn a line around. */
export function shown(name: string): string {
  return name.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, '\ufffd');
}

function clipped(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let short = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (widthOf(short + segment) > width - 1) break;
    short += segment;
  }
  return `${short}…`;
}
