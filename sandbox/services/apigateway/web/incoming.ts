import { properName } from './header-names.ts';

/** A learner's request as the gateway sees it. */
export interface Incoming {
  method: string;
  /** As it came, still escaped. */
  path: string;
  query: Record<string, string[]>;
  /** In the order and case that they came in. */
  headers: Array<readonly [string, string]>;
  body: Uint8Array;
  sourceIp: string;
}

/**
 * An HTTP server may tell the names in the client's own case here, comma-separated: a `Request` only knows them in
 * lower case, and an event shows them as they were sent.
 */
const namesHeader = 'x-sandbox-header-names';

/** Between the client and the gateway only; AWS does not hand these on. */
const ofTheConnection = new Set([
  namesHeader,
  'connection',
  'content-length',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'te',
  'expect',
]);

export async function readIncoming(request: Request, path: string): Promise<Incoming> {
  const named = (request.headers.get(namesHeader) ?? '').split(',').map((name) => name.trim());
  return {
    method: request.method,
    path,
    query: queryOf(new URL(request.url).search),
    headers: [...request.headers]
      .filter(([name]) => !ofTheConnection.has(name))
      .map(
        ([name, value]) =>
          [named.find((one) => one.toLowerCase() === name) ?? properName(name), value] as const,
      ),
    body: request.body ? new Uint8Array(await request.arrayBuffer()) : new Uint8Array(),
    sourceIp: '127.0.0.1',
  };
}

export function queryOf(search: string): Record<string, string[]> {
  const query: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(search)) {
    query[name] = [...(Object.hasOwn(query, name) ? (query[name] ?? []) : []), value];
  }
  return query;
}

/** The last one stands for all, as in an event. */
export function lastOf(values: Record<string, string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, all]) => [name, all.at(-1) ?? '']));
}

export function headerOf(headers: Incoming['headers'], name: string): string | undefined {
  return headers.findLast(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

export function multiHeaders(headers: Incoming['headers']): Record<string, string[]> {
  const multi: Record<string, string[]> = {};
  for (const [name, value] of headers) multi[name] = [...(multi[name] ?? []), value];
  return multi;
}

export function textOf(body: Uint8Array): string {
  return new TextDecoder().decode(body);
}

/** The media type alone: `application/json` of `application/json; charset=utf-8`. */
export function mediaType(contentType: string | undefined): string {
  return (contentType ?? 'application/json').split(';')[0]?.trim().toLowerCase() || 'application/json';
}
