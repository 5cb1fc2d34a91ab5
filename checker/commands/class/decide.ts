import type { Args, Cli } from '#checker/cli/cli.ts';
import { type ExitCode, exitCodes } from '#checker/cli/exit-codes.ts';
import { Told } from '#checker/cli/told.ts';
import { type Change, type ClassFile, changeClass } from '#checker/grading/class-file.ts';
import { deadlineOf } from '#checker/grading/deadlines.ts';
import { decidedOf, decisionsOf } from '#checker/grading/decisions.ts';
import type { Learner } from '#checker/grading/learner.ts';
import { instantOf } from '#checker/grading/local-time.ts';
import { cleanedLab, type Decision, everyLab, noRules, type Rules } from '#checker/grading/rules.ts';
import { worthOf } from '#checker/grading/worth.ts';
import { labs } from '#labs/all.ts';
import { fill, type Text } from '#labs/kit/text.ts';
import { chooseClass } from '../grade/choose-class.ts';
import { chooseLearner } from './choose-learner.ts';
import { texts } from './decide.texts.ts';
import { historyLine } from './history-line.ts';
import { printClass } from './print-class.ts';
import type { Work } from './verbs.ts';
import { labAndStep, labNamed, labOrAll, localTime, pointsIn } from './words.ts';

type Facts<All> = All extends unknown ? Omit<All, 'at' | 'learner' | 'reason'> : never;

/** What a decision is made of, besides of whom, when and why. */
type Verdict = Facts<Decision>;

export const extend: Work = async ([who = '', labWord = ''], args, cli) => {
  const lab = await labOrAll(labWord);
  if (args.flag('lift')) return decide(who, () => ({ what: 'lift', of: 'extend', lab }), args, cli);
  const until = localTime(needed('until', args));
  return decide(
    who,
    ({ rules = noRules }) => {
      const hasDeadline =
        lab === everyLab ? Object.keys(rules.deadlines).length > 0 : ownDeadline(rules, lab);
      if (!hasDeadline) throw usage((locale) => fill(texts.noDeadline, locale, { lab: labWord }));
      return { what: 'extend', lab, until };
    },
    args,
    cli,
  );
};

export const exempt: Work = async ([who = '', word = ''], args, cli) => {
  const place = await labAndStep(word);
  const verdict: Verdict = args.flag('lift')
    ? { what: 'lift', of: 'exempt', ...place }
    : { what: 'exempt', ...place };
  return decide(who, () => verdict, args, cli);
};

export const override: Work = async ([who = '', word = ''], args, cli) => {
  const { lab, step } = await labAndStep(word);
  if (step === undefined) throw usage((locale) => fill(texts.needsStep, locale, { lab }));
  if (args.flag('lift')) return decide(who, () => ({ what: 'lift', of: 'override', lab, step }), args, cli);
  const points = pointsIn(needed('points', args));
  const steps = lab === cleanedLab ? [] : (await labNamed(lab)).steps;
  return decide(
    who,
    ({ rules = noRules }) => {
      const facts = steps.map(({ id, optional = false }) => ({ lab, step: id, optional }));
      const worth = worthOf(facts, rules)[steps.findIndex(({ id }) => id === step)] ?? rules.cleaned;
      if (points > worth)
        throw usage((locale) => fill(texts.tooMuch, locale, { place: word, worth, points }));
      return { what: 'override', lab, step, points };
    },
    args,
    cli,
  );
};

export const regrade: Work = async ([who = '', labWord], args, cli) => {
  const verdict: Verdict = {
    what: 'regrade',
    ...(labWord === undefined ? {} : { lab: (await labNamed(labWord)).id }),
  };
  return decide(who, () => verdict, args, cli);
};

export const withdraw: Work = ([who = ''], args, cli) =>
  decide(who, (file, { id, name }) => leaves(file, id, name, true), args, cli);

export const rejoin: Work = ([who = ''], args, cli) =>
  decide(who, (file, { id, name }) => leaves(file, id, name, false), args, cli);

/** The reason that every decision needs. */
export function reasonOf(args: Args): string {
  const reason = (args.value('reason') ?? '').trim();
  if (reason !== '') return reason;
  throw usage((locale) => fill(texts.needsReason, locale));
}

function decide(
  who: string,
  verdictOf: (file: ClassFile, learner: Learner) => Verdict,
  args: Args,
  cli: Cli,
): ExitCode {
  const reason = reasonOf(args);
  const { name } = chooseClass(args.value('class'), cli);
  const file = changeClass(cli.home, name, (now) => {
    const learner = chooseLearner(now, who);
    const verdict = verdictOf(now, learner);
    refuseEmptyLift(now, learner, verdict);
    const decision = { at: new Date().toISOString(), learner: learner.id, reason, ...verdict } as Decision;
    return { ...now, history: [...now.history, decision] };
  });
  const made = file.history.slice(-1);
  const learner = chooseLearner(file, who);
  if (cli.json) printClass(file, [learner], cli, made);
  else {
    for (const change of made)
      cli.print(`${learner.name} (${learner.id}): ${historyLine(change, cli.locale)}`);
    for (const change of made) for (const line of afterwards(change, file, learner, cli)) cli.note(line);
  }
  return exitCodes.yes;
}

/** What to do next, and what a decision does not do. */
function afterwards(change: Change, file: ClassFile, { id }: Learner, cli: Cli): string[] {
  const rules = file.rules ?? noRules;
  const { timeZone, deadlines } = rules;
  if (change.what === 'withdraw') return [cli.say(texts.withdrawn, { id })];
  if (change.what === 'extend') {
    const until = instantOf(change.until, timeZone);
    const of = change.lab === everyLab ? Object.values(deadlines) : [ownDeadline(rules, change.lab)];
    const isLater = of.some((local) => local !== undefined && instantOf(local, timeZone) < until);
    return isLater ? [] : [cli.say(texts.noLater)];
  }
  if (change.what !== 'regrade') return [];
  const decided = decidedOf(file, id);
  const regraded = change.lab === undefined ? labs.map((lab) => lab.id) : [change.lab];
  const isOver = regraded.some((lab) => {
    const due = deadlineOf(rules, decided, lab, (local) => instantOf(local, timeZone));
    return due !== undefined && due.at < Date.now();
  });
  return [
    cli.say(texts.lookAgain, { id }),
    ...(isOver ? [cli.say(texts.isOver, { id, lab: change.lab ?? 'all' })] : []),
  ];
}

/** What was never decided cannot be taken back. */
function refuseEmptyLift(file: ClassFile, { id }: Learner, verdict: Verdict): void {
  if (verdict.what !== 'lift') return;
  const { of, lab } = verdict;
  const all = decisionsOf(file, decidedOf(file, id).ids);
  if (all.some((one) => one.what === of && one.lab === lab)) return;
  throw usage((locale) => fill(texts.nothingToLift, locale, { place: lab }));
}

function leaves(file: ClassFile, id: string, name: string, away: boolean): Verdict {
  if (decidedOf(file, id).withdrawn === away)
    throw usage((locale) => fill(away ? texts.isAway : texts.isHere, locale, { name }));
  return { what: away ? 'withdraw' : 'rejoin' };
}

const ownDeadline = ({ deadlines }: Pick<Rules, 'deadlines'>, lab: string): string | undefined =>
  deadlines[lab] ?? deadlines[everyLab];

function needed(option: 'until' | 'points', args: Args): string {
  const value = args.value(option);
  if (value !== undefined) return value;
  const missing: Record<typeof option, Text> = { until: texts.needsUntil, points: texts.needsPoints };
  throw usage((locale) => missing[option][locale]);
}

const usage = (tell: Told['tell']): Told => new Told(exitCodes.usage, tell);
