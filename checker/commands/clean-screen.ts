import { usdIn } from '#labs/kit/numbers.ts';
import type { Cause } from '#labs/kit/result.ts';
import { sayIn } from '#labs/kit/text.ts';
import type { Left } from '../clean/carry-out.ts';
import type { differenceOf, Plan } from '../clean/plan.ts';
import { day } from '../clean/prove.ts';
import { nextCommand, type Receipt } from '../clean/report.ts';
import type { Maker } from '../clean/trail.ts';
import type { Cli } from '../cli/cli.ts';
import { texts as causes } from '../grading/reports/cause.texts.ts';
import { targetLine } from '../render/target-line.ts';
import { wrap } from '../render/width.ts';
import { type Cost, prices } from '../resources/costs.ts';
import type { KindName, Live } from '../resources/kind.ts';
import type { Unread } from '../resources/survey.ts';
import type { Target } from '../target/target-file.ts';
import { texts } from './clean-screen.texts.ts';

/** Where the plan holds: whoever deletes is told the account, also where it is the sandbox's. */
export function planPlace(target: Target, cli: Cli): string {
  const line = targetLine(target, cli);
  if (target.kind === 'aws') return line;
  return `${line}${cli.paint.dim(' · ')}${cli.say(texts.account, { account: target.account })}`;
}

/** The plan in full: what would go and why, what would not and why not, what could not be seen. */
export function printPlan(plan: Plan, makers: ReadonlyMap<Live, Maker>, cli: Cli): void {
  const { items, doubtful, unread, fuse } = plan;
  cli.print('');
  if (items.length === 0) say(cli.say(texts.nothingOurs), cli);
  else cli.print(cli.paint.strong(cli.say(texts.ours, { count: items.length })));
  for (const { live, why } of items) {
    cli.print(`  ${nameOf(live, cli)}`);
    detail(live.arn, cli);
    detail(`${whenOf(live, cli)}; ${cli.say(texts.ifLeft, { cost: costOf(live.cost, cli) })}`, cli);
    detail(cli.say(texts.because, { why: sayIn(why, cli.locale) }), cli);
    if (live.guarded) detail(cli.say(texts.guarded), cli);
  }
  if (doubtful.length > 0) cli.print(`\n${cli.paint.strong(cli.say(texts.doubtful))}`);
  for (const { live, why, is } of doubtful) {
    cli.print(`  ${nameOf(live, cli)}`);
    detail(live.arn, cli);
    detail(`${whenOf(live, cli)}; ${cli.say(texts.ifLeft, { cost: costOf(live.cost, cli) })}`, cli);
    detail(cli.say(texts.notProven, { why: sayIn(why, cli.locale) }), cli);
    const maker = makers.get(live);
    if (maker) detail(cli.say(texts.trail, { by: maker.by, at: day(maker.at) }), cli);
    if (is === 'unclaimed') detail(cli.say(texts.takeIt, { name: wordFor(live) }), cli);
  }
  printUnread(unread, cli);
  if (fuse) {
    cli.print('');
    say(cli.paint.bad(sayIn(fuse, cli.locale)), cli);
  }
  if (items.length > 0)
    cli.print(`\n${cli.paint.dim(cli.say(texts.hash, { hash: plan.hash, date: prices.date }))}`);
}

export function printUnread(unread: readonly Unread[], cli: Cli): void {
  if (unread.length > 0) cli.print(`\n${cli.paint.strong(cli.say(texts.unread))}`);
  for (const { type, trouble } of unread) cli.print(`  ${unreadWords({ type, ...trouble }, cli)}`);
}

/** What could not be looked at, and why, on one line. */
export function unreadWords(
  { type, cause, code, action }: { type: KindName; cause: Cause; code: string; action?: string },
  cli: Pick<Cli, 'say'>,
): string {
  return `${kindWord(type, cli)}: ${action ?? cli.say(causes[cause])} (${code})`;
}

export function printDifference(difference: ReturnType<typeof differenceOf>, cli: Cli): void {
  say(cli.paint.bad(cli.say(texts.grown)), cli);
  for (const live of difference.added) cli.print(`  + ${nameOf(live, cli)}`);
  for (const live of difference.missing) cli.print(`  - ${nameOf(live, cli)}`);
  for (const live of difference.changed) cli.print(`  ~ ${nameOf(live, cli)}`);
}

export function printReceipt({ deleted, alreadyGone, left }: Receipt, cli: Cli): void {
  cli.print('');
  if (deleted.length > 0) cli.print(cli.paint.strong(cli.say(texts.deleted, { count: deleted.length })));
  for (const live of deleted) cli.print(`  ${nameOf(live, cli)}`);
  if (alreadyGone.length > 0) cli.print(cli.paint.strong(cli.say(texts.alreadyGone)));
  for (const { type, id } of alreadyGone) cli.print(`  ${kindWord(type, cli)} ${id}`);
  if (left.length > 0) cli.print(cli.paint.strong(cli.say(texts.left, { count: left.length })));
  for (const one of left) {
    cli.print(`  ${nameOf(one.live, cli)}`);
    detail(`${whyLeft(one, cli)}; ${cli.say(texts.ifLeft, { cost: costOf(one.live.cost, cli) })}`, cli);
    detail(`→ ${nextCommand(one.live, one.why)}`, cli);
  }
  if (left.length === 0) cli.print(cli.paint.good(cli.say(texts.allGone)));
}

export function nameOf(live: Live, cli: Pick<Cli, 'say'>): string {
  const id =
    live.type === 'rest-api' || live.type === 'usage-plan' || live.type === 'api-key' ? ` (${live.id})` : '';
  return `${kindWord(live.type, cli)} ${live.name}${id}`;
}

/** A name that two things share is no name to take one by. */
function wordFor({ type, name, id }: Live): string {
  return type === 'rest-api' || type === 'usage-plan' || type === 'api-key' ? id : name;
}

export function kindWord(type: KindName, cli: Pick<Cli, 'say'>): string {
  return cli.say(kindTexts[type]);
}

const kindTexts = {
  function: texts.function,
  'execution-role': texts.role,
  policy: texts.policy,
  'log-group': texts.logGroup,
  'api-log-group': texts.logGroup,
  'rest-api': texts.restApi,
  'usage-plan': texts.usagePlan,
  'api-key': texts.apiKey,
  table: texts.table,
  'scalable-target': texts.scalableTarget,
} as const satisfies Record<KindName, unknown>;

function whenOf({ type, madeAt, changedAt }: Live, cli: Cli): string {
  if (madeAt !== undefined) return cli.say(texts.madeAt, { at: day(madeAt) });
  if (type === 'function' && changedAt !== undefined) return cli.say(texts.changedAt, { at: day(changedAt) });
  return cli.say(texts.noTime);
}

export function costOf({ class: kind, monthlyUsd }: Cost, cli: Cli): string {
  if (kind === 'free') return cli.say(texts.costsNothing);
  if (kind === 'idle') return cli.say(texts.costsIdle);
  return cli.say(texts.costsMonthly, { usd: usdIn(cli.locale, monthlyUsd) });
}

function whyLeft({ why, trouble }: Left, cli: Cli): string {
  switch (why) {
    case 'protected':
      return cli.say(texts.guarded);
    case 'in-use':
      return cli.say(texts.inUse);
    case 'stopped':
      return cli.say(texts.stopped);
    case 'came-back':
      return cli.say(texts.cameBack);
    case 'unread':
      return cli.say(texts.notVerified, { code: trouble?.code ?? '' });
    case 'other-account':
      return cli.say(texts.otherAccount);
    default:
      return trouble
        ? cli.say(texts.failed, { code: trouble.code, message: trouble.message })
        : cli.say(texts.stillThere);
  }
}

function detail(text: string, cli: Cli): void {
  for (const line of wrap(text, cli.width - 6)) cli.print(cli.paint.dim(`      ${line}`));
}

function say(text: string, cli: Cli): void {
  for (const line of wrap(text, cli.width)) cli.print(line);
}
