import { HttpResponse } from '@smithy/core/protocols';
import type { Sandbox } from '#sandbox/core/sandbox.ts';

interface SdkRequest {
  method: string;
  protocol: string;
  hostname: string;
  port?: number;
  path: string;
  query?: Record<string, string | string[] | null>;
  headers: Record<string, string>;
  body?: unknown;
}

/** An SDK client's request handler without a socket: it hands the signed request to the sandbox as it is. */
export function directHandler(sandbox: Pick<Sandbox, 'fetch'>) {
  return {
    async handle(request: SdkRequest, { abortSignal }: { abortSignal?: unknown } = {}) {
      const port = request.port === undefined ? '' : `:${request.port}`;
      const url = `${request.protocol}//${request.hostname}${port}${request.path}${searchOf(request.query)}`;
      const hasBody = request.method !== 'GET' && request.method !== 'HEAD' && request.body !== undefined;
      const response = await connected(() =>
        sandbox.fetch(
          new Request(url, {
            method: request.method,
            headers: request.headers,
            ...(hasBody ? { body: request.body as NonNullable<RequestInit['body']>, duplex: 'half' } : {}),
            ...(abortSignal instanceof AbortSignal ? { signal: abortSignal } : {}),
          } as RequestInit),
        ),
      );
      return {
        response: new HttpResponse({
          statusCode: response.status,
          headers: Object.fromEntries(response.headers),
          body: response.body ?? new Uint8Array(),
        }),
      };
    },
    destroy() {},
    metadata: { handlerProtocol: 'http/1.1' },
  };
}

/** A broken connection looks to the SDK like Node's own. */
async function connected(send: () => Promise<Response>): Promise<Response> {
  try {
    return await send();
  } catch (error) {
    throw Object.assign(new Error('socket hang up', { cause: error }), { code: 'ECONNRESET' });
  }
}

function searchOf(query: SdkRequest['query'] = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) =>
      one === null ? encode(name) : `${encode(name)}=${encode(one)}`,
    ),
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
