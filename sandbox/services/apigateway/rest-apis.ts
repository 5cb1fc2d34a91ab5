import type {
  CreateRestApiRequest,
  DeleteRestApiRequest,
  GetRestApiRequest,
  GetRestApisRequest,
  Model,
  RestApi,
  RestApis,
} from '@aws-sdk/client-api-gateway';
import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import { checkCompression, checkEndpoint, checkPolicy } from './endpoint.ts';
import { badRequest, refuse } from './errors.ts';
import { facts, outsideEnum } from './facts.ts';
import { pageOfTable } from './paging.ts';
import type { ApiRecord, Definition } from './records.ts';
import { apiOf, definitionOf, newId, tables } from './tables.ts';
import { dropBuckets } from './web/throttle.ts';

export function createRestApi(input: CreateRestApiRequest, ctx: Ctx): RestApi {
  const endpointConfiguration = checkEndpoint(input);
  refuse(outsideEnum(input.apiKeySource, 'createRestApiInput.apiKeySource', facts.apiKeySources));
  if (!input.name) throw badRequest('Invalid API name specified');
  if (input.description === '') throw badRequest('Description cannot be an empty string');
  checkCompression(input.minimumCompressionSize);
  checkPolicy(input.policy);
  const id = newId(ctx, 10);
  const rootResourceId = newId(ctx, 10);
  const api: ApiRecord = {
    id,
    rootResourceId,
    name: input.name,
    description: input.description,
    version: input.version,
    createdDate: seconds(ctx.now()),
    apiKeySource: input.apiKeySource ?? 'HEADER',
    binaryMediaTypes: input.binaryMediaTypes,
    minimumCompressionSize: input.minimumCompressionSize,
    endpointConfiguration,
    policy: input.policy,
    disableExecuteApiEndpoint: input.disableExecuteApiEndpoint ?? false,
    securityPolicy: input.securityPolicy,
    endpointAccessMode: input.endpointAccessMode,
    tags: input.tags ?? {},
  };
  const definition = input.cloneFrom
    ? cloned(ctx, input.cloneFrom, rootResourceId)
    : blank(ctx, rootResourceId);
  ctx.atomic(() => {
    tables.apis(ctx).put(id, api);
    tables.definitions(ctx).put(id, definition);
    tables.places(ctx).put(id, { account: ctx.account, region: ctx.region });
  });
  const { tags, ...shown } = showApi(api);
  return input.tags ? { ...shown, tags } : shown;
}

export function getRestApi(input: GetRestApiRequest, ctx: Ctx): RestApi {
  return showApi(apiOf(ctx, input.restApiId));
}

export function getRestApis(input: GetRestApisRequest, ctx: Ctx): RestApis {
  const { items, position } = pageOfTable((range) => tables.apis(ctx).list(range), input);
  return { items: items.map(showApi), position };
}

/** Takes everything below with it; on AWS once in 30 seconds for an account, here only when its limits are asked for. */
export function deleteRestApi(input: DeleteRestApiRequest, ctx: Ctx): Record<string, never> {
  const { id } = apiOf(ctx, input.restApiId);
  const stages = tables.stages(ctx).list({ prefix: `${id}/` });
  takeTurn(ctx);
  ctx.atomic(() => {
    for (const [key] of stages) tables.stages(ctx).delete(key);
    for (const [key] of tables.deployments(ctx).list({ prefix: `${id}/` }))
      tables.deployments(ctx).delete(key);
    for (const [key] of tables.snapshots(ctx).list({ prefix: `${id}/` })) tables.snapshots(ctx).delete(key);
    tables.definitions(ctx).delete(id);
    tables.apis(ctx).delete(id);
    tables.places(ctx).delete(id);
    dropBuckets(ctx, `stage/${id}/`);
  });
  return {};
}

export function showApi(api: ApiRecord): RestApi {
  return { ...api, createdDate: new Date(api.createdDate) };
}

/** AWS keeps these times in whole seconds. */
export function seconds(ms: number): number {
  return Math.floor(ms / 1000) * 1000;
}

function takeTurn(ctx: Ctx): void {
  if (!ctx.parts.awsLimits) return;
  const turns = ctx.table<number>('turns');
  const wait =
    (turns.get('DeleteRestApi') ?? Number.NEGATIVE_INFINITY) + facts.deleteRestApiEveryMs - ctx.now();
  if (wait > 0) {
    throw new AwsError('TooManyRequestsException', 'Too Many Requests', {
      members: { retryAfterSeconds: String(Math.ceil(wait / 1000)) },
    });
  }
  turns.put('DeleteRestApi', ctx.now());
}

function cloned(ctx: Ctx, from: string, rootResourceId: string): Definition {
  const source = apiOf(ctx, from);
  const definition = definitionOf(ctx, from);
  const root = definition.resources[source.rootResourceId];
  delete definition.resources[source.rootResourceId];
  if (root) definition.resources[rootResourceId] = { ...root, id: rootResourceId };
  for (const resource of Object.values(definition.resources)) {
    if (resource.parentId === source.rootResourceId) resource.parentId = rootResourceId;
  }
  return definition;
}

function blank(ctx: Ctx, rootResourceId: string): Definition {
  return {
    resources: { [rootResourceId]: { id: rootResourceId, path: '/', methods: {} } },
    models: { Empty: emptyModel(newId(ctx, 6)), Error: errorModel(newId(ctx, 6)) },
    validators: {},
    gatewayResponses: {},
  };
}

const draft4 = 'http://json-schema.org/draft-04/schema#';

function emptyModel(id: string): Model {
  const schema = { $schema: draft4, title: 'Empty Schema', type: 'object' };
  return defaultModel(id, 'Empty', 'This is a default empty schema model', schema);
}

function errorModel(id: string): Model {
  const properties = { message: { type: 'string' } };
  const schema = { $schema: draft4, title: 'Error Schema', type: 'object', properties };
  return defaultModel(id, 'Error', 'This is a default error schema model', schema);
}

function defaultModel(id: string, name: string, description: string, schema: object): Model {
  return { id, name, description, schema: JSON.stringify(schema, null, 2), contentType: 'application/json' };
}
