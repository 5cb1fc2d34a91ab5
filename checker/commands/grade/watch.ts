import { setTimeout as pause } from 'node:timers/promises';
import type { Args, Cli } from '#checker/cli/cli.ts';
import { type ExitCode, exitCodes } from '#checker/cli/exit-codes.ts';
import { Told } from '#checker/cli/told.ts';
import { classFolder, readClass } from '#checker/grading/class-file.ts';
import { type Gradebook, openGradebook } from '#checker/grading/gradebook.ts';
import { sayNotWatching, sayWatching } from '#checker/runner/class-watching.ts';
import { troubleIn } from '#checker/runner/trouble-in.ts';
import { openTarget } from '#checker/target/open-target.ts';
import { numbersIn } from '#labs/kit/numbers.ts';
import { fill } from '#labs/kit/text.ts';
import { chooseLabs } from '../choose-labs.ts';
import { beginRun } from './begin.ts';
import { chooseClass } from './choose-class.ts';
import { writeExports } from './exports.ts';
import { texts as gradeTexts } from './grade.texts.ts';
import { lookAtAll } from './look.ts';
import { withAccounts } from './no-account.ts';
import type { Graded } from './rows.ts';
import { texts } from './watch.texts.ts';
import { openBoard } from './watch-board.ts';
import { roundTable } from './watch-table.ts';

/** Between two rounds, however long one takes: the accounts are their learners' too. */
const leastPauseMs = 5000;

/** Looks at the class round by round, each a run of the gradebook, until Ctrl-C. */
export async function watch(args: Args, cli: Cli, concurrency: number): Promise<ExitCode> {
  refuseLoneOptions(args);
  const everyMs = secondsOf(args) * 1000;
  const { name } = chooseClass(args.operands[0], cli);
  const folder = classFolder(cli.home, name);
  const gradebook = openGradebook(folder);
  const board = args.flag('serve') ? await openBoard(name, args, cli) : undefined;
  const now: { run?: number; trouble: string | null } = { trouble: null };
  const say = (round: number, next: number | null) =>
    sayWatching(folder, { pid: process.pid, round, run: now.run ?? null, next, trouble: now.trouble });
  try {
    for (let number = 1; !cli.signal.aborted; number++) {
      const began = Date.now();
      say(number, null);
      const begun = (run: number) => {
        now.run = run;
        say(number, null);
      };
      const next = () => Math.max(began + everyMs, Date.now() + leastPauseMs);
      try {
        const graded = await oneRound({ name, args, cli, concurrency, gradebook, number, begun });
        if (cli.signal.aborted) break;
        now.trouble = null;
        tell(graded, { number, next: next(), isServed: board !== undefined }, args, cli);
      } catch (error) {
        if (number === 1 || cli.signal.aborted) throw error;
        now.trouble = troubleIn(error, cli.locale);
        cli.note(cli.say(texts.trouble, { number, trouble: now.trouble }));
      }
      const at = next();
      say(number, at);
      await pause(at - Date.now(), undefined, { signal: cli.signal }).catch(() => {});
    }
  } finally {
    sayNotWatching(folder);
    await board?.close();
    const isHalfDone = now.run !== undefined && gradebook.run(now.run)?.ended === undefined;
    gradebook.close();
    if (cli.signal.aborted) cli.note(cli.say(isHalfDone ? gradeTexts.stopped : texts.ended));
  }
  return exitCodes.stopped;
}

/** Class, target and credentials are read anew: a class is watched for hours, and decisions are made meanwhile. */
async function oneRound({
  name,
  args,
  cli,
  concurrency,
  gradebook,
  number,
  begun: tellBegun,
}: {
  name: string;
  args: Args;
  cli: Cli;
  concurrency: number;
  gradebook: Gradebook;
  number: number;
  begun(run: number): void;
}): Promise<Graded> {
  const quiet: Cli = { ...cli, print: () => {}, note: () => {} };
  const file = withAccounts(readClass(cli.home, name), number === 1 ? cli : quiet);
  const reached = await openTarget(cli);
  try {
    const begun = await beginRun(number === 1 ? args : withoutResume(args), file, gradebook);
    tellBegun(begun.id);
    const labs = (await chooseLabs(begun.labs)).map(({ lab }) => lab);
    await lookAtAll({ file, gradebook, begun, labs, reached, concurrency }, quiet);
    return { file, gradebook, run: gradebook.run(begun.id) ?? begun, labs };
  } finally {
    await reached.close();
  }
}

function tell(
  graded: Graded,
  { number, next, isServed }: { number: number; next: number; isServed: boolean },
  args: Args,
  cli: Cli,
): void {
  writeExports(graded, args, cli);
  const { run, gradebook } = graded;
  const head = cli.say(texts.round, {
    number,
    time: new Intl.DateTimeFormat(cli.locale, { timeStyle: 'medium' }).format(run.began),
    ...numbersIn(cli.locale, { looked: gradebook.done(run.id).size, asked: run.learners.length }),
    seconds: Math.max(0, Math.ceil((next - Date.now()) / 1000)),
  });
  if (isServed || cli.json) cli.note(head);
  else cli.print(`${head}\n${roundTable(graded, args, cli)}\n`);
}

/** What was begun before is finished in the first round; every other is a new one. */
function withoutResume(args: Args): Args {
  return { ...args, flag: (name) => name !== 'resume' && args.flag(name) };
}

/** Of what only makes sense while somebody watches. */
export function refuseWithoutWatch(args: Args): void {
  const lone = ['serve', 'no-open'].find((option) => args.flag(option)) ?? (args.value('port') && 'port');
  if (lone) throw new Told(exitCodes.usage, (locale) => fill(texts.onlyWatching, locale, { option: lone }));
}

function refuseLoneOptions(args: Args): void {
  if (args.flag('submissions')) throw new Told(exitCodes.usage, (locale) => fill(texts.noFolder, locale));
  if (args.flag('serve')) return;
  const lone = args.value('port') === undefined ? (args.flag('no-open') ? 'no-open' : undefined) : 'port';
  if (lone !== undefined)
    throw new Told(exitCodes.usage, (locale) => fill(texts.onlyServing, locale, { option: lone }));
}

function secondsOf(args: Args): number {
  const word = args.value('watch') ?? '';
  const seconds = Number(word);
  if (/^\d{1,5}$/.test(word) && seconds >= 10 && seconds <= 86_400) return seconds;
  throw new Told(exitCodes.usage, (locale) => fill(texts.badSeconds, locale, { word }));
}
