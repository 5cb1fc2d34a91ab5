import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConnectionLost } from '#sandbox/core/perform.ts';
import { type Doorkeeper, type Refusal, refusalOf } from './guards.ts';
import { BodyTooLarge, sendResponse, toRequest } from './node-request.ts';

export interface ServerOptions {
  /** Answers what the guards let through. A thrown `ConnectionLost` breaks the connection. */
  answer(request: Request): Promise<Response>;
  port: number;
  /** Exact origins whose pages may call. */
  allowedOrigins: readonly string[];
  servesPages?: boolean;
  extraHost?: RegExp;
  maxBodyBytes: number;
  /** A page of an allowed origin is told that it may read the answer. Learners' APIs do this themselves, or do not. */
  cors: boolean;
  /** Tells the case of the client's header names, which a `Request` forgets, in this header. */
  headerNamesIn?: string;
  /** How this port words a refusal. */
  refuse(refusal: Refusal): Response;
  failed(error: unknown): void;
}

export interface ListeningServer {
  port: number;
  close(): Promise<void>;
}

/** A `fetch`-shaped function on a port of 127.0.0.1. Throws Node's own error where the port cannot be had. */
export async function listen(options: ServerOptions): Promise<ListeningServer> {
  const keeper: Doorkeeper = {
    port: 0,
    allowedOrigins: new Set(options.allowedOrigins),
    servesPages: options.servesPages ?? false,
    ...(options.extraHost ? { extraHost: options.extraHost } : {}),
  };
  const server = createServer({ keepAliveTimeout: 60_000 }, (incoming, outgoing) => {
    handle(incoming, outgoing, options, keeper).catch((error: unknown) => {
      options.failed(error);
      outgoing.destroy();
    });
  });
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  keeper.port = port;
  return { port, close: () => close(server) };
}

async function handle(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  options: ServerOptions,
  keeper: Doorkeeper,
): Promise<void> {
  const refusal = atTheDoor(incoming, keeper);
  if (refusal) return dismiss(incoming, outgoing, options.refuse(refusal));
  const origin = options.cors ? incoming.headers.origin : undefined;
  if (origin !== undefined && incoming.method === 'OPTIONS') {
    return sendResponse(withCors(preflight(incoming), origin), outgoing);
  }
  const gone = new AbortController();
  outgoing.once('close', () => outgoing.writableFinished || gone.abort());
  try {
    const url = new URL(`http://${incoming.headers.host}${incoming.url}`);
    const request = await toRequest(incoming, url, options.maxBodyBytes, gone.signal);
    if (options.headerNamesIn) request.headers.set(options.headerNamesIn, namesOf(incoming));
    const response = await options.answer(request);
    await sendResponse(origin === undefined ? response : withCors(response, origin), outgoing);
  } catch (error) {
    if (outgoing.destroyed) return;
    if (error instanceof ConnectionLost) return void incoming.socket.resetAndDestroy();
    if (error instanceof BodyTooLarge) {
      return dismiss(incoming, outgoing, options.refuse({ status: 413, message: 'Request Too Long' }));
    }
    options.failed(error);
    await sendResponse(options.refuse({ status: 500, message: 'Internal server error' }), outgoing);
  }
}

function atTheDoor({ headers, url, method }: IncomingMessage, keeper: Doorkeeper) {
  const arrival = {
    host: headers.host,
    origin: headers.origin,
    secFetchSite: oneOf(headers['sec-fetch-site']),
  };
  const refusal = refusalOf(arrival, keeper);
  if (refusal) return refusal;
  // A target in absolute form would carry a second host past the guard.
  if (!url?.startsWith('/')) return { status: 400, message: 'The request target must be a path.' };
  if (method === 'TRACE' || method === 'CONNECT') return { status: 405, message: 'Method Not Allowed' };
  return undefined;
}

/** What is left of a refused body is not read: the connection ends with the answer. */
async function dismiss(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  response: Response,
): Promise<void> {
  outgoing.setHeader('connection', 'close');
  await sendResponse(response, outgoing);
  incoming.resume();
}

function preflight({ headers }: IncomingMessage): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
      'access-control-allow-headers': oneOf(headers['access-control-request-headers']) ?? '*',
      'access-control-max-age': '600',
    },
  });
}

function withCors(response: Response, origin: string): Response {
  const headers = new Headers(response.headers);
  headers.set('access-control-allow-origin', origin);
  headers.set('access-control-expose-headers', '*');
  headers.append('vary', 'origin');
  return new Response(response.body, { status: response.status, headers });
}

function namesOf({ rawHeaders }: IncomingMessage): string {
  return rawHeaders.filter((_, at) => at % 2 === 0).join(',');
}

function oneOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value;
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
