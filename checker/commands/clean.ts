import { fill } from '#labs/kit/text.ts';
import { type Cleaner, openCleaner } from '../clean/cleaner.ts';
import { differenceOf, type Plan } from '../clean/plan.ts';
import { cleanReport, type Receipt } from '../clean/report.ts';
import { AnotherAccount } from '../clean/same-account.ts';
import { declaredBy } from '../clean/whole-course.ts';
import type { Args, Cli } from '../cli/cli.ts';
import { type ExitCode, exitCodes } from '../cli/exit-codes.ts';
import { Told } from '../cli/told.ts';
import type { Live } from '../resources/kind.ts';
import { type ChosenLab, chooseLabs } from './choose-labs.ts';
import { texts } from './clean.texts.ts';
import { agree, confirmNamed } from './clean-agree.ts';
import { keepEvidence } from './clean-evidence.ts';
import { exitOf } from './clean-exit.ts';
import { cleanProgress } from './clean-progress.ts';
import { planPlace, printDifference, printPlan, printReceipt } from './clean-screen.ts';
import { tellGraderRole } from './grader-role-left.ts';
import { type Desk, openDesk } from './open-desk.ts';

/** Shows what of the course stands here and why it is held to be the course's; with --yes deletes it. */
export async function run(args: Args, cli: Cli): Promise<ExitCode> {
  const chosen = await chooseLabs(args.operands);
  const quiet = quietSecondsOf(args);
  const desk = await openDesk(cli, { readOnly: true });
  const cleaner = cleanerOf(chosen, desk, quiet, cli);
  try {
    await desk.baseline();
    return await clean({ chosen, desk, cleaner, args, cli });
  } catch (error) {
    if (!(error instanceof AnotherAccount)) throw error;
    const { found } = error;
    throw new Told(exitCodes.cannotTell, (locale) =>
      fill(texts.otherAccount, locale, { pinned: desk.target.account, found }),
    );
  } finally {
    cleaner.close();
    await desk.close();
  }
}

interface Work {
  chosen: readonly ChosenLab[];
  desk: Desk;
  cleaner: Cleaner;
  args: Args;
  cli: Cli;
}

function quietSecondsOf(args: Args): number | undefined {
  const word = args.value('quiet');
  if (word === undefined || /^\d{1,5}$/.test(word)) return word === undefined ? undefined : Number(word);
  throw new Told(exitCodes.usage, (locale) => fill(texts.badQuiet, locale));
}

function cleanerOf(
  chosen: readonly ChosenLab[],
  desk: Desk,
  quietSeconds: number | undefined,
  cli: Cli,
): Cleaner {
  const { target, reached, ledger, otherRegions, sleep } = desk;
  const isAws = target.kind === 'aws';
  const seconds = quietSeconds ?? (isAws ? 60 : 0);
  return openCleaner({
    connection: reached.connection,
    place: { account: target.account, region: target.region },
    declared: declaredBy(
      chosen.map(({ lab }) => lab),
      reached.names,
    ),
    ledger,
    otherRegions,
    now: Date.now,
    sleep,
    signal: cli.signal,
    paced: isAws,
    quietMs: seconds * 1000,
  });
}

async function clean(work: Work): Promise<ExitCode> {
  const { desk, cleaner, args, cli } = work;
  const include = args.values('include');
  const plan = await cleaner.plan(include);
  refuseUnknownNames(plan, include);
  const makers = await cleaner.whoMade(plan);
  if (!cli.json) {
    cli.print(planPlace(desk.target, cli));
    printPlan(plan, makers, cli);
  }
  const document = cleanReport({ ...aboutOf(work, plan), makers });
  const shownBefore = desk.receipts.all('plan').findLast(({ hash }) => hash === args.value('plan'));
  desk.receipts.keep({
    at: Date.now(),
    kind: 'plan',
    hash: plan.hash,
    document: { ...document, lives: plan.items.map(({ live }) => live) },
  });
  if (!args.flag('yes')) {
    if (cli.json) cli.print(JSON.stringify(document));
    else if (plan.items.length > 0) cli.print(cli.say(texts.goOn, { command: nextLine(plan, work) }));
    return plan.unread.length > 0 ? exitCodes.cannotTell : exitCodes.yes;
  }
  const wanted = args.value('plan');
  if (wanted !== undefined && wanted !== plan.hash) {
    const lives = (shownBefore?.document as { lives?: Live[] } | undefined)?.lives;
    return differs(lives ?? [], plan, work);
  }
  if (plan.fuse) {
    if (cli.json) cli.print(JSON.stringify(document));
    return exitCodes.no;
  }
  if (!(await agree(plan, { hasPlan: wanted !== undefined, line: nextLine(plan, work) }, desk, cli)))
    return exitCodes.no;
  await confirmNamed(plan, include, desk, cli);
  return carryOut(plan, include, work);
}

async function planAgain(cleaner: Cleaner, include: readonly string[]): Promise<Plan> {
  await cleaner.askWhoWeAre();
  return cleaner.plan(include);
}

/** Who we are is asked again, and the plan made again: what is carried out is what was shown, or nothing. */
async function carryOut(shown: Plan, include: readonly string[], work: Work): Promise<ExitCode> {
  const { chosen, desk, cleaner, cli } = work;
  if (shown.items.length > 0) await keepEvidence(chosen, desk, cli);
  const plan = await planAgain(cleaner, include).catch((error: unknown) => {
    if (!cli.signal.aborted) throw error;
    return undefined;
  });
  // A look that was broken off sees less than there is: that is no difference.
  if (!plan || cli.signal.aborted) {
    cli.note(cli.say(texts.stoppedBefore));
    return exitCodes.stopped;
  }
  if (plan.hash !== shown.hash)
    return differs(
      shown.items.map(({ live }) => live),
      plan,
      work,
    );
  const receipt: Receipt = { deleted: [], alreadyGone: cleaner.alreadyGone(plan), left: [] };
  const keep = () =>
    desk.receipts.keep({
      at: Date.now(),
      kind: 'receipt',
      hash: plan.hash,
      document: cleanReport(aboutOf(work, plan), { receipt }),
    });
  // What was there is on record before the first of it goes.
  keep();
  const progress = cleanProgress(plan.items.length, cli);
  const absent = new Set<Live>();
  for await (const event of cleaner.carryOut(plan)) {
    progress.show(event);
    if (event.type === 'absent') absent.add(event.live);
    if (event.type === 'gone' && absent.has(event.live)) receipt.alreadyGone.push(event.live);
    else if (event.type === 'gone') receipt.deleted.push(event.live);
    if (event.type === 'left') receipt.left.push(event.left);
  }
  progress.end();
  keep();
  if (cli.json) cli.print(JSON.stringify(cleanReport(aboutOf(work, plan), { receipt })));
  else printReceipt(receipt, cli);
  if (receipt.left.length === 0) await tellGraderRole(desk.reached, cli);
  return exitOf(receipt, plan);
}

function differs(before: readonly Live[], plan: Plan, work: Work): ExitCode {
  const difference = differenceOf(
    before,
    plan.items.map(({ live }) => live),
  );
  if (work.cli.json) work.cli.print(JSON.stringify(cleanReport(aboutOf(work, plan), { difference })));
  else printDifference(difference, work.cli);
  return exitCodes.no;
}

function aboutOf({ desk, chosen, cli }: Work, plan: Plan) {
  return {
    target: desk.target,
    at: Date.now(),
    labs: chosen.map(({ lab }) => lab.id),
    locale: cli.locale,
    plan,
    makers: new Map(),
  };
}

/** The command that carries out what was shown, as it would be typed. */
function nextLine({ hash }: Plan, { desk, args }: Work): string {
  const words = [
    ...args.operands,
    ...args.values('include').map((name) => `--include "${name}"`),
    '--yes',
    ...(desk.target.kind === 'aws' ? [`--plan ${hash}`] : []),
  ];
  return `handson clean ${words.join(' ')}`;
}

function refuseUnknownNames({ items, doubtful }: Plan, include: readonly string[]): void {
  const known = new Set([...items, ...doubtful].flatMap(({ live }) => [live.name, live.id, live.arn]));
  const unknown = include.find((name) => !known.has(name));
  if (unknown === undefined) return;
  throw new Told(exitCodes.usage, (locale) => fill(texts.noSuchName, locale, { name: unknown }));
}
