import type {
  PatchOperation,
  ThrottleSettings,
  UpdateUsagePlanRequest,
  UsagePlan,
} from '@aws-sdk/client-api-gateway';
import type { Ctx } from '#sandbox/core/context.ts';
import { badRequest, notFound, refuse } from './errors.ts';
import { facts, outsideEnum } from './facts.ts';
import { pointerPart } from './patch.ts';
import type { UsagePlanRecord } from './records.ts';
import { tables } from './tables.ts';
import { checkQuota, checkStage, unknownStage, usagePlanOf } from './usage-plans.ts';

export function updateUsagePlan(input: UpdateUsagePlanRequest, ctx: Ctx): UsagePlan {
  const plan = usagePlanOf(ctx, input.usagePlanId);
  const patches = input.patchOperations ?? [];
  refuse(
    patches.flatMap(({ op }, at) =>
      outsideEnum(op, `updateUsagePlanInput.patchOperations.${at + 1}.member.op`, facts.patchOps),
    ),
  );
  for (const patch of patches) applyOne(ctx, plan, patch);
  if (plan.quota) checkQuota({ ...plan.quota });
  tables.usagePlans(ctx).put(plan.id, plan);
  return plan;
}

function applyOne(ctx: Ctx, plan: UsagePlanRecord, patch: PatchOperation): void {
  const [, first, second, ...rest] = (patch.path ?? '').split('/');
  const value = patch.value;
  const replace = patch.op === 'replace' || patch.op === 'add';
  const remove = patch.op === 'remove';
  if (first === 'apiStages' && second === undefined) {
    setStages(ctx, plan, patch);
    return;
  }
  if (first === 'apiStages' && second && rest[0] === 'throttle') {
    setStageThrottle(plan, second, rest, patch);
    return;
  }
  if (first === 'throttle' && !second && remove) {
    delete plan.throttle;
    return;
  }
  if (first === 'quota' && !second && remove) {
    delete plan.quota;
    return;
  }
  if (first === 'productCode' && !second) {
    plan.productCode = remove ? undefined : value;
    return;
  }
  if (replace && patch.path === '/name') {
    plan.name = value;
    return;
  }
  if (replace && patch.path === '/description') {
    plan.description = value;
    return;
  }
  if (replace && first === 'throttle' && (second === 'burstLimit' || second === 'rateLimit')) {
    plan.throttle = { burstLimit: 0, rateLimit: 0, ...plan.throttle, [second]: number(value) };
    return;
  }
  if (replace && first === 'quota' && (second === 'limit' || second === 'offset')) {
    plan.quota = { offset: 0, ...plan.quota, [second]: number(value) };
    return;
  }
  if (replace && patch.path === '/quota/period') {
    if (value !== 'DAY' && value !== 'WEEK' && value !== 'MONTH') {
      throw badRequest('Invalid quota period specified. Valid options are DAY, WEEK, MONTH');
    }
    plan.quota = { offset: 0, ...plan.quota, period: value };
    return;
  }
  throw wrongPath(patch);
}

/** `apiId:stage`, as text in the patch's value. */
function setStages(ctx: Ctx, plan: UsagePlanRecord, { op, value }: PatchOperation): void {
  const [apiId, stage] = (value ?? '').split(':');
  if (!apiId || !stage) throw badRequest('Invalid API Stage specified');
  const others = (plan.apiStages ?? []).filter((held) => held.apiId !== apiId || held.stage !== stage);
  if (op === 'remove') {
    if (others.length === plan.apiStages?.length) throw unknownStage(apiId, stage, plan.id);
    plan.apiStages = others;
    return;
  }
  checkStage(ctx, { apiId, stage }, plan.id);
  plan.apiStages = [...others, { apiId, stage }];
}

/** `/apiStages/{apiId:stage}/throttle/{resourcePath}/{httpMethod}/rateLimit`, the path with `~1` for its slashes. */
function setStageThrottle(plan: UsagePlanRecord, name: string, rest: string[], patch: PatchOperation): void {
  const [apiId, stage] = name.split(':');
  const held = plan.apiStages?.find((one) => one.apiId === apiId && one.stage === stage);
  if (!held)
    throw notFound(`Invalid API Stage {api: ${apiId}, stage: ${stage}} specified for usageplan ${plan.id}`);
  const [, path, method, limit] = rest;
  if (patch.op === 'remove' && path === undefined) {
    delete held.throttle;
    return;
  }
  if (!path || !method) throw wrongPath(patch);
  const key = `${pointerPart(path)}/${method}`;
  const { [key]: before, ...others } = held.throttle ?? {};
  if (patch.op === 'remove') {
    held.throttle = others;
    return;
  }
  if (limit !== 'burstLimit' && limit !== 'rateLimit') throw wrongPath(patch);
  const after: ThrottleSettings = { burstLimit: 0, rateLimit: 0, ...before, [limit]: number(patch.value) };
  held.throttle = { ...others, [key]: after };
}

function number(value: string | undefined): number {
  const parsed = Number(value);
  if (value && Number.isFinite(parsed)) return parsed;
  throw badRequest(`Invalid value for a number: ${value}`);
}

const throttles = [
  '/apiStages/<apidId:stageName>/throttle/<resourcePath>/<httpMethod>',
  '/apiStages/<apidId:stageName>/throttle',
];

const listed: Readonly<Record<string, readonly string[]>> = {
  add: ['/apiStages'],
  remove: ['/apiStages', '/quota', '/throttle', '/productCode', ...throttles],
  replace: [
    '/name',
    '/description',
    '/productCode',
    '/throttle/rateLimit',
    '/throttle/burstLimit',
    '/quota/limit',
    '/quota/offset',
    '/quota/period',
    '/apiStages/<apidId:stageName>/throttle/<resourcePath>/<httpMethod>/rateLimit',
    '/apiStages/<apidId:stageName>/throttle/<resourcePath>/<httpMethod>/burstLimit',
  ],
};

function wrongPath({ op, path }: PatchOperation) {
  const all = op && Object.hasOwn(listed, op) ? listed[op] : undefined;
  const then = all ? `Must be one of: [${all.join(', ')}]` : 'Please choose supported operations';
  return badRequest(`Invalid patch path  '${path}' specified for op '${op}'. ${then}`);
}
