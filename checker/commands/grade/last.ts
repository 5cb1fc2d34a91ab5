import type { Args, Cli } from '#checker/cli/cli.ts';
import { type ExitCode, exitCodes } from '#checker/cli/exit-codes.ts';
import { Told } from '#checker/cli/told.ts';
import { type ClassFile, classFolder } from '#checker/grading/class-file.ts';
import { type Gradebook, type GradeRun, openGradebook, type RunSummary } from '#checker/grading/gradebook.ts';
import { whenIn } from '#checker/grading/reports/numbers-and-times.ts';
import { noRules } from '#checker/grading/rules.ts';
import { labs as course } from '#labs/all.ts';
import { numbersIn } from '#labs/kit/numbers.ts';
import { fill } from '#labs/kit/text.ts';
import { chooseLabs } from '../choose-labs.ts';
import { chooseClass } from './choose-class.ts';
import { writeExports } from './exports.ts';
import { texts } from './last.texts.ts';
import { learnerLine } from './learner-line.ts';
import { type Graded, rowsOf } from './rows.ts';
import { sum } from './sum.ts';

const looking = [
  ...['labs', 'learner', 'resume', 'concurrency', 'submissions', 'show'],
  ...['watch', 'serve', 'port', 'no-open'],
];
const mostRuns = 10;

/** `handson grade --last`, `--run N`: tells what was seen, from the gradebook alone. */
export async function tellLast(args: Args, cli: Cli): Promise<ExitCode> {
  const other = looking.find((option) => args.flag(option));
  if (other)
    throw new Told(exitCodes.usage, (locale) => fill(texts.notWith, locale, { option: `--${other}` }));
  if (args.flag('last') && args.flag('run'))
    throw new Told(exitCodes.usage, (locale) => fill(texts.oneOnly, locale));
  const file = chooseClass(args.operands[0], cli);
  const gradebook = openGradebook(classFolder(cli.home, file.name));
  try {
    const graded = await gradedOf(args, file, gradebook);
    cli.note(headOf(graded, cli));
    if (!cli.json) {
      const line = learnerLine(file.learners, cli);
      for (const marks of rowsOf(graded)) cli.print(line(marks));
    }
    writeExports(graded, args, cli);
    return sum(graded, cli);
  } finally {
    gradebook.close();
  }
}

async function gradedOf(args: Args, file: ClassFile, gradebook: Gradebook): Promise<Graded> {
  const runs = gradebook.runs();
  const word = args.value('run');
  const run = runOf(runs, word, file, gradebook);
  const seen = new Set(word === undefined ? runs.flatMap(({ labs }) => labs) : run.labs);
  const ids = course.map(({ id }) => id).filter((id) => seen.has(id));
  const labs = (await chooseLabs(ids)).map(({ lab }) => lab);
  return { file, gradebook, run, labs, isLast: word === undefined };
}

function runOf(
  runs: readonly RunSummary[],
  word: string | undefined,
  { name }: ClassFile,
  gradebook: Gradebook,
): GradeRun {
  const [newest] = runs;
  if (!newest) throw new Told(exitCodes.usage, (locale) => fill(texts.noRun, locale, { name }));
  const run = gradebook.run(word === undefined ? newest.id : /^\d{1,9}$/.test(word) ? Number(word) : 0);
  if (run) return run;
  const known = runs.slice(0, mostRuns).map(({ id }) => String(id));
  const list = [...known, ...(runs.length > mostRuns ? ['…'] : [])].join(', ');
  throw new Told(exitCodes.usage, (locale) =>
    fill(texts.noSuchRun, locale, { word: word ?? '', name, runs: list }),
  );
}

function headOf({ file, run, gradebook, isLast }: Graded, cli: Cli): string {
  const when = whenIn(cli.locale, (file.rules ?? noRules).timeZone)(run.ended ?? run.began);
  if (isLast) return cli.say(texts.head, { name: file.name, when });
  const looked = gradebook.done(run.id).size;
  return cli.say(texts.headRun, {
    name: file.name,
    run: run.id,
    when,
    ...numbersIn(cli.locale, { looked, asked: run.learners.length }),
  });
}
