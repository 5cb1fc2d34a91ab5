import type { IncomingMessage, ServerResponse } from 'node:http';

export class BodyTooLarge extends Error {
  constructor() {
    super('The body is too large.');
    this.name = 'BodyTooLarge';
  }
}

/** Node's request as a `Request`, its body read whole. The signal tells that the caller has gone. */
export async function toRequest(
  incoming: IncomingMessage,
  url: URL,
  maxBodyBytes: number,
  signal: AbortSignal,
): Promise<Request> {
  const headers = new Headers();
  for (let at = 0; at + 1 < incoming.rawHeaders.length; at += 2) {
    headers.append(incoming.rawHeaders[at] as string, incoming.rawHeaders[at + 1] as string);
  }
  const method = incoming.method ?? 'GET';
  const body = await readBody(incoming, maxBodyBytes);
  const carries = body.length > 0 && method !== 'GET' && method !== 'HEAD';
  // Handed to the constructor, a signal would keep each request until the next full collection.
  return Object.defineProperty(
    new Request(url, { method, headers, ...(carries ? { body } : {}) }),
    'signal',
    { value: signal },
  );
}

async function readBody(incoming: IncomingMessage, most: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(incoming.headers['content-length'] ?? 0) > most) throw new BodyTooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > most) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export async function sendResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  const body = response.body === null ? undefined : new Uint8Array(await response.arrayBuffer());
  if (outgoing.destroyed) return;
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) {
    // Lengths and connections are Node's to say.
    if (!hopByHop.has(name)) outgoing.appendHeader(name, value);
  }
  if (outgoing.req.method === 'HEAD') {
    const length = response.headers.get('content-length') ?? String(body?.length ?? 0);
    outgoing.setHeader('content-length', length).end();
  } else if (response.status === 204 || response.status === 304) outgoing.end();
  else end(outgoing, body);
}

const oneWrite = 16 * 1024;

/** Node joins a head with a body of text into one write, a fifth of a simple call's cost; Latin-1 keeps every byte. */
function end(outgoing: ServerResponse, body: Uint8Array<ArrayBuffer> | undefined): void {
  outgoing.setHeader('content-length', body?.length ?? 0);
  if (body === undefined || body.length > oneWrite) outgoing.end(body);
  else outgoing.end(Buffer.from(body.buffer).toString('latin1'), 'latin1');
}

const hopByHop = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'upgrade',
  'trailer',
]);
