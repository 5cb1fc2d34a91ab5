import { apiKeyByValue } from '../api-keys.ts';
import type { ApiKeyRecord, UsagePlanRecord } from '../records.ts';
import { tables } from '../tables.ts';
import { countCall } from '../usage.ts';
import type { RoutedCall } from './call.ts';
import { GatewayFailure } from './failure.ts';
import { headerOf } from './incoming.ts';
import { take } from './throttle.ts';

/** Lets a call through that brings an enabled key of a plan with this stage, within the plan's rate and quota. */
export function checkApiKey(call: RoutedCall): ApiKeyRecord | undefined {
  if (!call.method.apiKeyRequired) return undefined;
  const value = headerOf(call.incoming.headers, 'x-api-key');
  const key = value ? apiKeyByValue(call.ctx, value) : undefined;
  const plan = key?.enabled ? planFor(call, key) : undefined;
  if (!key || !plan) {
    call.log.push(
      value
        ? 'API Key  not authorized because no enabled key of a usage plan with this stage has this value'
        : 'API Key  not authorized because method requires API Key',
    );
    throw new GatewayFailure('INVALID_API_KEY');
  }
  const name = `plan/${plan.id}/${key.id}`;
  const stage = plan.apiStages?.find(({ apiId }) => apiId === call.apiId);
  const limit = stage?.throttle?.[`${call.resource.path}/${call.method.httpMethod}`];
  if (limit) take(call, `${name}/${call.method.httpMethod}${call.resource.path}`, limit);
  if (plan.throttle) take(call, name, plan.throttle);
  if (!countCall(call.ctx, plan.id, key.id, plan.quota)) throw new GatewayFailure('QUOTA_EXCEEDED');
  return key;
}

function planFor(call: RoutedCall, key: ApiKeyRecord): UsagePlanRecord | undefined {
  return tables
    .keyPlans(call.ctx)
    .list({ prefix: `${key.id}/` })
    .flatMap(([path]) => tables.usagePlans(call.ctx).get(path.split('/')[1] ?? '') ?? [])
    .find((plan) =>
      plan.apiStages?.some(({ apiId, stage }) => apiId === call.apiId && stage === call.stage.stageName),
    );
}
