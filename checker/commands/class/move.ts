import { rmSync } from 'node:fs';
import type { Args, Cli } from '#checker/cli/cli.ts';
import { exitCodes } from '#checker/cli/exit-codes.ts';
import { Told } from '#checker/cli/told.ts';
import { type ClassFile, changeClass, formerIds } from '#checker/grading/class-file.ts';
import { idsOf } from '#checker/grading/decisions.ts';
import { hasAccount, type Learner, learnerId, roleNameOf } from '#checker/grading/learner.ts';
import { readRoster } from '#checker/grading/roster.ts';
import { fill } from '#labs/kit/text.ts';
import { chooseClass } from '../grade/choose-class.ts';
import { chooseLearner } from './choose-learner.ts';
import { texts as rosterTexts } from './class.texts.ts';
import { reasonOf } from './decide.ts';
import { historyLine } from './history-line.ts';
import { letterTo, templateFile } from './letter.ts';
import { texts } from './move.texts.ts';
import { printClass } from './print-class.ts';
import type { Work } from './verbs.ts';

/** Another account for the same learner: a new role, a new external id, and all that was seen before. */
export const move: Work = ([who = '', account = ''], args, cli) => {
  const reason = reasonOf(args);
  const { name } = chooseClass(args.value('class'), cli);
  let moved: { from: Learner; to: Learner } | undefined;
  const file = changeClass(cli.home, name, (now) => {
    const from = chooseLearner(now, who);
    const to = inAccount(from, account, args);
    refuseTaken(now, from, to);
    moved = { from, to };
    const at = new Date().toISOString();
    const change = { at, learner: to.id, reason, what: 'move', from: from.id } as const;
    return {
      ...now,
      learners: now.learners.map((one) => (one.id === from.id ? to : one)),
      history: [...now.history, change],
    };
  });
  if (moved) tell(file, moved, cli);
  return exitCodes.yes;
};

function tell(file: ClassFile, { from, to }: { from: Learner; to: Learner }, cli: Cli): void {
  rmSync(templateFile(cli.home, file.name, from.id), { force: true });
  const letter = letterTo(to, file, cli);
  const made = file.history.slice(-1);
  if (cli.json) {
    printClass(file, [to], cli, made);
    return;
  }
  cli.print(letter);
  for (const change of made) cli.note(`${to.name}: ${historyLine(change, cli.locale)}`);
  if (hasAccount(from)) cli.note(cli.say(texts.oldRole, { account: from.account }));
  if (hasAccount(to)) cli.note(cli.say(texts.next, { id: to.id }));
}

function inAccount(learner: Learner, account: string, args: Args): Learner {
  const { access: _, ...facts } = learner;
  const place = {
    account,
    region: args.value('region') ?? learner.region,
    prefix: args.value('prefix') ?? learner.prefix,
  };
  refuseMalformed(learner, place);
  const to = { ...facts, ...place };
  const isReal = hasAccount(to);
  return {
    ...to,
    id: learnerId(to),
    role: isReal ? `arn:aws:iam::${account}:role/${roleNameOf(place.prefix)}` : '',
    externalId: isReal ? crypto.randomUUID() : '',
  };
}

/** Held to what a roster is held to. */
function refuseMalformed(
  { email = '' }: Learner,
  place: Record<'account' | 'region' | 'prefix', string>,
): void {
  const cells = ['x', email, place.account, place.region, place.prefix];
  const line = cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  const csv = `name,email,account,region,prefix\n${line}\n`;
  const read = readRoster(new TextEncoder().encode(csv), { region: place.region });
  const [problem] = 'problems' in read ? read.problems : [];
  if (problem)
    throw new Told(
      exitCodes.usage,
      (locale) => `${fill(rosterTexts[problem.fault], locale)} "${problem.found}"`,
    );
}

function refuseTaken(file: ClassFile, from: Learner, to: Learner): void {
  if (to.id === from.id)
    throw new Told(exitCodes.usage, (locale) => fill(texts.sameAccount, locale, { id: to.id }));
  const own = idsOf(file, from.id);
  const isTaken =
    file.learners.some(({ id }) => id === to.id) || (formerIds(file).has(to.id) && !own.includes(to.id));
  if (isTaken) throw new Told(exitCodes.usage, (locale) => fill(texts.taken, locale, { id: to.id }));
}
