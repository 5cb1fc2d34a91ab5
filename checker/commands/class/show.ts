import type { Cli } from '#checker/cli/cli.ts';
import { exitCodes } from '#checker/cli/exit-codes.ts';
import type { Change, ClassFile } from '#checker/grading/class-file.ts';
import { decidedOf, decisionsOf, withdrawnFrom } from '#checker/grading/decisions.ts';
import { hasAccount, type Learner } from '#checker/grading/learner.ts';
import { noRules } from '#checker/grading/rules.ts';
import { columns } from '#checker/render/columns.ts';
import { numberIn } from '#labs/kit/numbers.ts';
import { chooseClass } from '../grade/choose-class.ts';
import { chooseLearner } from './choose-learner.ts';
import { historyLine } from './history-line.ts';
import { printClass } from './print-class.ts';
import { rulesLines } from './rules-lines.ts';
import { texts } from './show.texts.ts';
import type { Work } from './verbs.ts';

/** Who is in the class and how it is marked; of one learner, all that was ever decided. */
export const show: Work = async ([who], args, cli) => {
  const file = chooseClass(args.value('class'), cli);
  if (who === undefined) await showAll(file, cli);
  else showOne(file, chooseLearner(file, who), cli);
  return exitCodes.yes;
};

async function showAll(file: ClassFile, cli: Cli): Promise<void> {
  if (cli.json) {
    printClass(file, file.learners, cli, file.history);
    return;
  }
  const { name, instructor, region, learners } = file;
  cli.print(
    cli.paint.strong(
      cli.say(texts.head, {
        name,
        instructor,
        region,
        learners: numberIn(cli.locale, learners.length),
      }),
    ),
  );
  for (const line of await rulesLines(file.rules ?? noRules, cli)) cli.print(line);
  const gone = withdrawnFrom(file);
  const decisions = Map.groupBy(
    file.history.filter((one) => 'reason' in one),
    ({ learner }) => learner,
  );
  const rows = learners.map((one): [string, string] => {
    const decided = decidedOf(file, one.id).ids.reduce(
      (sum, id) => sum + (decisions.get(id)?.length ?? 0),
      0,
    );
    const notes = [
      gone.has(one.id) ? cli.say(texts.withdrawn) : cli.say(texts[accessOf(one)]),
      ...(decided > 0 ? [cli.say(texts.decided, { decided })] : []),
    ];
    return [`${one.name} (${one.id})`, notes.join(' · ')];
  });
  if (rows.length > 0) cli.print(`\n${columns(rows, cli.width)}`);
}

function showOne(file: ClassFile, learner: Learner, cli: Cli): void {
  const history = historyOf(file, learner);
  if (cli.json) {
    printClass(file, [learner], cli, history);
    return;
  }
  const { name, id, email = '', account, region, role, language } = learner;
  cli.print(cli.paint.strong(`${name} (${id})`));
  const facts: Array<[string, string]> = [
    [cli.say(texts.email), email],
    [cli.say(texts.account), `${account} · ${region}`],
    [cli.say(texts.role), role],
    [cli.say(texts.access), cli.say(texts[accessOf(learner)])],
    [cli.say(texts.language), language],
  ];
  cli.print(
    columns(
      facts.filter(([, fact]) => fact !== ''),
      cli.width,
    ),
  );
  cli.print(`\n${cli.say(texts.history)}`);
  cli.print(
    columns(
      history.map((change) => [change.at.slice(0, 16).replace('T', ' '), historyLine(change, cli.locale)]),
      cli.width,
    ),
  );
}

/** Everything that names the learner, under any id. */
function historyOf(file: ClassFile, { id }: Learner): Change[] {
  const { ids } = decidedOf(file, id);
  const decisions = new Set<Change>(decisionsOf(file, ids));
  return file.history.flatMap((one): Change[] => {
    if (decisions.has(one) || (one.what === 'access' && ids.includes(one.learner))) return [one];
    const own = one.what === 'add' ? one.learners.filter((added) => ids.includes(added)) : [];
    return own.length > 0 ? [{ ...one, learners: own } as Change] : [];
  });
}

const accessOf = (learner: Learner) =>
  hasAccount(learner) ? (learner.access?.verdict ?? 'unverified') : 'no-account';
