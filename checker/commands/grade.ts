import { fill } from '#labs/kit/text.ts';
import type { Args, Cli } from '../cli/cli.ts';
import { type ExitCode, exitCodes } from '../cli/exit-codes.ts';
import { Told } from '../cli/told.ts';
import { classFolder } from '../grading/class-file.ts';
import { openGradebook } from '../grading/gradebook.ts';
import { openTarget } from '../target/open-target.ts';
import { chooseLabs } from './choose-labs.ts';
import { beginRun } from './grade/begin.ts';
import { chooseClass } from './grade/choose-class.ts';
import { refuseBadExports, writeExports } from './grade/exports.ts';
import { texts } from './grade/grade.texts.ts';
import { lookAtAll } from './grade/look.ts';
import { refuseWithoutFolder, withAccounts } from './grade/no-account.ts';
import { sum } from './grade/sum.ts';
import { refuseWithoutWatch, watch } from './grade/watch.ts';

export async function run(args: Args, cli: Cli): Promise<ExitCode> {
  refuseBadExports(args, cli);
  const folder = args.value('submissions');
  if (folder !== undefined)
    return (await import('./grade/submissions.ts')).gradeSubmissions(
      folder,
      args,
      cli,
      concurrencyOf(args, '2'),
    );
  refuseWithoutFolder(args);
  const shown = args.value('show');
  if (args.flag('last') || args.flag('run')) return (await import('./grade/last.ts')).tellLast(args, cli);
  if (shown !== undefined) return (await import('./grade/show-learner.ts')).showLearner(shown, args, cli);
  if (args.value('watch') !== undefined) return watch(args, cli, concurrencyOf(args));
  refuseWithoutWatch(args);
  const file = withAccounts(chooseClass(args.operands[0], cli), cli);
  const concurrency = concurrencyOf(args);
  const gradebook = openGradebook(classFolder(cli.home, file.name));
  try {
    const begun = await beginRun(args, file, gradebook);
    const labs = (await chooseLabs(begun.labs)).map(({ lab }) => lab);
    const reached = await openTarget(cli);
    try {
      await lookAtAll({ file, gradebook, begun, labs, reached, concurrency }, cli);
    } finally {
      await reached.close();
    }
    const graded = { file, gradebook, run: gradebook.run(begun.id) ?? begun, labs };
    writeExports(graded, args, cli);
    if (cli.signal.aborted) {
      cli.note(cli.say(texts.stopped));
      return exitCodes.stopped;
    }
    return sum(graded, cli);
  } finally {
    gradebook.close();
  }
}

function concurrencyOf(args: Args, usual = '16'): number {
  const word = args.value('concurrency') ?? usual;
  if (/^\d{1,3}$/.test(word) && Number(word) >= 1 && Number(word) <= 100) return Number(word);
  throw new Told(exitCodes.usage, (locale) => fill(texts.badConcurrency, locale, { word }));
}
