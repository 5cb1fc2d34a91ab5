import type { Cli } from '#checker/cli/cli.ts';
import { type ExitCode, exitCodes } from '#checker/cli/exit-codes.ts';
import { marksOf } from '#checker/grading/marks.ts';
import { standingFor } from '#checker/grading/standing-for.ts';
import type { Graded } from './exports.ts';
import { texts } from './grade.texts.ts';

/** The last line of a run, and what it comes to. */
export function sum({ file, gradebook, run }: Graded, cli: Cli): ExitCode {
  const asked = new Set(run.learners);
  let [all, unread, undone] = [0, 0, 0];
  for (const learner of file.learners) {
    if (!asked.has(learner.id)) continue;
    all++;
    const { state, points, of } = marksOf(file, learner, standingFor(file, learner.id, gradebook, run.id));
    if (state !== 'read') unread++;
    if (points < of) undone++;
  }
  cli.note(cli.say(texts.sum, { all, finished: all - undone, unread }));
  if (unread > 0) return exitCodes.cannotTell;
  return undone > 0 ? exitCodes.no : exitCodes.yes;
}
