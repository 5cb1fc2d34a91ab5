import type { Ctx } from '#sandbox/core/context.ts';
import { notFound } from './errors.ts';
import type {
  AccountRecord,
  ApiKeyRecord,
  ApiPlace,
  ApiRecord,
  Definition,
  DeploymentRecord,
  ResourceRecord,
  Snapshot,
  StageRecord,
  UsagePlanRecord,
} from './records.ts';

export const tables = {
  apis: (ctx: Ctx) => ctx.table<ApiRecord>('apis'),
  definitions: (ctx: Ctx) => ctx.table<Definition>('definitions'),
  /** Keys are `apiId/deploymentId` and `apiId/stageName`. */
  deployments: (ctx: Ctx) => ctx.table<DeploymentRecord>('deployments'),
  snapshots: (ctx: Ctx) => ctx.table<Snapshot>('snapshots'),
  stages: (ctx: Ctx) => ctx.table<StageRecord>('stages'),
  apiKeys: (ctx: Ctx) => ctx.table<ApiKeyRecord>('api-keys'),
  /** From a key's value (in hex) to its id, so that a request finds its key in one look. */
  apiKeyValues: (ctx: Ctx) => ctx.table<string>('api-key-values'),
  usagePlans: (ctx: Ctx) => ctx.table<UsagePlanRecord>('usage-plans'),
  /** `planId/keyId`, and the same turned round. */
  planKeys: (ctx: Ctx) => ctx.table<{ at: number }>('plan-keys'),
  keyPlans: (ctx: Ctx) => ctx.table<{ at: number }>('key-plans'),
  /** `planId/keyId/YYYY-MM-DD` → calls. */
  usage: (ctx: Ctx) => ctx.table<number>('usage'),
  account: (ctx: Ctx) => ctx.table<AccountRecord>('account'),
  places: (ctx: Ctx) => ctx.shared<ApiPlace>('apis'),
};

export function apiOf(ctx: Ctx, restApiId: string | undefined): ApiRecord {
  const api = isId(restApiId) ? tables.apis(ctx).get(restApiId) : undefined;
  if (!api) throw notFound(`Invalid API identifier specified ${ctx.account}:${restApiId}`);
  return api;
}

export function definitionOf(ctx: Ctx, restApiId: string | undefined): Definition {
  const api = apiOf(ctx, restApiId);
  const definition = tables.definitions(ctx).get(api.id);
  if (!definition) throw notFound(`Invalid API identifier specified ${ctx.account}:${restApiId}`);
  return definition;
}

/** AWS blames the resource, not the API, when either is unknown. */
export function resourceIn(
  ctx: Ctx,
  input: { restApiId: string | undefined; resourceId: string | undefined },
): { definition: Definition; resource: ResourceRecord; save: () => void } {
  const apiId = input.restApiId;
  const definition = isId(apiId) ? tables.definitions(ctx).get(apiId) : undefined;
  const resource = definition && own(definition.resources, input.resourceId ?? '');
  if (!definition || !resource || !apiId) throw notFound('Invalid Resource identifier specified');
  return { definition, resource, save: () => tables.definitions(ctx).put(apiId, definition) };
}

export function stageOf(ctx: Ctx, restApiId: string | undefined, stageName: string | undefined): StageRecord {
  const api = apiOf(ctx, restApiId);
  const stage =
    stageName && /^[\w-]+$/.test(stageName) ? tables.stages(ctx).get(`${api.id}/${stageName}`) : undefined;
  if (!stage) throw notFound('Invalid stage identifier specified');
  return stage;
}

/** A record's own member: `constructor` is a possible name for a model, and no member of ours. */
export function own<T>(record: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

export function newId(ctx: Ctx, length: number): string {
  return ctx.parts.random.text(length);
}

function isId(value: string | undefined): value is string {
  return value !== undefined && /^[a-zA-Z0-9-]+$/.test(value);
}
