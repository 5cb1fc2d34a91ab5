import { AwsError } from '#sandbox/core/errors.ts';
import { facts } from '../facts.ts';
import { isStreaming, lambdaFunctionOf } from '../integration-uri.ts';
import type { RoutedCall } from './call.ts';
import { GatewayFailure, misconfigured } from './failure.ts';
import { callerOf } from './principal.ts';

export interface Invoked {
  payload: string;
  functionError?: string;
  requestId: string;
}

/** Invokes the integration's function as AWS does: with POST alone, as API Gateway or as the role it names. */
export async function invokeLambda(
  call: RoutedCall,
  payload: string,
  InvocationType = 'RequestResponse',
): Promise<Invoked> {
  const integration = call.method.methodIntegration ?? {};
  const uri = withStageVariables(call, integration.uri ?? '');
  const arn = lambdaFunctionOf(uri);
  const [, region = '', account = ''] =
    /^arn:[\w-]+:lambda:([\w-]+):(\d{12}):function:/.exec(arn ?? '') ?? [];
  if (!arn || !region || !account) throw misconfigured(call, 'Invalid endpoint address');
  if (isStreaming(uri)) {
    throw misconfigured(call, 'the sandbox does not stream responses: use the uri that ends in /invocations');
  }
  logRequest(call, region, arn, payload);
  if (integration.httpMethod !== 'POST') {
    throw misconfigured(
      call,
      `Invalid Method Signature: Lambda is invoked with POST, not with ${integration.httpMethod}`,
    );
  }
  const started = call.ctx.now();
  const as = await callerOf(call);
  const input = {
    FunctionName: arn,
    InvocationType,
    Payload: new TextEncoder().encode(payload),
  };
  const answer = await inTime(call, call.ctx.call('lambda', 'Invoke', input, { as, account, region })).catch(
    (error: unknown) => {
      throw failureOf(call, error);
    },
  );
  call.log.push(
    `Received response. Status: 200, Integration latency: ${Math.round(call.ctx.now() - started)} ms`,
    `Endpoint response headers: {Content-Type=application/json, X-Amz-Executed-Version=${answer.ExecutedVersion ?? '$LATEST'}, X-Amzn-Trace-Id=${call.traceId}}`,
  );
  const text = decode(answer.Payload);
  call.log.push(`Endpoint response body before transformations: ${text}`);
  const functionError = answer.FunctionError;
  return {
    payload: text,
    requestId: call.requestId,
    ...(typeof functionError === 'string' ? { functionError } : {}),
  };
}

export function withStageVariables(call: RoutedCall, text: string): string {
  return text.replaceAll(/\$\{stageVariables\.(\w+)\}/g, (_, name: string) =>
    Object.hasOwn(call.stageVariables, name) ? (call.stageVariables[name] ?? '') : '',
  );
}

/** The integration's time is real time, whatever the sandbox's clock says; its timer keeps no process alive. */
async function inTime<T>(call: RoutedCall, work: Promise<T>): Promise<T> {
  const ms = call.method.methodIntegration?.timeoutInMillis ?? facts.timeoutMs.most;
  const signal = AbortSignal.timeout(ms);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new GatewayFailure('INTEGRATION_TIMEOUT')), { once: true });
  });
  return Promise.race([work, late]);
}

/** The caller sees `Internal server error`, the learner's log says why. */
function failureOf(call: RoutedCall, error: unknown): GatewayFailure {
  if (error instanceof GatewayFailure) {
    call.log.push('Execution failed due to a timeout error');
    return error;
  }
  const code = error instanceof AwsError ? error.code : '';
  if (/AccessDenied|ResourceNotFound/.test(code)) {
    return misconfigured(call, 'Invalid permissions on Lambda function');
  }
  call.log.push(`Lambda execution failed: ${error instanceof Error ? error.message : String(error)}`);
  if (code === 'RequestTooLargeException') return new GatewayFailure('REQUEST_TOO_LARGE');
  if (/TooManyRequests|Throttl/.test(code)) return new GatewayFailure('DEFAULT_5XX', { status: 500 });
  return new GatewayFailure('DEFAULT_5XX', { status: 502 });
}

function logRequest(call: RoutedCall, region: string, arn: string, payload: string): void {
  const url = `https://lambda.${region}.amazonaws.com/2015-03-31/functions/${arn}/invocations`;
  call.log.push(
    `Endpoint request URI: ${url}`,
    `Endpoint request headers: {x-amzn-lambda-integration-tag=${call.requestId}, x-amzn-apigateway-api-id=${call.apiId}, Accept=application/json, User-Agent=AmazonAPIGateway_${call.apiId}} [TRUNCATED]`,
    `Endpoint request body after transformations: ${payload}`,
    `Sending request to ${url}`,
  );
}

function decode(payload: unknown): string {
  if (payload instanceof Uint8Array) return new TextDecoder().decode(payload);
  return typeof payload === 'string' ? payload : '';
}
