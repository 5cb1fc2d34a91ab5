import { closest } from 'fastest-levenshtein';
import type { Args } from '#checker/cli/cli.ts';
import { exitCodes } from '#checker/cli/exit-codes.ts';
import { Told } from '#checker/cli/told.ts';
import { changeClass } from '#checker/grading/class-file.ts';
import { instantOf, isTimeZone, timeZones } from '#checker/grading/local-time.ts';
import { cleanedLab, type LatePolicy, noRules, type Rules } from '#checker/grading/rules.ts';
import { fill } from '#labs/kit/text.ts';
import { chooseClass } from '../grade/choose-class.ts';
import { printClass } from './print-class.ts';
import { rulesLines } from './rules-lines.ts';
import { texts } from './set.texts.ts';
import type { Work } from './verbs.ts';
import { keyAndValue, labAndStep, labOrAll, localTime, pointsIn } from './words.ts';

/** Sets what was named and leaves the rest; shows the rules as they then are. */
export const set: Work = async (_words, args, cli) => {
  const { name } = chooseClass(args.value('class'), cli);
  const wish = await wishOf(args);
  const file = changeClass(cli.home, name, (now) => {
    const from = now.rules ?? noRules;
    const to = wished(from, wish);
    if (JSON.stringify(to) === JSON.stringify(from)) return now;
    const change = { at: new Date().toISOString(), what: 'rules', from, to } as const;
    return { ...now, rules: to, history: [...now.history, change] };
  });
  const rules = file.rules ?? noRules;
  if (cli.json) {
    printClass(file, file.learners, cli);
    return exitCodes.yes;
  }
  for (const line of await rulesLines(rules, cli)) cli.print(line);
  const past = wish.deadlines.some(
    ([, time]) => time !== null && instantOf(time, rules.timeZone) < Date.now(),
  );
  if (past) cli.note(cli.say(texts.past));
  return exitCodes.yes;
};

/** `null`: as if it had never been set. */
interface Wish {
  timeZone?: string;
  deadlines: ReadonlyArray<readonly [string, string | null]>;
  points: ReadonlyArray<readonly [string, number | null]>;
  late?: LatePolicy | null;
  cleaned?: number;
}

async function wishOf(args: Args): Promise<Wish> {
  const [timeZone, late, cleaned] = [args.value('time-zone'), args.value('late'), args.value('cleaned')];
  return {
    deadlines: await Promise.all(args.values('deadline').map(deadlineIn)),
    points: await Promise.all(args.values('points').map(worthIn)),
    ...(timeZone === undefined ? {} : { timeZone: zoneIn(timeZone) }),
    ...(late === undefined ? {} : { late: lateIn(late) }),
    ...(cleaned === undefined ? {} : { cleaned: pointsIn(cleaned) }),
  };
}

function wished(rules: Rules, { deadlines, points, ...plain }: Wish): Rules {
  return {
    ...rules,
    ...plain,
    deadlines: changed(rules.deadlines, deadlines),
    points: changed(rules.points, points),
  };
}

function changed<Value>(
  before: Readonly<Record<string, Value>>,
  wishes: ReadonlyArray<readonly [string, Value | null]>,
): Record<string, Value> {
  const all = new Map(Object.entries(before));
  for (const [key, value] of wishes)
    if (value === null) all.delete(key);
    else all.set(key, value);
  return Object.fromEntries(all);
}

async function deadlineIn(word: string): Promise<[string, string | null]> {
  const [lab, time] = keyAndValue('deadline', word);
  return [await labOrAll(lab), time === 'none' ? null : localTime(time)];
}

async function worthIn(word: string): Promise<[string, number | null]> {
  const [place, points] = keyAndValue('points', word);
  if (place === cleanedLab) throw new Told(exitCodes.usage, (locale) => fill(texts.pointsOfCleaned, locale));
  const { lab, step } = await labAndStep(place);
  return [step === undefined ? lab : `${lab}/${step}`, points === 'default' ? null : pointsIn(points)];
}

function zoneIn(word: string): string {
  if (isTimeZone(word)) return word;
  const nearest = closest(word, [...timeZones()]);
  throw new Told(exitCodes.usage, (locale) => fill(texts.badZone, locale, { word, nearest }));
}

function lateIn(word: string): LatePolicy | null {
  if (word === 'none') return null;
  const [, percentPerDay, atMost] = (/^(\d{1,3}),(\d{1,3})$/.exec(word) ?? []).map(Number);
  if (percentPerDay !== undefined && atMost !== undefined && percentPerDay <= 100 && atMost <= 100)
    return { percentPerDay, atMost };
  throw new Told(exitCodes.usage, (locale) => fill(texts.badLate, locale, { word }));
}
