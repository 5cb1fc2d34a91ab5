import type {
  DeleteIntegrationRequest,
  GetIntegrationRequest,
  Integration,
  Method,
  PutIntegrationRequest,
} from '@aws-sdk/client-api-gateway';
import type { Ctx } from '#sandbox/core/context.ts';
import { badRequest, notFound, refuse } from './errors.ts';
import { facts, outsideEnum } from './facts.ts';
import { checkUri } from './integration-uri.ts';
import { methodIn } from './methods.ts';
import { resourceIn } from './tables.ts';

export function putIntegration(input: PutIntegrationRequest, ctx: Ctx): Integration {
  refuse([
    ...outsideEnum(input.type, 'putIntegrationInput.type', facts.integrationTypes),
    ...outsideEnum(input.contentHandling, 'putIntegrationInput.contentHandling', facts.contentHandling),
  ]);
  const { method, save } = methodIn(ctx, input);
  const type = input.type ?? 'MOCK';
  checkMethod(input);
  checkUri(type, input.uri);
  checkTimeout(input.timeoutInMillis);
  checkPassthrough(input.passthroughBehavior);
  checkRequestParameters(method, input.requestParameters);
  if (input.connectionType === 'VPC_LINK') throw badRequest('Invalid Vpc Link identifier specified');
  const integration: Integration = {
    type,
    httpMethod: input.integrationHttpMethod,
    uri: input.uri,
    connectionType: input.connectionType ?? (type.startsWith('HTTP') ? 'INTERNET' : undefined),
    connectionId: input.connectionId,
    credentials: input.credentials,
    requestParameters: input.requestParameters,
    requestTemplates: input.requestTemplates,
    passthroughBehavior: input.passthroughBehavior ?? 'WHEN_NO_MATCH',
    contentHandling: input.contentHandling,
    timeoutInMillis: input.timeoutInMillis ?? facts.timeoutMs.most,
    cacheNamespace: input.cacheNamespace ?? input.resourceId,
    cacheKeyParameters: input.cacheKeyParameters ?? [],
    tlsConfig: input.tlsConfig,
    responseTransferMode: input.responseTransferMode,
    integrationTarget: input.integrationTarget,
  };
  method.methodIntegration = integration;
  save();
  return integration;
}

export function getIntegration(input: GetIntegrationRequest, ctx: Ctx): Integration {
  return integrationOf(methodIn(ctx, input).method);
}

export function deleteIntegration(input: DeleteIntegrationRequest, ctx: Ctx): Record<string, never> {
  const { method, save } = methodIn(ctx, input);
  integrationOf(method);
  delete method.methodIntegration;
  save();
  return {};
}

/** For its responses: AWS blames the integration when the method is unknown. */
export function integrationIn(ctx: Ctx, input: GetIntegrationRequest) {
  const found = resourceIn(ctx, input);
  const integration = found.resource.methods[input.httpMethod ?? '']?.methodIntegration;
  if (!integration) throw notFound('Invalid Integration identifier specified');
  return { ...found, integration };
}

export function checkTimeout(timeout: number | undefined): void {
  const { least, most } = facts.timeoutMs;
  if (timeout === undefined || (timeout >= least && timeout <= most)) return;
  throw badRequest(`Timeout should be between ${least} ms and ${most} ms`);
}

export function checkPassthrough(behavior: string | undefined): void {
  if (behavior === undefined || (facts.passthroughBehaviors as readonly string[]).includes(behavior)) return;
  throw badRequest(
    `Invalid passthrough behavior specified. Valid options are ${facts.passthroughBehaviors.join(', ')}`,
  );
}

const target =
  /^integration\.request\.(?:header|querystring|path|multivalueheader|multivaluequerystring)\.[^\s]+$/;
const literal = /^'.*'$/s;
const source =
  /^(?:method\.request\.(?:header|querystring|path|multivalueheader|multivaluequerystring)\.[^\s]+|method\.request\.body(?:\.|\[|$).*|context\.[\w.]+|stageVariables\.\w+)$/;

/** What is mapped from the request must be declared by the method. */
export function checkRequestParameters(method: Method, parameters: Record<string, string> | undefined): void {
  for (const [key, value] of Object.entries(parameters ?? {})) {
    if (!target.test(key)) throw invalidExpression(key);
    if (literal.test(value)) continue;
    if (!source.test(value)) throw invalidExpression(value);
    const named = /^method\.request\.(?:header|querystring|path|multi\w+)\./.test(value);
    if (named && !declared(method, value)) {
      throw badRequest(
        `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression parameter specified: ${value}]`,
      );
    }
  }
}

function declared(method: Method, expression: string): boolean {
  const single = expression.replace('.multivalue', '.');
  return Object.keys(method.requestParameters ?? {}).some(
    (key) => key.replace('.multivalue', '.') === single,
  );
}

export function invalidExpression(expression: string) {
  return badRequest(
    `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression specified: ${expression}]`,
  );
}

function checkMethod({ type, integrationHttpMethod }: PutIntegrationRequest): void {
  if (type === 'MOCK') return;
  if (!integrationHttpMethod) throw badRequest('Enumeration value for HttpMethod must be non-empty');
  if (!(facts.httpMethods as readonly string[]).includes(integrationHttpMethod)) {
    throw badRequest(`Invalid HttpMethod specified. Valid options are ${facts.httpMethods.join(',')}`);
  }
}

function integrationOf(method: Method): Integration {
  if (!method.methodIntegration) throw notFound('Invalid Integration identifier specified');
  return method.methodIntegration;
}
