import type { Cli } from '#checker/cli/cli.ts';
import { type ExitCode, exitCodes } from '#checker/cli/exit-codes.ts';
import { type Chased, chasedFor } from '#checker/grading/reports/chase.ts';
import { type ClassTally, classTally, isFinished } from '#checker/grading/reports/class-tally.ts';
import { stepNumber } from '#checker/grading/reports/heat-map.ts';
import { wrap } from '#checker/render/width.ts';
import { numberIn, numbersIn } from '#labs/kit/numbers.ts';
import { sayIn } from '#labs/kit/text.ts';
import { type Graded, rowsOf } from './rows.ts';
import { texts } from './sum.texts.ts';

/** The last lines of a run, and what it comes to. Who has withdrawn is not asked for anything. */
export function sum(graded: Graded, cli: Cli): ExitCode {
  const tally = classTally(graded.labs, 3);
  const chased = new Map<Chased, number>();
  let [all, unread, undone] = [0, 0, 0];
  for (const marks of rowsOf(graded)) {
    if (marks.state === 'withdrawn') continue;
    all++;
    tally.add(marks);
    const why = chasedFor(marks);
    if (why) chased.set(why, (chased.get(why) ?? 0) + 1);
    if (marks.state !== 'read') unread++;
    const { cleaned } = marks;
    if (!isFinished(marks) || (cleaned.of > 0 && cleaned.points === 0)) undone++;
  }
  sayChanges(graded, cli);
  const counted = tally.done();
  sayNearMisses(counted, graded, cli);
  sayChase(chased, graded, cli);
  cli.note(cli.say(texts.sum, numbersIn(cli.locale, { all, finished: counted.finished, unread })));
  if (unread > 0) return exitCodes.cannotTell;
  return undone > 0 ? exitCodes.no : exitCodes.yes;
}

function sayChanges({ gradebook, run }: Graded, cli: Cli): void {
  if (!gradebook.runs().some(({ id }) => id < run.id)) return;
  const learners = new Set<string>();
  let [gained, lost] = [0, 0];
  for (const { learner, was, is } of gradebook.changes(run.id)) {
    if (is.outcome === 'pass' && was.outcome !== 'pass') {
      gained++;
      learners.add(learner);
    }
    // What could not be seen this time is not gone.
    if (was.outcome === 'pass' && is.outcome === 'fail') lost++;
  }
  const hasChanged = gained > 0 || lost > 0;
  cli.note(
    hasChanged
      ? cli.say(texts.changes, numbersIn(cli.locale, { gained, learners: learners.size, lost }))
      : cli.say(texts.noChange),
  );
}

function sayNearMisses({ nearMisses }: ClassTally, { labs }: Graded, cli: Cli): void {
  if (nearMisses.length === 0) return;
  cli.note(cli.say(texts.nearMisses));
  for (const { lab: id, step: stepId, learners, said } of nearMisses) {
    const lab = labs.find((one) => one.id === id);
    const at = lab?.steps.findIndex((one) => one.id === stepId) ?? -1;
    const step = lab && at >= 0 ? stepNumber(lab, at) : `${id}/${stepId}`;
    const line = cli.say(texts.nearMiss, {
      learners: numberIn(cli.locale, learners),
      step,
      said: sayIn(said, cli.locale),
    });
    const [first, ...rest] = wrap(line, cli.width - 4);
    cli.note([`  ${first}`, ...rest.map((more) => `    ${more}`)].join('\n'));
  }
}

function sayChase(chased: ReadonlyMap<Chased, number>, { file }: Graded, cli: Cli): void {
  if (chased.size === 0) return;
  const learners = [...chased.values()].reduce((a, b) => a + b, 0);
  const reasons = [...chased]
    .sort(([, a], [, b]) => b - a)
    .map(([why, n]) => cli.say(texts[why], numbersIn(cli.locale, { n })))
    .join(cli.locale === 'ja' ? '、' : ', ');
  const command = `handson grade ${file.name} --last --chase chase.csv`;
  cli.note(cli.say(texts.chase, { learners: numberIn(cli.locale, learners), reasons, command }));
}
