import type { Method, MethodResponse } from '@aws-sdk/client-api-gateway';
import {
  gatewayExtension,
  integrationExtension,
  methodKey,
  methodsByPath,
  parametersOf,
} from './export-parts.ts';
import type { Definition, Snapshot } from './records.ts';
import { own } from './tables.ts';

export interface ExportInput extends Snapshot {
  version: string;
  host: string;
  stage: string;
  /** `extensions=integrations` */
  integrations: boolean;
  /** `extensions=apigateway`: every extension of the gateway. */
  all: boolean;
}

export function openApi(source: ExportInput): object {
  const { api, definition } = source;
  const schemas = schemasOf(definition);
  const keyed = methodsByPath(definition).some(([, methods]) =>
    methods.some((method) => method.apiKeyRequired),
  );
  const components = {
    ...(Object.keys(schemas).length > 0 ? { schemas } : {}),
    ...(keyed ? { securitySchemes: { api_key: { type: 'apiKey', name: 'x-api-key', in: 'header' } } } : {}),
  };
  return {
    openapi: '3.0.1',
    info: {
      title: api.name,
      ...(api.description ? { description: api.description } : {}),
      version: source.version,
    },
    servers: [
      { url: `https://${source.host}/{basePath}`, variables: { basePath: { default: source.stage } } },
    ],
    paths: Object.fromEntries(
      methodsByPath(definition).map(([path, methods]) => [
        path,
        Object.fromEntries(methods.map((method) => [methodKey(method), operation(source, path, method)])),
      ]),
    ),
    components,
    ...(source.integrations ? gatewayExtension(source) : {}),
  };
}

function operation(source: ExportInput, path: string, method: Method): object {
  const parameters = parametersOf(path, method).map((parameter) => ({
    ...parameter,
    schema: { type: 'string' },
  }));
  const bodies = Object.entries(method.requestModels ?? {});
  const responses = Object.values(method.methodResponses ?? {});
  const validator = source.all && own(source.definition.validators, method.requestValidatorId ?? '');
  return {
    ...(method.operationName ? { operationId: method.operationName } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(bodies.length > 0 ? { requestBody: { content: content(bodies), required: true } } : {}),
    ...(responses.length > 0
      ? { responses: Object.fromEntries(responses.map((one) => [one.statusCode, response(one)])) }
      : {}),
    ...(method.apiKeyRequired ? { security: [{ api_key: [] }] } : {}),
    ...(validator ? { 'x-amazon-apigateway-request-validator': validator.name } : {}),
    ...(source.integrations ? integrationExtension(method) : {}),
  };
}

function response({ statusCode, responseParameters, responseModels }: MethodResponse): object {
  const headers = Object.keys(responseParameters ?? {}).map((key) => [
    key.replace('method.response.header.', ''),
    { schema: { type: 'string' } },
  ]);
  return {
    description: `${statusCode} response`,
    ...(headers.length > 0 ? { headers: Object.fromEntries(headers) } : {}),
    content: content(Object.entries(responseModels ?? {})),
  };
}

function content(models: Array<[string, string]>): object {
  return Object.fromEntries(
    models.map(([type, name]) => [type, { schema: { $ref: `#/components/schemas/${name}` } }]),
  );
}

/** The models that some method names; the two default ones are there in every API and mostly unused. */
function schemasOf(definition: Definition): Record<string, unknown> {
  const methods = Object.values(definition.resources).flatMap((resource) => Object.values(resource.methods));
  const named = methods.flatMap((method) => [
    ...Object.values(method.requestModels ?? {}),
    ...Object.values(method.methodResponses ?? {}).flatMap(({ responseModels }) =>
      Object.values(responseModels ?? {}),
    ),
  ]);
  const used = Object.values(definition.models).filter(
    ({ name }) => named.includes(name ?? '') || (name !== 'Empty' && name !== 'Error'),
  );
  return Object.fromEntries(
    used.map(({ name, schema }) => [name, schemaOf(schema, '#/components/schemas/')]),
  );
}

/** Models refer to each other by address; in an export they stand beside each other. */
export function schemaOf(schema: string | undefined, place: string): unknown {
  const text = (schema ?? '{}').replace(
    /"https:\/\/apigateway\.amazonaws\.com\/restapis\/\w+\/models\/(\w+)"/g,
    `"${place}$1"`,
  );
  const { $schema: _, title: __, ...rest } = JSON.parse(text) as Record<string, unknown>;
  return rest;
}
