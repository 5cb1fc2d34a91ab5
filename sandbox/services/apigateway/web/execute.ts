import { facts } from '../facts.ts';
import { checkApiKey } from './api-key.ts';
import type { Call, Reply, RoutedCall } from './call.ts';
import { GatewayFailure, misconfigured } from './failure.ts';
import { gatewayReply } from './gateway-reply.ts';
import { headerOf, textOf } from './incoming.ts';
import { integrateAws } from './integrate-aws.ts';
import { integrateHttp, integrateHttpProxy } from './integrate-http.ts';
import { integrateLambdaProxy } from './integrate-lambda-proxy.ts';
import { integrateMock } from './integrate-mock.ts';
import { mapReply } from './map-reply.ts';
import { checkResourcePolicy } from './resource-policy.ts';
import type { Match } from './route.ts';
import { transformRequest } from './templates.ts';
import { throttleStage } from './throttle.ts';
import { validateRequest } from './validate-request.ts';

export interface Outcome {
  reply: Reply;
  integrationMs: number;
}

/** Takes a call through the gateway, step by step in AWS's order; every failure becomes the API's own answer to it. */
export async function execute(call: Call, match: Match | undefined): Promise<Outcome> {
  const routed: RoutedCall | undefined = match && { ...call, ...match };
  const timing = { integrationMs: 0 };
  logStart(call, match);
  try {
    if (!routed) throw new GatewayFailure('MISSING_AUTHENTICATION_TOKEN');
    const reply = await answer(routed, timing);
    call.log.push(
      `Method response headers: ${braces(reply.headers)}`,
      'Successfully completed execution',
      `Method completed with status: ${reply.status}`,
    );
    return { reply, ...timing };
  } catch (error) {
    const failure = error instanceof GatewayFailure ? error : unexpected(call, error);
    const reply = gatewayReply(routed ?? call, failure);
    call.log.push(`Method completed with status: ${reply.status}`);
    return { reply, ...timing };
  }
}

async function answer(call: RoutedCall, timing: { integrationMs: number }): Promise<Reply> {
  if (call.incoming.body.length > facts.payloadBytes) throw new GatewayFailure('REQUEST_TOO_LARGE');
  checkAuthorization(call);
  if (!call.test) {
    checkResourcePolicy(call);
    const apiKey = checkApiKey(call);
    if (apiKey) call.apiKey = apiKey;
    throttleStage(call);
  }
  validateRequest(call);
  const started = call.ctx.now();
  try {
    return await integrate(call);
  } finally {
    timing.integrationMs = call.ctx.now() - started;
  }
}

async function integrate(call: RoutedCall): Promise<Reply> {
  const type = call.method.methodIntegration?.type;
  if (type === undefined) throw misconfigured(call, 'No integration defined for method');
  if (type === 'AWS_PROXY') return integrateLambdaProxy(call);
  if (type === 'HTTP_PROXY') return integrateHttpProxy(call);
  const { body, overrides } = transformRequest(call);
  if (type === 'MOCK') return mapReply(call, integrateMock(call, body), overrides);
  if (type === 'HTTP') return mapReply(call, await integrateHttp(call, body, overrides), overrides);
  const reply = mapReply(call, await integrateAws(call, body, overrides), overrides);
  return { ...reply, headers: [['X-Amzn-Trace-Id', call.traceId], ...reply.headers] };
}

function checkAuthorization(call: RoutedCall): void {
  if (call.method.authorizationType !== 'AWS_IAM' || call.test) return;
  if (!headerOf(call.incoming.headers, 'authorization'))
    throw new GatewayFailure('MISSING_AUTHENTICATION_TOKEN');
  throw misconfigured(
    call,
    'the sandbox does not check the signature that authorizationType AWS_IAM asks for',
  );
}

function unexpected(call: Call, error: unknown): GatewayFailure {
  call.log.push(
    `Execution failed due to an internal error: ${error instanceof Error ? error.message : String(error)}`,
  );
  return new GatewayFailure('DEFAULT_5XX');
}

function logStart(call: Call, match: Match | undefined): void {
  const { incoming } = call;
  const query = Object.entries(incoming.query).flatMap(([name, values]) =>
    values.map((value) => [name, value] as const),
  );
  call.log.push(
    `Starting execution for request: ${call.requestId}`,
    `HTTP Method: ${incoming.method}, Resource Path: ${incoming.path}`,
    `Method request path: ${braces(Object.entries(match?.pathParameters ?? {}))}`,
    `Method request query string: ${braces(query)}`,
    `Method request headers: ${braces(incoming.headers)}`,
    `Method request body before transformations: ${textOf(incoming.body)}`,
  );
}

function braces(pairs: ReadonlyArray<readonly [string, string]>): string {
  return `{${pairs.map(([name, value]) => `${name}=${value}`).join(', ')}}`;
}
