import type { Args, Cli } from '#checker/cli/cli.ts';
import { type ExitCode, exitCodes } from '#checker/cli/exit-codes.ts';
import { Told } from '#checker/cli/told.ts';
import { classFolder } from '#checker/grading/class-file.ts';
import { decisionsOf, idsOf } from '#checker/grading/decisions.ts';
import { openGradebook, type Spell, type StepChange } from '#checker/grading/gradebook.ts';
import { marksOf } from '#checker/grading/marks.ts';
import { isFinished } from '#checker/grading/reports/class-tally.ts';
import { standingFor } from '#checker/grading/standing-for.ts';
import { labs as course } from '#labs/all.ts';
import { fill } from '#labs/kit/text.ts';
import { chooseLabs } from '../choose-labs.ts';
import { chooseLearner } from '../class/choose-learner.ts';
import { chooseClass } from './choose-class.ts';
import { learnerJson } from './learner-json.ts';
import { learnerScreen } from './learner-screen.ts';
import type { Seen } from './learner-seen.ts';
import { texts } from './show-learner.texts.ts';

const passedOver = [
  ...['labs', 'learner', 'resume', 'concurrency', 'watch', 'serve', 'port', 'no-open'],
  ...['html', 'csv', 'csv-for', 'junit', 'markdown', 'chase', 'initials'],
];

/** `handson grade --show LEARNER`: all that was ever seen of one learner, from the gradebook alone. */
export async function showLearner(word: string, args: Args, cli: Cli): Promise<ExitCode> {
  refuseOthers(args);
  const file = chooseClass(args.operands[0], cli);
  const learner = chooseLearner(file, word);
  const gradebook = openGradebook(classFolder(cli.home, file.name));
  try {
    const ids = idsOf(file, learner.id);
    const marks = marksOf(file, learner, standingFor(file, learner.id, gradebook));
    const spells = inOrder(gradebook.history(ids));
    const known = new Set([...marks.steps, ...spells].map(({ lab }) => lab));
    const chosen = course.map(({ id }) => id).filter((id) => known.has(id));
    const labs = chosen.length === 0 ? [] : (await chooseLabs(chosen)).map(({ lab }) => lab);
    const seen: Seen = {
      file,
      marks,
      ids,
      labs,
      spells,
      changes: lastChanges(spells),
      decisions: decisionsOf(file, ids),
      requests: ids.flatMap((id) => gradebook.requests(lastRun(spells), id)),
    };
    if (cli.json) cli.print(JSON.stringify(learnerJson(seen, cli.locale)));
    else for (const line of learnerScreen(seen, cli)) cli.print(line);
    if (marks.state === 'withdrawn') return exitCodes.yes;
    if (marks.state !== 'read') return exitCodes.cannotTell;
    return isFinished(marks) ? exitCodes.yes : exitCodes.no;
  } finally {
    gradebook.close();
  }
}

/** The gradebook does not know in which order a course has its labs; one that it has no longer comes last. */
function inOrder(spells: readonly Spell[]): Spell[] {
  const placeOf = ({ lab }: Spell) => course.findIndex(({ id }) => id === lab) >>> 0;
  return spells.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** One learner is shown and nobody is looked at: an option of something else would be passed over. */
function refuseOthers(args: Args): void {
  const other = passedOver.find((option) => args.flag(option));
  if (other)
    throw new Told(exitCodes.usage, (locale) => fill(texts.notWith, locale, { option: `--${other}` }));
}

const lastRun = (spells: readonly Spell[]): number => Math.max(0, ...spells.map(({ runs }) => runs[1]));

/** What the last look told otherwise than the one before it. */
function lastChanges(spells: readonly Spell[]): Omit<StepChange, 'learner'>[] {
  const last = lastRun(spells);
  return spells.flatMap((is, at) => {
    const was = spells[at - 1];
    const isNew = is.runs[0] === last && was?.lab === is.lab && was.step === is.step;
    if (!isNew || was.result.outcome === is.result.outcome) return [];
    return [{ lab: is.lab, step: is.step, was: was.result, is: is.result }];
  });
}
