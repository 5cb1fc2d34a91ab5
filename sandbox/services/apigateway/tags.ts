import type {
  GetTagsRequest,
  TagResourceRequest,
  Tags,
  UntagResourceRequest,
} from '@aws-sdk/client-api-gateway';
import type { Ctx } from '#sandbox/core/context.ts';
import { apiKeyOf } from './api-keys.ts';
import { badRequest } from './errors.ts';
import { apiOf, stageOf, tables } from './tables.ts';
import { usagePlanOf } from './usage-plans.ts';

export function getTags(input: GetTagsRequest, ctx: Ctx): Tags {
  return { tags: taggedOf(ctx, input.resourceArn).tags };
}

export function tagResource(input: TagResourceRequest, ctx: Ctx): Record<string, never> {
  const { tags, save } = taggedOf(ctx, input.resourceArn);
  save({ ...tags, ...input.tags });
  return {};
}

export function untagResource(input: UntagResourceRequest, ctx: Ctx): Record<string, never> {
  const { tags, save } = taggedOf(ctx, input.resourceArn);
  save(Object.fromEntries(Object.entries(tags).filter(([key]) => !input.tagKeys?.includes(key))));
  return {};
}

interface Tagged {
  tags: Record<string, string>;
  save(tags: Record<string, string>): void;
}

/** `arn:aws:apigateway:REGION::/restapis/ID`, and the same of a stage, a key or a plan. */
function taggedOf(ctx: Ctx, arn: string | undefined): Tagged {
  const path = /^arn:[\w-]+:apigateway:[\w-]*::(\/.+)$/.exec(decoded(arn))?.[1] ?? '';
  const [, kind, id, below, name, ...more] = path.split('/');
  if (kind === 'restapis' && below === undefined) {
    const api = apiOf(ctx, id);
    return { tags: api.tags, save: (tags) => tables.apis(ctx).put(api.id, { ...api, tags }) };
  }
  if (kind === 'restapis' && below === 'stages' && more.length === 0) {
    const stage = stageOf(ctx, id, name);
    const key = `${id}/${stage.stageName}`;
    return { tags: stage.tags ?? {}, save: (tags) => tables.stages(ctx).put(key, { ...stage, tags }) };
  }
  if (kind === 'apikeys' && below === undefined) {
    const key = apiKeyOf(ctx, id);
    return { tags: key.tags, save: (tags) => tables.apiKeys(ctx).put(key.id, { ...key, tags }) };
  }
  if (kind === 'usageplans' && below === undefined) {
    const plan = usagePlanOf(ctx, id);
    return { tags: plan.tags ?? {}, save: (tags) => tables.usagePlans(ctx).put(plan.id, { ...plan, tags }) };
  }
  throw badRequest(`Invalid ARN specified in the request: ${arn}`);
}

function decoded(arn: string | undefined): string {
  try {
    return decodeURIComponent(arn ?? '');
  } catch {
    return '';
  }
}
