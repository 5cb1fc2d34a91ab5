import { usdIn } from '#labs/kit/numbers.ts';
import { says } from '#labs/kit/text.ts';
import { openCleaner } from '../clean/cleaner.ts';
import { leftoversReport, type Standing } from '../clean/report.ts';
import { declaredByAll } from '../clean/whole-course.ts';
import type { Args, Cli } from '../cli/cli.ts';
import { type ExitCode, exitCodes } from '../cli/exit-codes.ts';
import { targetLine } from '../render/target-line.ts';
import type { Unread } from '../resources/survey.ts';
import { costOf, nameOf, printUnread } from './clean-screen.ts';
import { tellGraderRole } from './grader-role-left.ts';
import { texts } from './leftovers.texts.ts';
import { type Desk, openDesk } from './open-desk.ts';

interface Region {
  region: string;
  standing: Standing[];
  unread: Unread[];
}

/** What of the course still stands, and what it would cost if it were forgotten. Reads only. */
export async function run(args: Args, cli: Cli): Promise<ExitCode> {
  const desk = await openDesk(cli, { readOnly: true });
  try {
    await desk.baseline();
    const here = desk.target.region;
    const regions = args.flag('all-regions') ? [here, ...everyRegion.filter((one) => one !== here)] : [here];
    const looked = await Promise.all(regions.map((region) => lookIn(region, desk, cli)));
    const about = { target: desk.target, at: Date.now(), labs: [], locale: cli.locale };
    if (cli.json) cli.print(JSON.stringify(leftoversReport(about, looked)));
    else print(looked, desk, cli);
    if (looked.some(({ standing }) => standing.length > 0)) return exitCodes.no;
    await tellGraderRole(desk.reached, cli);
    return looked.some(({ unread }) => unread.length > 0) ? exitCodes.cannotTell : exitCodes.yes;
  } finally {
    await desk.close();
  }
}

/** Elsewhere nothing is ever held to be ours: it is shown with the way to get there. */
async function lookIn(region: string, desk: Desk, cli: Cli): Promise<Region> {
  const { target, reached, ledger, otherRegions, sleep } = desk;
  const isHere = region === target.region;
  const all = await declaredByAll(reached.names);
  const cleaner = openCleaner({
    connection: { ...reached.connection, region },
    place: { account: target.account, region },
    // Roles are of no region; the function's own region shows them.
    declared: isHere ? all : all.filter(({ type }) => type !== 'execution-role'),
    ledger: isHere ? ledger : { ...ledger, rows: () => [] },
    otherRegions: isHere ? otherRegions : [],
    now: Date.now,
    sleep,
    signal: cli.signal,
    paced: false,
    quietMs: 0,
  });
  try {
    const { items, doubtful, unread } = await cleaner.plan();
    const elsewhere = says(texts.elsewhere, { region });
    return {
      region,
      standing: [
        ...items.map(({ live, why }) => ({ live, why, is: 'ours' as const })),
        ...doubtful.map(({ live, why, is }) => ({ live, is, why: isHere ? why : elsewhere })),
      ],
      unread,
    };
  } finally {
    cleaner.close();
  }
}

function print(looked: readonly Region[], desk: Desk, cli: Cli): void {
  cli.print(targetLine(desk.target, cli));
  for (const { region, standing, unread } of looked) {
    if (standing.length > 0) cli.print(`\n${cli.paint.strong(region)}`);
    for (const { live, is } of standing) {
      const mark = is === 'ours' ? '' : ` · ${cli.say(texts.notProven)}`;
      cli.print(`  ${nameOf(live, cli)}: ${costOf(live.cost, cli)}${mark}`);
    }
    if (unread.length > 0) cli.print(`\n${cli.paint.strong(region)}`);
    printUnread(unread, cli);
  }
  const standing = looked.flatMap((one) => one.standing);
  const usd = standing.reduce((sum, { live }) => sum + live.cost.monthlyUsd, 0);
  const isUnread = looked.some(({ unread }) => unread.length > 0);
  cli.print('');
  if (standing.length > 0)
    cli.print(cli.say(texts.sum, { count: standing.length, usd: usdIn(cli.locale, usd) }));
  else if (!isUnread) cli.print(cli.paint.good(cli.say(texts.none)));
  if (standing.length > 0) cli.print(cli.say(texts.next));
}

/** The regions that every account has switched on. */
const everyRegion = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'ap-south-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'eu-north-1',
  'sa-east-1',
];
