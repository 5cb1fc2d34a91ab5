import { AwsError } from '#sandbox/core/errors.ts';
import type { ServiceName } from '#sandbox/core/service.ts';
import { lambdaFunctionOf, parseTarget } from '../integration-uri.ts';
import type { Overrides } from '../vtl/render.ts';
import type { IntegrationReply, RoutedCall } from './call.ts';
import { misconfigured } from './failure.ts';
import { invokeLambda, withStageVariables } from './invoke-lambda.ts';
import { mappedParameters } from './mapped-parameters.ts';
import { callerOf } from './principal.ts';

/** A custom integration: a function, or an action of another service, with a body that a template has made. */
export async function integrateAws(
  call: RoutedCall,
  body: string,
  overrides: Overrides,
): Promise<IntegrationReply> {
  const uri = withStageVariables(call, call.method.methodIntegration?.uri ?? '');
  if (lambdaFunctionOf(uri) !== undefined) return fromLambda(call, body, overrides);
  return fromAction(call, uri, body);
}

/** A failed function is told by its message, never by a status; a mapped header may ask not to wait for it. */
async function fromLambda(call: RoutedCall, body: string, overrides: Overrides): Promise<IntegrationReply> {
  const { header } = mappedParameters(call, overrides);
  const type = Object.entries(header).find(([name]) => name.toLowerCase() === 'x-amz-invocation-type')?.[1];
  const { payload, functionError } = await invokeLambda(call, body === '' ? '{}' : body, type);
  return {
    status: 200,
    headers: [['Content-Type', 'application/json']],
    body: payload,
    selectBy: functionError ? errorMessage(payload) : undefined,
  };
}

function errorMessage(payload: string): string {
  try {
    const { errorMessage: message } = JSON.parse(payload) as { errorMessage?: unknown };
    return typeof message === 'string' ? message : '';
  } catch {
    return '';
  }
}

/** Services whose actions take a JSON body, by the name in an integration's uri. */
const services: Readonly<Record<string, ServiceName>> = {
  dynamodb: 'dynamodb',
  logs: 'logs',
  translate: 'translate',
};

async function fromAction(call: RoutedCall, uri: string, body: string): Promise<IntegrationReply> {
  const target = parseTarget(uri);
  const [, action] = /^action\/(\w+)/.exec(target?.rest ?? '') ?? [];
  const service = target && Object.hasOwn(services, target.service) ? services[target.service] : undefined;
  if (!service || !action) {
    throw misconfigured(
      call,
      `the sandbox has no integration with ${uri}: it knows Lambda functions and actions of ${Object.keys(services).join(', ')}`,
    );
  }
  if (!call.method.methodIntegration?.credentials) {
    throw misconfigured(call, 'API Gateway does not have permission to assume the provided role');
  }
  const as = await callerOf(call);
  try {
    const output = await call.ctx.call(service, action, parse(call, body), { as });
    return answered(200, output);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return answered(error.status ?? 400, { __type: error.code, message: error.message });
  }
}

function parse(call: RoutedCall, body: string): object {
  try {
    return JSON.parse(body) as object;
  } catch {
    throw misconfigured(call, 'Unable to transform request: the body for the action is not JSON');
  }
}

function answered(status: number, output: object): IntegrationReply {
  const headers = [['Content-Type', 'application/x-amz-json-1.0'] as const];
  return { status, headers, body: JSON.stringify(output), selectBy: String(status) };
}
