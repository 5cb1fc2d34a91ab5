import type { Call, RoutedCall } from './call.ts';
import { headerOf } from './incoming.ts';

/** `$context`: what templates, parameters and access logs may speak of. */
export function contextOf(call: Call & Partial<RoutedCall>) {
  const { ctx, incoming, apiKey } = call;
  const domainName = domainOf(call);
  return {
    accountId: ctx.account,
    apiId: call.apiId,
    deploymentId: call.deploymentId,
    domainName,
    domainPrefix: call.apiId,
    extendedRequestId: call.extendedRequestId,
    httpMethod: incoming.method,
    identity: {
      sourceIp: incoming.sourceIp,
      userAgent: headerOf(incoming.headers, 'user-agent') ?? '',
      ...(apiKey ? { apiKey: apiKey.value, apiKeyId: apiKey.id } : {}),
    },
    path: call.fullPath,
    protocol: 'HTTP/1.1',
    requestId: call.requestId,
    requestTime: requestTime(call.startedAt),
    requestTimeEpoch: call.startedAt,
    resourceId: call.resource?.id ?? '',
    resourcePath: call.resource?.path ?? '',
    stage: call.stage.stageName,
    xrayTraceId: call.traceId,
  };
}

/** Where AWS would have been called, whatever port the sandbox listens on. */
export function domainOf(call: Call): string {
  return `${call.apiId}.execute-api.${call.ctx.region}.amazonaws.com`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** As in `20/Nov/2026:12:00:00 +0000`. */
function requestTime(at: number): string {
  const iso = new Date(at).toISOString();
  const month = months[Number(iso.slice(5, 7)) - 1];
  return `${iso.slice(8, 10)}/${month}/${iso.slice(0, 4)}:${iso.slice(11, 19)} +0000`;
}
