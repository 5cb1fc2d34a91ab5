import type {
  DeleteMethodRequest,
  GetMethodRequest,
  Method,
  PutMethodRequest,
} from '@aws-sdk/client-api-gateway';
import type { Ctx } from '#sandbox/core/context.ts';
import { badRequest, conflict, notFound } from './errors.ts';
import { facts } from './facts.ts';
import type { Definition, ResourceRecord } from './records.ts';
import { own, resourceIn } from './tables.ts';

export function putMethod(input: PutMethodRequest, ctx: Ctx): Method {
  const { definition, resource, save } = resourceIn(ctx, input);
  const httpMethod = input.httpMethod ?? '';
  if (!(facts.httpMethods as readonly string[]).includes(httpMethod)) {
    throw badRequest(`Invalid HttpMethod specified. Valid options are ${facts.httpMethods.join(',')}`);
  }
  checkAuthorization(input.authorizationType);
  checkValidator(definition, input.requestValidatorId);
  checkModels(definition, input.requestModels);
  checkParameters(input.requestParameters);
  if (own(resource.methods, httpMethod)) throw conflict('Method already exists for this resource');
  const method: Method = {
    httpMethod,
    authorizationType: input.authorizationType,
    apiKeyRequired: input.apiKeyRequired ?? false,
    authorizerId: input.authorizerId,
    requestValidatorId: input.requestValidatorId,
    operationName: input.operationName,
    requestParameters: some(input.requestParameters),
    requestModels: some(input.requestModels),
    authorizationScopes: input.authorizationScopes,
  };
  resource.methods[httpMethod] = method;
  save();
  return method;
}

export function getMethod(input: GetMethodRequest, ctx: Ctx): Method {
  return methodIn(ctx, input).method;
}

export function deleteMethod(input: DeleteMethodRequest, ctx: Ctx): Record<string, never> {
  const { resource, save } = methodIn(ctx, input);
  delete resource.methods[input.httpMethod ?? ''];
  save();
  return {};
}

interface MethodAddress {
  restApiId: string | undefined;
  resourceId: string | undefined;
  httpMethod: string | undefined;
}

/** The method in the draft, with what saves the draft. */
export function methodIn(
  ctx: Ctx,
  input: MethodAddress,
): { definition: Definition; resource: ResourceRecord; method: Method; save: () => void } {
  const found = resourceIn(ctx, input);
  const method = own(found.resource.methods, input.httpMethod ?? '');
  if (!method) throw notFound('Invalid Method identifier specified');
  return { ...found, method };
}

/** An authorizer is not there to be named, so the two types that ask for one are refused as AWS refuses a wrong id. */
export function checkAuthorization(type: string | undefined): void {
  if (type === 'CUSTOM' || type === 'COGNITO_USER_POOLS') {
    throw badRequest(
      'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.',
    );
  }
  if (type === undefined || !(facts.authorizationTypes as readonly string[]).includes(type)) {
    throw badRequest(
      'Invalid authorization type specified. Valid options are NONE, AWS_IAM, CUSTOM, COGNITO_USER_POOLS',
    );
  }
}

export function checkValidator(definition: Definition, id: string | undefined): void {
  if (id && !own(definition.validators, id))
    throw badRequest('Invalid Request Validator identifier specified');
}

export function checkModels(definition: Definition, models: Record<string, string> | undefined): void {
  for (const name of Object.values(models ?? {})) {
    if (!own(definition.models, name)) throw badRequest(`Invalid model identifier specified: ${name}`);
  }
}

const parameter =
  /^method\.request\.(?:querystring|path|header|multivaluequerystring|multivalueheader)\.([^\s]+)$/;

export function checkParameters(parameters: Record<string, boolean> | undefined): void {
  const names = Object.keys(parameters ?? {}).map((key) => {
    const name = parameter.exec(key)?.[1];
    if (name) return name;
    throw badRequest(
      `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression specified: ${key}]`,
    );
  });
  if (new Set(names).size < names.length) {
    throw badRequest('Parameter names must be unique across querystring, header and path');
  }
}

/** AWS leaves an empty map out. */
export function some<T>(map: Record<string, T> | undefined): Record<string, T> | undefined {
  return map && Object.keys(map).length > 0 ? map : undefined;
}
