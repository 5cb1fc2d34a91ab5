import type { Cli } from '#checker/cli/cli.ts';
import { exitCodes } from '#checker/cli/exit-codes.ts';
import { Told } from '#checker/cli/told.ts';
import { assumeRole, InstructorTrouble } from '#checker/grading/assume-role.ts';
import { callPace } from '#checker/grading/call-pace.ts';
import { changeClass, withAccess } from '#checker/grading/class-file.ts';
import { withdrawnFrom } from '#checker/grading/decisions.ts';
import { fewAtOnce } from '#checker/grading/few-at-once.ts';
import { type Access, hasAccount, type Learner } from '#checker/grading/learner.ts';
import { tryAccess } from '#checker/grading/verify-access.ts';
import { openTarget } from '#checker/target/open-target.ts';
import { numbersIn } from '#labs/kit/numbers.ts';
import { fill } from '#labs/kit/text.ts';
import { chooseClass } from '../grade/choose-class.ts';
import { texts as gradeTexts } from '../grade/grade.texts.ts';
import { progressLine } from '../grade/progress.ts';
import { chooseLearner } from './choose-learner.ts';
import { texts } from './class.texts.ts';
import { ownTrouble } from './instructor-trouble.ts';
import { printClass } from './print-class.ts';
import type { Work } from './verbs.ts';
import { verifyLine } from './verify-line.ts';

/** Roles are tried with calls to STS alone, and that takes 500 a second. */
const atOnce = 16;

export const verify: Work = async (words, args, cli) => {
  const file = chooseClass(args.value('class'), cli);
  if (file.learners.length === 0)
    throw new Told(exitCodes.usage, (locale) => fill(gradeTexts.nobody, locale, { name: file.name }));
  const gone = withdrawnFrom(file);
  const asked = words.length > 0 ? words.map((word) => chooseLearner(file, word)) : file.learners;
  const learners = asked.filter((one) => hasAccount(one) && !gone.has(one.id));
  if (learners.length === 0) cli.note(cli.say(texts.nobodyToVerify, { name: file.name }));
  const reached = await openTarget(cli);
  const pace = callPace({ now: Date.now, sleep: (ms) => new Promise((go) => setTimeout(go, ms)) });
  const eyes = assumeRole({ ...reached.connection, pace: pace.of(file.instructor) }, { signal: cli.signal });
  const seen = new Map<string, Access>();
  const progress = progressLine(cli, { now: Date.now });
  try {
    const work = (learner: Learner) => tryAccess(learner, eyes.credentials);
    for await (const [learner, tried] of fewAtOnce(learners, work, {
      concurrency: atOnce,
      signal: cli.signal,
    })) {
      // Cut short, a try says nothing of the role.
      if (cli.signal.aborted) continue;
      seen.set(learner.id, tried.access);
      progress.clear();
      if (!cli.json) cli.print(verifyLine(learner, tried, cli));
      progress.show(countsOf(seen, learners.length));
    }
  } catch (error) {
    if (!(error instanceof InstructorTrouble) || cli.signal.aborted) throw error;
    throw ownTrouble(error, reached.target);
  } finally {
    progress.clear();
    eyes.close();
    await reached.close();
    // What was seen is kept, however it ended.
    const at = new Date().toISOString();
    if (seen.size > 0) changeClass(cli.home, file.name, (now) => withAccess(now, seen, at));
  }
  const verified = chooseClass(file.name, cli);
  if (cli.json) printClass(verified, verified.learners, cli);
  else if (words.length === 0 && learners.length > 0) sum(seen, cli);
  if (cli.signal.aborted) return exitCodes.stopped;
  const all = [...seen.values()];
  if (all.includes('unclear')) return exitCodes.cannotTell;
  return all.every((one) => one === 'safe') ? exitCodes.yes : exitCodes.no;
};

function countsOf(seen: ReadonlyMap<string, Access>, all: number) {
  const unreadable = [...seen.values()].filter((one) => one !== 'safe').length;
  return { all, before: 0, done: seen.size, running: Math.min(atOnce, all - seen.size), unreadable };
}

function sum(seen: ReadonlyMap<string, Access>, cli: Cli): void {
  const count = (one: Access) => [...seen.values()].filter((access) => access === one).length;
  cli.note(
    cli.say(
      texts.verified,
      numbersIn(cli.locale, {
        safe: count('safe'),
        unsafe: count('unsafe'),
        closed: count('closed'),
        unclear: count('unclear'),
      }),
    ),
  );
}
