import type {
  CreateUsagePlanKeyRequest,
  DeleteUsagePlanKeyRequest,
  GetUsagePlanKeyRequest,
  GetUsagePlanKeysRequest,
  UsagePlanKey,
  UsagePlanKeys,
} from '@aws-sdk/client-api-gateway';
import type { Ctx } from '#sandbox/core/context.ts';
import { apiKeyOf } from './api-keys.ts';
import { badRequest, conflict, notFound } from './errors.ts';
import { pageOf } from './paging.ts';
import type { ApiKeyRecord } from './records.ts';
import { tables } from './tables.ts';
import { usagePlanOf } from './usage-plans.ts';

export function createUsagePlanKey(input: CreateUsagePlanKeyRequest, ctx: Ctx): UsagePlanKey {
  const plan = usagePlanOf(ctx, input.usagePlanId);
  if (input.keyType !== 'API_KEY') throw badRequest('Usage Plan Key type must be API_KEY');
  const key = apiKeyOf(ctx, input.keyId);
  if (tables.planKeys(ctx).get(`${plan.id}/${key.id}`)) {
    throw conflict('API Key cannot be added to the same usage plan twice');
  }
  ctx.atomic(() => {
    tables.planKeys(ctx).put(`${plan.id}/${key.id}`, { at: ctx.now() });
    tables.keyPlans(ctx).put(`${key.id}/${plan.id}`, { at: ctx.now() });
  });
  return show(key);
}

export function getUsagePlanKey(input: GetUsagePlanKeyRequest, ctx: Ctx): UsagePlanKey {
  return show(keyIn(ctx, input));
}

/** An unknown plan has no keys: AWS answers an empty list, not an error. */
export function getUsagePlanKeys(input: GetUsagePlanKeysRequest, ctx: Ctx): UsagePlanKeys {
  const planId = /^\w+$/.test(input.usagePlanId ?? '') ? input.usagePlanId : '-';
  const keys = tables
    .planKeys(ctx)
    .list({ prefix: `${planId}/` })
    .flatMap(([path]) => tables.apiKeys(ctx).get(path.split('/')[1] ?? '') ?? [])
    .filter((key) => input.nameQuery === undefined || key.name?.startsWith(input.nameQuery));
  const { items, position } = pageOf(keys, ({ id }) => id, input);
  return { items: items.map(show), position };
}

export function deleteUsagePlanKey(input: DeleteUsagePlanKeyRequest, ctx: Ctx): Record<string, never> {
  const key = keyIn(ctx, input);
  ctx.atomic(() => {
    tables.planKeys(ctx).delete(`${input.usagePlanId}/${key.id}`);
    tables.keyPlans(ctx).delete(`${key.id}/${input.usagePlanId}`);
  });
  return {};
}

function keyIn(ctx: Ctx, input: GetUsagePlanKeyRequest): ApiKeyRecord {
  const plan = usagePlanOf(ctx, input.usagePlanId);
  const known = /^\w+$/.test(input.keyId ?? '') && tables.planKeys(ctx).get(`${plan.id}/${input.keyId}`);
  if (!known) throw notFound('Invalid Usage Plan Key identifier specified');
  return apiKeyOf(ctx, input.keyId);
}

function show(key: ApiKeyRecord): UsagePlanKey {
  return { id: key.id, type: 'API_KEY', value: key.value, name: key.name };
}
