import type { Integration, IntegrationResponse, Method } from '@aws-sdk/client-api-gateway';
import type { ExportInput } from './export-openapi.ts';
import { facts } from './facts.ts';
import type { Definition } from './records.ts';

/** What both kinds of export say in the same words. */
export function methodsByPath(definition: Definition): Array<[string, Method[]]> {
  return Object.values(definition.resources)
    .filter(({ methods }) => Object.keys(methods).length > 0)
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, methods }) => [path, Object.values(methods)]);
}

export function methodKey({ httpMethod }: Method): string {
  return httpMethod === 'ANY' ? 'x-amazon-apigateway-any-method' : (httpMethod ?? '').toLowerCase();
}

const locations: Readonly<Record<string, string>> = { querystring: 'query', path: 'path', header: 'header' };

export function parametersOf(path: string, method: Method) {
  const declared = Object.entries(method.requestParameters ?? {}).map(([key, required]) => {
    const [, , location = '', ...name] = key.split('.');
    return { name: name.join('.'), in: locations[location.replace('multivalue', '')] ?? location, required };
  });
  const inPath = [...path.matchAll(/\{([^}+]+)\+?\}/g)]
    .map(([, name = '']) => ({ name, in: 'path', required: true }))
    .filter(({ name }) => !declared.some((one) => one.in === 'path' && one.name === name));
  return [...declared, ...inPath].map(({ required, ...one }) => ({
    ...one,
    ...(required || one.in === 'path' ? { required: true } : {}),
  }));
}

export function integrationExtension({ methodIntegration }: Method): object {
  if (!methodIntegration) return {};
  const { type, httpMethod, uri, requestParameters, requestTemplates, passthroughBehavior } =
    methodIntegration;
  const responses = Object.values(methodIntegration.integrationResponses ?? {});
  return {
    'x-amazon-apigateway-integration': defined({
      httpMethod,
      uri,
      responses:
        responses.length > 0
          ? Object.fromEntries(responses.map((one) => [one.selectionPattern || 'default', response(one)]))
          : undefined,
      requestParameters,
      requestTemplates,
      passthroughBehavior: passthroughBehavior?.toLowerCase(),
      ...rare(methodIntegration),
      type: type?.toLowerCase(),
    }),
  };
}

function rare({
  timeoutInMillis,
  credentials,
  contentHandling,
  cacheKeyParameters,
  cacheNamespace,
}: Integration) {
  const cached = (cacheKeyParameters ?? []).length > 0;
  return {
    credentials,
    contentHandling,
    timeoutInMillis: timeoutInMillis === facts.timeoutMs.most ? undefined : timeoutInMillis,
    cacheKeyParameters: cached ? cacheKeyParameters : undefined,
    cacheNamespace: cached ? cacheNamespace : undefined,
  };
}

function response({
  statusCode,
  responseParameters,
  responseTemplates,
  contentHandling,
}: IntegrationResponse) {
  return defined({ statusCode, responseParameters, responseTemplates, contentHandling });
}

/** Extensions that stand at the top of an export. */
export function gatewayExtension({ api, definition, all }: ExportInput): object {
  const validators = Object.values(definition.validators).map(({ name, ...rules }) => [
    name,
    {
      validateRequestParameters: rules.validateRequestParameters,
      validateRequestBody: rules.validateRequestBody,
    },
  ]);
  const answers = Object.values(definition.gatewayResponses).map(({ responseType, ...answer }) => [
    responseType,
    defined({
      statusCode: answer.statusCode,
      responseParameters: answer.responseParameters,
      responseTemplates: answer.responseTemplates,
    }),
  ]);
  return {
    ...(api.binaryMediaTypes ? { 'x-amazon-apigateway-binary-media-types': api.binaryMediaTypes } : {}),
    ...(all && answers.length > 0
      ? { 'x-amazon-apigateway-gateway-responses': Object.fromEntries(answers) }
      : {}),
    ...(all && validators.length > 0
      ? { 'x-amazon-apigateway-request-validators': Object.fromEntries(validators) }
      : {}),
    ...(all && api.apiKeySource !== 'HEADER'
      ? { 'x-amazon-apigateway-api-key-source': api.apiKeySource }
      : {}),
  };
}

function defined(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
