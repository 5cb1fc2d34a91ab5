import type { Cli } from '#checker/cli/cli.ts';
import { exitCodes } from '#checker/cli/exit-codes.ts';
import { assumeRole, InstructorTrouble } from '#checker/grading/assume-role.ts';
import { callPace } from '#checker/grading/call-pace.ts';
import { withdrawnFrom } from '#checker/grading/decisions.ts';
import { fewAtOnce } from '#checker/grading/few-at-once.ts';
import { hasAccount, type Learner } from '#checker/grading/learner.ts';
import { type LearnerLeftovers, learnerLeftovers } from '#checker/grading/learner-leftovers.ts';
import { texts as causes } from '#checker/grading/reports/cause.texts.ts';
import { prices } from '#checker/resources/costs.ts';
import { openTarget } from '#checker/target/open-target.ts';
import { numbersIn, usdIn } from '#labs/kit/numbers.ts';
import { kindWord } from '../clean-screen.ts';
import { chooseClass } from '../grade/choose-class.ts';
import { chooseLearner } from './choose-learner.ts';
import { ownTrouble } from './instructor-trouble.ts';
import { texts } from './leftovers.texts.ts';
import type { Work } from './verbs.ts';

const atOnce = 8;

/** Who would still pay, and how much. Reads only, with the eyes of the grader. */
export const leftovers: Work = async (words, args, cli) => {
  const file = chooseClass(args.value('class'), cli);
  const gone = withdrawnFrom(file);
  const asked = words.length > 0 ? words.map((word) => chooseLearner(file, word)) : file.learners;
  const learners = asked.filter((one) => hasAccount(one) && !gone.has(one.id));
  const reached = await openTarget(cli);
  const pace = callPace({ now: Date.now, sleep: (ms) => new Promise((go) => setTimeout(go, ms)) });
  const eyes = assumeRole({ ...reached.connection, pace: pace.of(file.instructor) }, { signal: cli.signal });
  const found: Found[] = [];
  try {
    const look = (learner: Learner) =>
      learnerLeftovers(learner, {
        credentials: eyes.credentials,
        reach: { ...reached.connection, pace: pace.of(learner.account) },
        signal: cli.signal,
      });
    for await (const [learner, left] of fewAtOnce(learners, look, {
      concurrency: atOnce,
      signal: cli.signal,
    })) {
      // Cut short, an account may look emptier than it is.
      if (cli.signal.aborted) continue;
      found.push({ learner, left });
      if (!cli.json) print({ learner, left }, cli);
    }
  } catch (error) {
    if (!(error instanceof InstructorTrouble) || cli.signal.aborted) throw error;
    throw ownTrouble(error, reached.target);
  } finally {
    eyes.close();
    await reached.close();
  }
  const place = new Map(learners.map(({ id }, at) => [id, at]));
  found.sort((a, b) => (place.get(a.learner.id) ?? 0) - (place.get(b.learner.id) ?? 0));
  if (cli.json) cli.print(JSON.stringify(documentOf(file.name, found, asked.length - learners.length)));
  else sum(found, asked.length - learners.length, cli);
  if (cli.signal.aborted) return exitCodes.stopped;
  if (found.some(({ left }) => left.items.length > 0)) return exitCodes.no;
  return found.every(({ left }) => left.state === 'read') ? exitCodes.yes : exitCodes.cannotTell;
};

interface Found {
  learner: Learner;
  left: LearnerLeftovers;
}

/** `handson.class-leftovers/1`, as docs/schemas describe it. */
function documentOf(name: string, found: readonly Found[], notLooked: number) {
  return {
    schema: 'handson.class-leftovers/1',
    class: name,
    at: new Date().toISOString(),
    prices: { date: prices.date, region: prices.region },
    monthlyUsd: found.reduce((sum, { left }) => sum + usdOf(left), 0),
    notLooked,
    learners: found.map(({ learner: { id, name, account, region }, left }) => ({
      id,
      name,
      account,
      region,
      state: left.state,
      cause: left.cause,
      monthlyUsd: usdOf(left),
      items: left.items.map(({ type, name, cost }) => ({ type, name, cost })),
      unread: left.unread.map(({ type, trouble: { cause, code } }) => ({ type, cause, code })),
    })),
  };
}

function print({ learner, left }: Found, cli: Cli): void {
  const who = `${learner.name} (${learner.id})`;
  if (left.state === 'unsafe') cli.print(`${who}: ${cli.say(texts.unsafe, { id: learner.id })}`);
  else if (left.state === 'unreadable')
    cli.print(
      `${who}: ${cli.say(texts.unreadable, { cause: left.cause === null ? '' : cli.say(causes[left.cause]) })}`,
    );
  else if (left.items.length > 0) {
    cli.print(`${who}: ${cli.say(texts.month, { usd: usdIn(cli.locale, usdOf(left)) })}`);
    for (const { name, cost } of left.items)
      cli.print(
        `  ${name}: ${cost.monthlyUsd > 0 ? cli.say(texts.month, { usd: usdIn(cli.locale, cost.monthlyUsd) }) : cli.say(texts.idle)}`,
      );
  }
  for (const { type, trouble } of left.unread)
    cli.print(
      `${who}: ${cli.say(texts.unread, { type: kindWord(type, cli), cause: cli.say(causes[trouble.cause]) })}`,
    );
}

function sum(found: readonly Found[], notLooked: number, cli: Cli): void {
  const standing = found.filter(({ left }) => left.items.length > 0);
  const unread = found.filter(({ left }) => left.state !== 'read').length;
  const usd = usdIn(
    cli.locale,
    found.reduce((total, { left }) => total + usdOf(left), 0),
  );
  cli.print('');
  cli.print(
    cli.say(texts.sum, {
      ...numbersIn(cli.locale, { looked: found.length - unread, standing: standing.length }),
      usd,
      date: prices.date,
      region: prices.region,
    }),
  );
  if (unread > 0) cli.print(cli.say(texts.unreadSum, numbersIn(cli.locale, { unread })));
  if (notLooked > 0) cli.print(cli.say(texts.notLooked, numbersIn(cli.locale, { notLooked })));
  cli.print(cli.say(texts.scope));
  if (standing.length > 0) cli.print(cli.say(texts.next));
}

const usdOf = ({ items }: LearnerLeftovers): number =>
  items.reduce((sum, { cost }) => sum + cost.monthlyUsd, 0);
