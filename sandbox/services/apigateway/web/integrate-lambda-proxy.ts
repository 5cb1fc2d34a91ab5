import { base64, fromBase64, isBinary } from './binary.ts';
import type { Reply, RoutedCall } from './call.ts';
import { badGateway } from './failure.ts';
import { headerOf } from './incoming.ts';
import { invokeLambda } from './invoke-lambda.ts';
import { lambdaEvent } from './lambda-event.ts';
import { remapped } from './remapped-headers.ts';

export async function integrateLambdaProxy(call: RoutedCall): Promise<Reply> {
  const { payload, functionError } = await invokeLambda(call, JSON.stringify(lambdaEvent(call)));
  if (functionError) {
    throw badGateway(
      call,
      `Lambda execution failed with status 200 due to customer function error: ${messageOf(payload)}. Lambda request id: ${call.requestId}`,
    );
  }
  return replyOf(call, payload);
}

const malformed = 'Execution failed due to configuration error: Malformed Lambda proxy response';

/** AWS takes these members and no other, in these types and no other: all else is a 502. */
function replyOf(call: RoutedCall, payload: string): Reply {
  const answer = parse(payload);
  if (!answer || Object.keys(answer).length === 0) throw badGateway(call, malformed);
  const { statusCode, headers, multiValueHeaders, body, isBase64Encoded, ...unknown } = answer;
  const status = statusCode === undefined || statusCode === null ? 200 : Number(statusCode);
  const wrong =
    Object.keys(unknown).length > 0 ||
    !Number.isInteger(status) ||
    status < 100 ||
    status > 599 ||
    !(body === undefined || body === null || typeof body === 'string') ||
    !(isBase64Encoded === undefined || isBase64Encoded === null || typeof isBase64Encoded === 'boolean');
  const merged = mergeHeaders(headers ?? {}, multiValueHeaders ?? {});
  if (wrong || !merged) throw badGateway(call, malformed);
  const text = typeof body === 'string' ? body : '';
  call.log.push(`Method response body after transformations: ${text}`);
  const typed = merged.some(([name]) => name.toLowerCase() === 'content-type');
  const all = typed ? merged : [['Content-Type', 'application/json'] as const, ...merged];
  return {
    status,
    headers: [...remapped(all), ['X-Amzn-Trace-Id', call.traceId]],
    body: isBase64Encoded === true ? decoded(call, text, all) : text,
  };
}

function parse(payload: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(payload);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The many first, then the single ones under the name that is there already. */
function mergeHeaders(single: unknown, multi: unknown): Array<readonly [string, string]> | undefined {
  if (!isRecord(single) || !isRecord(multi)) return undefined;
  const merged: Array<readonly [string, string]> = [];
  for (const [name, values] of Object.entries(multi)) {
    if (!Array.isArray(values) || !values.every(isScalar)) return undefined;
    for (const value of values) merged.push([name, String(value)]);
  }
  for (const [name, value] of Object.entries(single)) {
    if (value === null) continue;
    if (!isScalar(value)) return undefined;
    const known = merged.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[0];
    if (!merged.some(([key, one]) => key === known && one === String(value))) {
      merged.push([known ?? name, String(value)]);
    }
  }
  return merged;
}

/** Bytes only for those who asked for a binary type; the others get the text as it is. */
function decoded(
  call: RoutedCall,
  text: string,
  headers: Array<readonly [string, string]>,
): string | Uint8Array {
  const types = call.snapshot.api.binaryMediaTypes;
  const accept = headerOf(call.incoming.headers, 'accept')?.split(',')[0];
  const wanted = isBinary(types, accept) || isBinary(types, headerOf(headers, 'content-type'));
  const bytes = wanted ? fromBase64(text) : undefined;
  return bytes && base64(bytes).length >= text.length - 2 ? bytes : text;
}

function messageOf(payload: string): string {
  const answer = parse(payload);
  return typeof answer?.errorMessage === 'string' ? answer.errorMessage : payload;
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
