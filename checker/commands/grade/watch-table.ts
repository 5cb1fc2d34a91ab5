import type { Args, Cli } from '#checker/cli/cli.ts';
import { marksOf } from '#checker/grading/marks.ts';
import { classTally } from '#checker/grading/reports/class-tally.ts';
import { texts as heatTexts } from '#checker/grading/reports/heat-map.texts.ts';
import { numberOf } from '#checker/grading/reports/heat-map.ts';
import { fullNames, initialNames } from '#checker/grading/reports/labels.ts';
import { signOf, signs } from '#checker/grading/reports/step-sign.ts';
import { standingFor } from '#checker/grading/standing-for.ts';
import { padEnd, widthOf } from '#checker/render/width.ts';
import { numberIn, numbersIn } from '#labs/kit/numbers.ts';
import type { Graded } from './rows.ts';
import { texts } from './watch.texts.ts';

/** More would not fit on any screen; the board, and the exports, have everybody. */
const mostRows = 40;

/** The class in a few lines: a sign for each step, lab by lab, and who is where. */
export function roundTable({ file, gradebook, run, labs }: Graded, args: Args, cli: Cli): string {
  const { nameOf } = args.flag('initials') ? initialNames(file) : fullNames;
  const asked = new Set(run.learners);
  const tally = classTally(labs);
  const rows: string[][] = [];
  for (const learner of file.learners) {
    if (!asked.has(learner.id)) continue;
    const marks = marksOf(file, learner, standingFor(file, learner.id, gradebook));
    tally.add(marks);
    if (rows.length >= mostRows) continue;
    const of = new Map(marks.steps.map((one) => [`${one.lab}/${one.step}`, one]));
    const cells = labs.map(({ id, steps }) =>
      steps.map((step) => signs[signOf(of.get(`${id}/${step.id}`))]).join(''),
    );
    const told = marks.state === 'read' ? '' : cli.say(heatTexts[marks.state]);
    rows.push([
      shown(nameOf(learner)),
      ...cells,
      `${numberIn(cli.locale, marks.points)}/${numberIn(cli.locale, marks.of)}`,
      told,
    ]);
  }
  const { learners, finished } = tally.done();
  const hidden = asked.size - rows.length;
  return [
    ...aligned([
      [
        cli.say(heatTexts.learner),
        ...labs.map((lab) => String(numberOf(lab))),
        cli.say(heatTexts.points),
        '',
      ],
      ...rows,
    ]),
    ...(hidden > 0 ? [cli.say(texts.more, { learners: numberIn(cli.locale, hidden) })] : []),
    cli.say(texts.sum, numbersIn(cli.locale, { learners, finished })),
  ].join('\n');
}

function aligned(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, at) => padEnd(cell, widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

const widestName = 24;

/** A name may not steer the terminal, nor turn the line around. */
function shown(name: string): string {
  const plain = name.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\u{fffd}');
  if (widthOf(plain) <= widestName) return plain;
  const letters = [...plain];
  while (widthOf(letters.join('')) >= widestName) letters.pop();
  return `${letters.join('')}…`;
}
