import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What one environment says and hears; the token in its address keeps others from speaking for it. */
export interface Seat {
  next(deliver: (event: Delivery) => void): void;
  response(requestId: string, body: Uint8Array): Verdict;
  error(requestId: string, body: Uint8Array, errorType: string): Verdict;
  initError(body: Uint8Array, errorType: string): Verdict;
  peakRss(kb: number): void;
}

export interface Delivery {
  headers: Record<string, string>;
  payload: Uint8Array;
}

export type Verdict = 'accepted' | 'unknown';

export interface RuntimeApi {
  /** `host:port` of the listener; starts it at the first call. */
  address(): Promise<string>;
  /** Gives the path of an address of its own. */
  seat(seat: Seat): { path: string; leave(): void };
  close(): Promise<void>;
}

/**
 * One listener on loopback for all environments: the Runtime API below each one's token, and AWS for the calls that
 * functions make.
 */
export function runtimeApi(fetchAws?: (request: Request) => Promise<Response>): RuntimeApi {
  const seats = new Map<string, Seat>();
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent)
        reply(response, 500, { errorMessage: String(error), errorType: 'InternalError' });
    });
  });
  // An environment waits for its next event for as long as it takes.
  server.requestTimeout = 0;
  server.keepAliveTimeout = 0;
  let listening: Promise<string> | undefined;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = refuse(request, await address());
    if (refusal) return reply(response, 403, { errorMessage: refusal, errorType: 'Forbidden' });
    const match = /^\/e\/([0-9a-f]+)\/2018-06-01\/runtime\/(.*)$/.exec(request.url ?? '');
    if (!match) return passToAws(request, response);
    const seat = seats.get(match[1] ?? '');
    if (!seat) return reply(response, 403, { errorMessage: 'No such environment', errorType: 'Forbidden' });
    seat.peakRss(Number(request.headers['handson-max-rss']) || 0);
    return speak(seat, match[2] ?? '', request, response);
  }

  async function passToAws(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!fetchAws) {
      return reply(response, 502, {
        errorMessage: 'This runtime was given no AWS to talk to',
        errorType: 'BadGateway',
      });
    }
    const body = await readBody(request, MAX_AWS_BODY);
    if (!body)
      return reply(response, 413, { errorMessage: 'Request too large', errorType: 'RequestEntityTooLarge' });
    const headers = new Headers();
    for (let i = 0; i < request.rawHeaders.length; i += 2) {
      headers.append(request.rawHeaders[i] ?? '', request.rawHeaders[i + 1] ?? '');
    }
    const { method = 'GET', url = '/' } = request;
    const bodiless = method === 'GET' || method === 'HEAD';
    const given = await fetchAws(
      new Request(`http://${request.headers.host}${url}`, {
        method,
        headers,
        ...(bodiless ? {} : { body: new Uint8Array(body) }),
      }),
    );
    response.writeHead(given.status, [...given.headers].flat());
    response.end(new Uint8Array(await given.arrayBuffer()));
  }

  function address(): Promise<string> {
    listening ??= new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', () => resolve(`127.0.0.1:${(server.address() as AddressInfo).port}`));
    });
    return listening;
  }

  return {
    address,
    seat(seat) {
      const token = randomBytes(16).toString('hex');
      seats.set(token, seat);
      return { path: `/e/${token}`, leave: () => void seats.delete(token) };
    },
    async close() {
      seats.clear();
      if (!listening) return;
      await listening;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A web page of the learner's browser can reach loopback too; neither an SDK nor a bootstrap sends what it must. */
function refuse(request: IncomingMessage, address: string): string | undefined {
  const { host, origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const port = address.split(':')[1];
  if (host !== address && host !== `localhost:${port}`) return 'Foreign Host header';
  if (origin !== undefined) return 'Requests from web pages are refused';
  return site === undefined || site === 'none' ? undefined : 'Requests from web pages are refused';
}

/** The Runtime API of 2018-06-01. */
async function speak(
  seat: Seat,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'GET' && path === 'invocation/next') {
    seat.next(({ headers, payload }) => {
      response.writeHead(200, {
        'Content-Type': 'application/json',
        'Content-Length': payload.length,
        ...headers,
      });
      response.end(payload);
    });
    return;
  }
  const body = await readBody(request, MAX_RESPONSE);
  const [, requestId = '', what] = /^invocation\/([^/]+)\/(response|error)$/.exec(path) ?? [];
  const errorType = String(request.headers['lambda-runtime-function-error-type'] ?? 'Runtime.Unknown');
  if (request.method !== 'POST' || !(what || path === 'init/error')) {
    return reply(response, 404, {
      errorMessage: `Not in the Runtime API: ${path}`,
      errorType: 'InvalidPath',
    });
  }
  const given = body ?? TOO_LARGE;
  const verdict =
    what === 'response'
      ? body
        ? seat.response(requestId, body)
        : seat.error(requestId, TOO_LARGE, 'Function.ResponseSizeTooLarge')
      : what === 'error'
        ? seat.error(requestId, given, errorType)
        : seat.initError(given, errorType);
  if (verdict === 'unknown') {
    return reply(response, 400, { errorMessage: 'Invalid request ID', errorType: 'InvalidRequestID' });
  }
  if (!body) return reply(response, 413, { errorMessage: 'Too large', errorType: 'RequestEntityTooLarge' });
  return reply(response, 202, { status: 'OK' });
}

const MAX_RESPONSE = 6_291_556;
const MAX_AWS_BODY = 64 * 1024 * 1024;
const TOO_LARGE = new TextEncoder().encode(
  JSON.stringify({
    errorMessage: `Response payload size exceeded maximum allowed payload size (${MAX_RESPONSE} bytes).`,
    errorType: 'Function.ResponseSizeTooLarge',
  }),
);

/** Undefined when it is longer than allowed; the rest is read and dropped, so that the sender hears our answer. */
async function readBody(request: IncomingMessage, max: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= max) chunks.push(chunk);
  }
  return size <= max ? Buffer.concat(chunks) : undefined;
}

function reply(response: ServerResponse, status: number, document: object): void {
  const body = JSON.stringify(document);
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(body);
}
