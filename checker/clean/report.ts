import { type Locale, sayIn } from '#labs/kit/text.ts';
import { prices } from '../resources/costs.ts';
import type { KindName, Live } from '../resources/kind.ts';
import type { Unread } from '../resources/survey.ts';
import type { Target } from '../target/target-file.ts';
import type { Left } from './carry-out.ts';
import type { differenceOf, Plan } from './plan.ts';
import type { Maker } from './trail.ts';

/** What came of a plan. */
export interface Receipt {
  deleted: Live[];
  alreadyGone: Array<{ type: KindName; id: string; arn: string }>;
  left: Left[];
}

export interface Standing {
  live: Live;
  is: 'ours' | 'unclaimed' | 'shared';
  why: Plan['items'][number]['why'];
}

type Difference = ReturnType<typeof differenceOf>;

/** The documents of `handson.clean/1`, for programs. */
export function cleanReport(
  about: {
    target: Target;
    at: number;
    labs: readonly string[];
    locale: Locale;
    plan: Plan;
    makers: ReadonlyMap<Live, Maker>;
  },
  { receipt, difference }: { receipt?: Receipt; difference?: Difference } = {},
) {
  const { locale, plan, makers } = about;
  return {
    ...head(about, 'clean'),
    plan: {
      hash: plan.hash,
      items: plan.items.map(({ live, why }) => ({ ...shown(live), why: sayIn(why, locale) })),
      doubtful: plan.doubtful.map(({ live, why, is }) => ({
        ...shown(live),
        is,
        why: sayIn(why, locale),
        ...trailOf(makers.get(live)),
      })),
      unread: plan.unread.map(unreadOf),
      ...(plan.fuse ? { fuse: sayIn(plan.fuse, locale) } : {}),
    },
    ...(difference
      ? {
          difference: {
            added: difference.added.map(shown),
            missing: difference.missing.map(shown),
            changed: difference.changed.map(shown),
          },
        }
      : {}),
    ...(receipt ? { receipt: receiptOf(receipt) } : {}),
  };
}

export function leftoversReport(
  about: { target: Target; at: number; labs: readonly string[]; locale: Locale },
  regions: ReadonlyArray<{ region: string; standing: readonly Standing[]; unread: readonly Unread[] }>,
) {
  return {
    ...head(about, 'leftovers'),
    regions: regions.map(({ region, standing, unread }) => ({
      region,
      standing: standing.map(({ live, is, why }) => ({ ...shown(live), is, why: sayIn(why, about.locale) })),
      unread: unread.map(unreadOf),
    })),
    monthlyUsd: round(
      regions.flatMap(({ standing }) => standing).reduce((sum, { live }) => sum + live.cost.monthlyUsd, 0),
    ),
  };
}

function head(
  { target, at, labs }: { target: Target; at: number; labs: readonly string[] },
  command: 'clean' | 'leftovers',
) {
  const { kind, account, region, prefix } = target;
  return {
    schema: 'handson.clean/1',
    command,
    at: new Date(at).toISOString(),
    target: {
      kind,
      account,
      region,
      prefix,
      ...('alias' in target && target.alias ? { alias: target.alias } : {}),
    },
    labs,
    prices: { date: prices.date, region: prices.region },
  };
}

function receiptOf({ deleted, alreadyGone, left }: Receipt) {
  return {
    deleted: deleted.map(({ type, id, name, arn }) => ({ type, id, name, arn })),
    alreadyGone: alreadyGone.map(({ type, id, arn }) => ({ type, id, arn })),
    left: left.map(({ live, why, trouble }) => ({
      ...shown(live),
      why,
      ...(trouble ? { cause: trouble.cause, code: trouble.code } : {}),
      next: nextCommand(live, why),
    })),
  };
}

/** The command that goes on from here. */
export function nextCommand(live: Live, why: Left['why']): string {
  if (why === 'other-account') return 'handson use aws';
  if (why === 'protected' && live.type === 'table')
    return `aws dynamodb update-table --table-name ${live.id} --no-deletion-protection-enabled`;
  if (why === 'protected')
    return `aws logs put-log-group-deletion-protection --log-group-identifier ${live.id} --no-deletion-protection-enabled`;
  return 'handson clean --yes';
}

function shown({ type, id, name, arn, madeAt, changedAt, cost, guarded }: Live) {
  return {
    type,
    id,
    name,
    arn,
    ...(madeAt === undefined ? {} : { made: new Date(madeAt).toISOString() }),
    ...(changedAt === undefined ? {} : { changed: new Date(changedAt).toISOString() }),
    cost: { class: cost.class, monthlyUsd: round(cost.monthlyUsd) },
    protected: guarded ?? false,
  };
}

function trailOf(maker: Maker | undefined) {
  return maker ? { trail: { by: maker.by, at: new Date(maker.at).toISOString() } } : {};
}

function unreadOf({ type, trouble: { cause, code, action } }: Unread) {
  return { type, cause, code, ...(action ? { action } : {}) };
}

function round(usd: number): number {
  return Math.round(usd * 10_000) / 10_000;
}
