import type { Ctx } from '#sandbox/core/context.ts';
import { facts } from '../facts.ts';
import { methodSettingOf } from '../method-settings.ts';
import type { RoutedCall } from './call.ts';
import { GatewayFailure } from './failure.ts';

interface Bucket {
  tokens: number;
  at: number;
}

/** A stage's own limit for the method, or that for all of its methods together. */
export function throttleStage(call: RoutedCall): void {
  const method = call.method.httpMethod ?? 'ANY';
  const setting = methodSettingOf(call.stage, call.resource.path, method);
  const { throttlingRateLimit: rateLimit, throttlingBurstLimit: burstLimit } = setting ?? {};
  if (rateLimit === undefined || burstLimit === undefined) return;
  const name = `stage/${call.apiId}/${call.stage.stageName}/${method}${call.resource.path}`;
  take(call, name, { rateLimit, burstLimit });
}

/** Takes one token or throws: `burstLimit` calls at once, refilled at `rateLimit` a second. */
export function take(
  call: RoutedCall,
  name: string,
  { rateLimit = 0, burstLimit = 0 }: { rateLimit?: number | undefined; burstLimit?: number | undefined },
): void {
  if (rateLimit < 0 || burstLimit < 0) return;
  if (rateLimit >= facts.account.rateLimit && burstLimit >= facts.account.burstLimit) return;
  const buckets = bucketsOf(call.ctx);
  const key = encodeURIComponent(name);
  const now = call.ctx.now();
  const before = buckets.get(key) ?? { tokens: burstLimit, at: now };
  const tokens = Math.min(burstLimit, before.tokens + (Math.max(0, now - before.at) / 1000) * rateLimit);
  if (tokens < 1) {
    call.log.push(`Rate exceeded for ${name}`);
    throw new GatewayFailure('THROTTLED');
  }
  buckets.put(key, { tokens: tokens - 1, at: now });
}

/** With what it limits, a bucket goes: `stage/{apiId}/` for an API, `plan/{planId}/` for a usage plan. */
export function dropBuckets(ctx: Ctx, prefix: string): void {
  const buckets = bucketsOf(ctx);
  for (const [key] of buckets.list({ prefix: encodeURIComponent(prefix) })) buckets.delete(key);
}

function bucketsOf(ctx: Ctx) {
  return ctx.table<Bucket>('buckets');
}
