import type { IntegrationType } from '@aws-sdk/client-api-gateway';
import { badRequest } from './errors.ts';

/** Refuses what AWS refuses when an integration is put: it looks at the form, not at what is there. */
export function checkUri(type: IntegrationType, uri: string | undefined): void {
  if (type === 'HTTP' || type === 'HTTP_PROXY') {
    if (!/^https?:\/\//.test(uri ?? '')) throw badRequest('Invalid HTTP endpoint specified for URI');
  }
  if (type === 'AWS' || type === 'AWS_PROXY') checkArn(type, uri ?? '');
}

function checkArn(type: IntegrationType, uri: string): void {
  if (!uri.startsWith('arn:')) throw badRequest('Invalid ARN specified in the request');
  const parsed = parseTarget(uri);
  if (!parsed) throw badRequest('AWS ARN for integration must contain path or action');
  if (type !== 'AWS_PROXY') return;
  const lambda = parsed.service === 'lambda' && lambdaFunctionOf(uri) !== undefined;
  const firehose =
    parsed.service === 'firehose' && /^(?:path|action)\/.*PutRecord(?:Batch)?$/.test(parsed.rest);
  if (!lambda && !firehose) {
    throw badRequest(
      "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.",
    );
  }
}

export interface Target {
  region: string;
  service: string;
  /** `path/2015-03-31/functions/…` or `action/SendMessage` */
  rest: string;
}

export function parseTarget(uri: string): Target | undefined {
  const [, region, service, rest] =
    /^arn:[\w-]+:apigateway:([\w-]*|\$\{[^}]+\}):([\w.-]+):((?:path|action)\/.*)$/s.exec(uri) ?? [];
  return region !== undefined && service && rest ? { region, service, rest } : undefined;
}

/** The function that an integration's uri names; `undefined` when it names something else. */
export function lambdaFunctionOf(uri: string): string | undefined {
  const rest = parseTarget(uri)?.rest ?? '';
  const named =
    /^path\/\d{4}-\d\d-\d\d\/functions\/(.+)\/(?:invocations|response-streaming-invocations)$/s.exec(
      rest,
    )?.[1];
  return named && /^(?:arn:[\w-]+:lambda:|[\w-]*\$\{)/.test(named) ? named : undefined;
}

/** Streamed answers are another API of Lambda; ours gives the answer whole. */
export function isStreaming(uri: string): boolean {
  return uri.endsWith('/response-streaming-invocations');
}
