import type {
  ApiKey,
  ApiKeys,
  CreateApiKeyRequest,
  DeleteApiKeyRequest,
  GetApiKeyRequest,
  GetApiKeysRequest,
  UpdateApiKeyRequest,
} from '@aws-sdk/client-api-gateway';
import type { Ctx } from '#sandbox/core/context.ts';
import { badRequest, conflict, notFound, notThere } from './errors.ts';
import { facts } from './facts.ts';
import { pageOf } from './paging.ts';
import { applyPatch, flag, type PatchRule } from './patch.ts';
import type { ApiKeyRecord } from './records.ts';
import { seconds } from './rest-apis.ts';
import { newId, stageOf, tables } from './tables.ts';

export function createApiKey(input: CreateApiKeyRequest, ctx: Ctx): ApiKey {
  if (input.generateDistinctId === false)
    throw notThere('API key whose id is its value (generateDistinctId)');
  checkValue(input.value);
  checkName(input.name);
  checkDescription(input.description);
  for (const { restApiId, stageName } of input.stageKeys ?? []) stageOf(ctx, restApiId, stageName);
  const value = input.value || ctx.parts.random.text(40, alphabet);
  if (tables.apiKeyValues(ctx).get(hex(value))) throw conflict('API Key already exists');
  const now = seconds(ctx.now());
  const key: ApiKeyRecord = {
    id: newId(ctx, 10),
    value,
    name: input.name,
    customerId: input.customerId,
    description: input.description,
    enabled: input.enabled ?? false,
    createdDate: now,
    lastUpdatedDate: now,
    stageKeys: (input.stageKeys ?? []).map(({ restApiId, stageName }) => `${restApiId}/${stageName}`),
    tags: input.tags ?? {},
  };
  ctx.atomic(() => {
    tables.apiKeys(ctx).put(key.id, key);
    tables.apiKeyValues(ctx).put(hex(value), key.id);
  });
  const { tags, ...shown } = show(key, true);
  return input.tags ? { ...shown, tags } : shown;
}

export function getApiKey(input: GetApiKeyRequest, ctx: Ctx): ApiKey {
  return show(apiKeyOf(ctx, input.apiKey), input.includeValue ?? false);
}

/** `nameQuery` is the beginning of a name, in its own case. */
export function getApiKeys(input: GetApiKeysRequest, ctx: Ctx): ApiKeys {
  const query = input.nameQuery;
  const found = tables
    .apiKeys(ctx)
    .list()
    .map(([, key]) => key)
    .filter((key) => query === undefined || key.name?.startsWith(query))
    .filter((key) => input.customerId === undefined || key.customerId === input.customerId);
  const { items, position } = pageOf(found, ({ id }) => id, input);
  return {
    items: items.map((key) => {
      const { tags, ...shown } = show(key, input.includeValues ?? false);
      return Object.keys(key.tags).length > 0 ? { ...shown, tags } : shown;
    }),
    position,
  };
}

export function updateApiKey(input: UpdateApiKeyRequest, ctx: Ctx): ApiKey {
  const key = apiKeyOf(ctx, input.apiKey);
  applyPatch(key, input.patchOperations, { rules, wording: 'listed', input: 'updateApiKeyInput' });
  key.lastUpdatedDate = seconds(ctx.now());
  tables.apiKeys(ctx).put(key.id, key);
  return show(key, false);
}

export function deleteApiKey(input: DeleteApiKeyRequest, ctx: Ctx): Record<string, never> {
  const key = apiKeyOf(ctx, input.apiKey);
  ctx.atomic(() => {
    for (const [path] of tables.keyPlans(ctx).list({ prefix: `${key.id}/` })) {
      tables.keyPlans(ctx).delete(path);
      tables.planKeys(ctx).delete(path.split('/').reverse().join('/'));
    }
    tables.apiKeys(ctx).delete(key.id);
    tables.apiKeyValues(ctx).delete(hex(key.value));
  });
  return {};
}

export function apiKeyOf(ctx: Ctx, id: string | undefined): ApiKeyRecord {
  const key = /^\w+$/.test(id ?? '') ? tables.apiKeys(ctx).get(id ?? '') : undefined;
  if (!key) throw notFound('Invalid API Key identifier specified');
  return key;
}

/** Whose value this is: what a request brings in its header. */
export function apiKeyByValue(ctx: Ctx, value: string): ApiKeyRecord | undefined {
  const id = tables.apiKeyValues(ctx).get(hex(value));
  return id === undefined ? undefined : tables.apiKeys(ctx).get(id);
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Store keys are ASCII, and a value is any text. */
function hex(value: string): string {
  return Array.from(new TextEncoder().encode(value), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function show(key: ApiKeyRecord, withValue: boolean): ApiKey {
  const { value, ...shown } = key;
  return {
    ...shown,
    ...(withValue ? { value } : {}),
    createdDate: new Date(key.createdDate),
    lastUpdatedDate: new Date(key.lastUpdatedDate),
  };
}

function checkValue(value: string | undefined): void {
  const { shortest, longest } = facts.apiKeyValue;
  if (!value) return;
  if (value.length < shortest) throw badRequest(`API Key value should be at least ${shortest} characters`);
  if (value.length > longest) {
    throw badRequest(`API Key value exceeds maximum size of ${longest} characters`);
  }
}

function checkName(name: string | undefined): void {
  if ((name?.length ?? 0) <= facts.apiKeyName) return;
  throw badRequest(`Invalid API Key name, can be at most ${facts.apiKeyName} characters.`);
}

function checkDescription(description: string | undefined): void {
  if ((description?.length ?? 0) > facts.apiKeyDescription) {
    throw badRequest('Invalid API Key description specified.');
  }
}

const rules: ReadonlyArray<PatchRule<ApiKeyRecord>> = [
  {
    path: '/description',
    ops: ['replace'],
    apply(key, { value }) {
      checkDescription(value);
      key.description = value;
    },
  },
  {
    path: '/enabled',
    ops: ['replace'],
    apply: (key, { value }) => {
      key.enabled = flag(value);
    },
  },
  {
    path: '/name',
    ops: ['replace'],
    apply(key, { value }) {
      checkName(value);
      key.name = value;
    },
  },
  {
    path: '/customerId',
    ops: ['replace'],
    apply: (key, { value }) => {
      key.customerId = value;
    },
  },
];
