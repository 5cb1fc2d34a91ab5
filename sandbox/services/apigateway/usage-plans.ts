import type {
  ApiStage,
  CreateUsagePlanRequest,
  DeleteUsagePlanRequest,
  GetUsagePlanRequest,
  GetUsagePlansRequest,
  QuotaSettings,
  UsagePlan,
  UsagePlans,
} from '@aws-sdk/client-api-gateway';
import type { Ctx } from '#sandbox/core/context.ts';
import { badRequest, notFound, refuse } from './errors.ts';
import { facts, outsideEnum } from './facts.ts';
import { pageOf } from './paging.ts';
import type { UsagePlanRecord } from './records.ts';
import { newId, tables } from './tables.ts';
import { dropBuckets } from './web/throttle.ts';

export function createUsagePlan(input: CreateUsagePlanRequest, ctx: Ctx): UsagePlan {
  if (!input.name) throw badRequest('Usage Plan name cannot be blank');
  refuse(outsideEnum(input.quota?.period, 'createUsagePlanInput.quota.period', facts.quotaPeriods));
  const id = newId(ctx, 6);
  for (const stage of input.apiStages ?? []) checkStage(ctx, stage, id);
  const { tags, ...plan } = {
    id,
    name: input.name,
    description: input.description,
    apiStages: input.apiStages ?? [],
    throttle: input.throttle && { burstLimit: 0, rateLimit: 0, ...input.throttle },
    quota: input.quota && checkQuota({ offset: 0, ...input.quota }),
    tags: input.tags,
  };
  tables.usagePlans(ctx).put(id, { ...plan, tags: tags ?? {} });
  return tags ? { ...plan, tags } : plan;
}

export function getUsagePlan(input: GetUsagePlanRequest, ctx: Ctx): UsagePlan {
  return usagePlanOf(ctx, input.usagePlanId);
}

export function getUsagePlans(input: GetUsagePlansRequest, ctx: Ctx): UsagePlans {
  const plans = tables
    .usagePlans(ctx)
    .list()
    .map(([, plan]) => plan)
    .filter(({ id }) => !input.keyId || tables.planKeys(ctx).get(`${id}/${input.keyId}`));
  const { items, position } = pageOf(plans, ({ id }) => id, input);
  return {
    items: items.map(({ tags, ...plan }) => (Object.keys(tags ?? {}).length > 0 ? { ...plan, tags } : plan)),
    position,
  };
}

export function deleteUsagePlan(input: DeleteUsagePlanRequest, ctx: Ctx): Record<string, never> {
  const { id, apiStages } = usagePlanOf(ctx, input.usagePlanId);
  const first = apiStages?.[0];
  if (first) {
    throw badRequest(
      `Cannot delete Usage Plan ${id} because there are API Stages associated with it, including ${first.apiId}:${first.stage}`,
    );
  }
  ctx.atomic(() => {
    for (const [path] of tables.planKeys(ctx).list({ prefix: `${id}/` })) {
      tables.planKeys(ctx).delete(path);
      tables.keyPlans(ctx).delete(path.split('/').reverse().join('/'));
    }
    for (const [path] of tables.usage(ctx).list({ prefix: `${id}/` })) tables.usage(ctx).delete(path);
    tables.usagePlans(ctx).delete(id);
    dropBuckets(ctx, `plan/${id}/`);
  });
  return {};
}

export function usagePlanOf(ctx: Ctx, id: string | undefined): UsagePlanRecord {
  const plan = /^\w+$/.test(id ?? '') ? tables.usagePlans(ctx).get(id ?? '') : undefined;
  if (!plan) throw notFound('Invalid Usage Plan ID specified');
  return plan;
}

/** A plan takes only stages that are there. */
export function checkStage(ctx: Ctx, { apiId, stage }: ApiStage, planId: string): void {
  const known = /^\w+$/.test(apiId ?? '') && /^[\w-]+$/.test(stage ?? '');
  if (known && tables.stages(ctx).get(`${apiId}/${stage}`)) return;
  throw unknownStage(apiId, stage, planId);
}

export function unknownStage(apiId: string | undefined, stage: string | undefined, planId: string) {
  return notFound(`Invalid API Stage {api: ${apiId}, stage: ${stage}} specified for usageplan ${planId}`);
}

export function checkQuota(quota: QuotaSettings): QuotaSettings {
  const { limit, offset = 0, period } = quota;
  if (!period || limit === undefined || limit < 0) {
    throw badRequest('Usage Plan quota must have a positive limit and a period of DAY, WEEK or MONTH');
  }
  const days = { DAY: 0, WEEK: 6, MONTH: 27 }[period];
  if (offset < 0 || offset > days) {
    throw badRequest(
      `Usage Plan quota offset must be zero in the DAY period, 0 to 6 in WEEK, 0 to 27 in MONTH`,
    );
  }
  return quota;
}
