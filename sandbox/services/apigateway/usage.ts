import type { GetUsageRequest, QuotaSettings, Usage } from '@aws-sdk/client-api-gateway';
import type { Ctx } from '#sandbox/core/context.ts';
import { badRequest } from './errors.ts';
import { tables } from './tables.ts';
import { usagePlanOf } from './usage-plans.ts';

/** For each key and day: how many calls were used and how many of the quota were left. */
export function getUsage(input: GetUsageRequest, ctx: Ctx): Usage {
  const plan = usagePlanOf(ctx, input.usagePlanId);
  const days = daysBetween(input.startDate, input.endDate);
  const items: Record<string, number[][]> = {};
  for (const [path] of tables.planKeys(ctx).list({ prefix: `${plan.id}/` })) {
    const keyId = path.split('/')[1] ?? '';
    if (input.keyId && input.keyId !== keyId) continue;
    items[keyId] = days.map((day) => {
      const used = tables.usage(ctx).get(`${plan.id}/${keyId}/${day}`) ?? 0;
      const limit = plan.quota?.limit ?? 0;
      return [
        used,
        plan.quota ? Math.max(0, limit - usedInPeriod(ctx, plan.id, keyId, plan.quota, Date.parse(day))) : -1,
      ];
    });
  }
  return { usagePlanId: plan.id, startDate: input.startDate, endDate: input.endDate, items };
}

/** Counts one call against the quota of a key; `false`: the quota is used up. */
export function countCall(
  ctx: Ctx,
  planId: string,
  keyId: string,
  quota: QuotaSettings | undefined,
): boolean {
  const now = ctx.now();
  if (quota && usedInPeriod(ctx, planId, keyId, quota, now) >= (quota.limit ?? 0)) return false;
  const key = `${planId}/${keyId}/${dayOf(now)}`;
  tables.usage(ctx).put(key, (tables.usage(ctx).get(key) ?? 0) + 1);
  return true;
}

const dayMs = 86_400_000;

function usedInPeriod(ctx: Ctx, planId: string, keyId: string, quota: QuotaSettings, at: number): number {
  const from = dayOf(startOf(quota, at));
  const until = dayOf(at);
  const prefix = `${planId}/${keyId}/`;
  return tables
    .usage(ctx)
    .list({ prefix })
    .filter(([key]) => key.slice(prefix.length) >= from && key.slice(prefix.length) <= until)
    .reduce((sum, [, calls]) => sum + calls, 0);
}

/** Weeks begin on Sunday, months on the first, both moved by the quota's offset in days. */
function startOf({ period, offset = 0 }: QuotaSettings, at: number): number {
  const now = new Date(at);
  if (period === 'WEEK') return at - ((now.getUTCDay() - offset + 7) % 7) * dayMs;
  if (period !== 'MONTH') return at;
  const start = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1 + offset);
  return start <= at ? start : Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1 + offset);
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function daysBetween(start: string | undefined, end: string | undefined): string[] {
  const [from, until] = [Date.parse(start ?? ''), Date.parse(end ?? '')];
  if (!Number.isFinite(from) || !Number.isFinite(until)) throw badRequest('Invalid date specified');
  const count = Math.floor((until - from) / dayMs) + 1;
  if (count < 1) throw badRequest('Start date must be before end date');
  if (count > 90) throw badRequest('Usage data is only available for the last 90 days');
  return Array.from({ length: count }, (_, at) => dayOf(from + at * dayMs));
}
