import type { Method, MethodResponse } from '@aws-sdk/client-api-gateway';
import { type ExportInput, schemaOf } from './export-openapi.ts';
import {
  gatewayExtension,
  integrationExtension,
  methodKey,
  methodsByPath,
  parametersOf,
} from './export-parts.ts';
import { own } from './tables.ts';

export function swagger(source: ExportInput): object {
  const { api, definition } = source;
  const byPath = methodsByPath(definition);
  const keyed = byPath.some(([, methods]) => methods.some((method) => method.apiKeyRequired));
  const used = byPath.flatMap(([, methods]) => methods.flatMap(modelsOf));
  const definitions = Object.values(definition.models)
    .filter(({ name }) => used.includes(name ?? '') || (name !== 'Empty' && name !== 'Error'))
    .map(({ name, schema }) => [name, schemaOf(schema, '#/definitions/')]);
  return {
    swagger: '2.0',
    info: {
      ...(api.description ? { description: api.description } : {}),
      version: source.version,
      title: api.name,
    },
    host: source.host,
    basePath: `/${source.stage}`,
    schemes: ['https'],
    paths: Object.fromEntries(
      byPath.map(([path, methods]) => [
        path,
        Object.fromEntries(methods.map((method) => [methodKey(method), operation(source, path, method)])),
      ]),
    ),
    ...(keyed
      ? { securityDefinitions: { api_key: { type: 'apiKey', name: 'x-api-key', in: 'header' } } }
      : {}),
    ...(definitions.length > 0 ? { definitions: Object.fromEntries(definitions) } : {}),
    ...(source.integrations ? gatewayExtension(source) : {}),
  };
}

function operation(source: ExportInput, path: string, method: Method): object {
  const bodies = Object.entries(method.requestModels ?? {});
  const answers = Object.values(method.methodResponses ?? {});
  const produces = [...new Set(answers.flatMap(({ responseModels }) => Object.keys(responseModels ?? {})))];
  const parameters = [
    ...parametersOf(path, method).map((parameter) => ({ ...parameter, type: 'string' })),
    ...bodies.map(([, name]) => ({
      in: 'body',
      name,
      required: true,
      schema: { $ref: `#/definitions/${name}` },
    })),
  ];
  const validator = source.all && own(source.definition.validators, method.requestValidatorId ?? '');
  return {
    ...(method.operationName ? { operationId: method.operationName } : {}),
    ...(bodies.length > 0 ? { consumes: bodies.map(([type]) => type) } : {}),
    ...(produces.length > 0 ? { produces } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(answers.length > 0
      ? { responses: Object.fromEntries(answers.map((one) => [one.statusCode, response(one)])) }
      : {}),
    ...(method.apiKeyRequired ? { security: [{ api_key: [] }] } : {}),
    ...(validator ? { 'x-amazon-apigateway-request-validator': validator.name } : {}),
    ...(source.integrations ? integrationExtension(method) : {}),
  };
}

function response({ statusCode, responseParameters, responseModels }: MethodResponse): object {
  const [model] = Object.values(responseModels ?? {});
  const headers = Object.keys(responseParameters ?? {}).map((key) => [
    key.replace('method.response.header.', ''),
    { type: 'string' },
  ]);
  return {
    description: `${statusCode} response`,
    ...(model ? { schema: { $ref: `#/definitions/${model}` } } : {}),
    ...(headers.length > 0 ? { headers: Object.fromEntries(headers) } : {}),
  };
}

function modelsOf(method: Method): string[] {
  return [
    ...Object.values(method.requestModels ?? {}),
    ...Object.values(method.methodResponses ?? {}).flatMap(({ responseModels }) =>
      Object.values(responseModels ?? {}),
    ),
  ];
}
