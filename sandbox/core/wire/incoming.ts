import { AwsError } from '../errors.ts';

/** A request as the wire needs it: read once, because nothing else may touch the body. */
export interface Incoming {
  method: string;
  /** As it came, still percent-encoded. */
  path: string;
  /** As it came, without the question mark. */
  search: string;
  query: URLSearchParams;
  host: string;
  /** `http://127.0.0.1:4566`: where the caller found us. */
  origin: string;
  headers: ReadonlyMap<string, string>;
  /** What was signed. */
  body: Uint8Array;
  protocol: Protocol;
  signal: AbortSignal;
}

export type Protocol = 'rest' | 'json' | 'query' | 'cbor';

export async function receive(request: Request): Promise<Incoming> {
  const url = new URL(request.url);
  const headers = new Map(request.headers);
  const query = new URLSearchParams(url.search);
  return {
    method: request.method,
    path: url.pathname,
    search: url.search.slice(1),
    query,
    host: headers.get('host') ?? url.host,
    origin: `${url.protocol}//${headers.get('host') ?? url.host}`,
    headers,
    body: request.body ? new Uint8Array(await request.arrayBuffer()) : new Uint8Array(),
    protocol: protocolOf(headers, query),
    signal: request.signal,
  };
}

/** Each protocol shows itself, so that even a request whose service is unknown is answered in its own language. */
function protocolOf(headers: ReadonlyMap<string, string>, query: URLSearchParams): Protocol {
  if (headers.get('smithy-protocol') === 'rpc-v2-cbor') return 'cbor';
  if (headers.has('x-amz-target')) return 'json';
  const type = headers.get('content-type') ?? '';
  if (type.startsWith('application/x-amz-json')) return 'json';
  if (type.startsWith('application/x-www-form-urlencoded') || query.has('Action')) return 'query';
  return 'rest';
}

const MOST_UNPACKED = 64 * 1024 * 1024;

/** The body as the operation reads it: CloudWatch's clients compress large ones. */
export async function contentOf(incoming: Incoming): Promise<Uint8Array> {
  const encoding = incoming.headers.get('content-encoding');
  if (encoding !== 'gzip' || incoming.body.byteLength === 0) return incoming.body;
  const unpacked = new Blob([incoming.body as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'));
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of unpacked) {
      length += chunk.byteLength;
      if (length > MOST_UNPACKED) break;
      chunks.push(chunk);
    }
  } catch {
    throw new AwsError('SerializationException', 'The body is not valid gzip.');
  }
  if (length > MOST_UNPACKED) {
    throw new AwsError('RequestEntityTooLargeException', 'The unpacked body is too large.', { status: 413 });
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
