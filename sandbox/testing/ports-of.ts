import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { Sandbox } from '#sandbox/core/sandbox.ts';
import { type OpenedPorts, openPorts } from '#sandbox/parts/servers.ts';

/** The same doors as a learner's: the sandbox behind its two ports, opened when somebody first calls. */
export function portsOf(sandbox: Sandbox) {
  const opened: { ports?: Promise<OpenedPorts> } = {};
  const ports = () => {
    opened.ports ??= openPorts(sandbox, 'token-of-the-tests', { port: 0, apiPort: 0 }).then((result) => {
      if ('problem' in result) throw new Error(`no free port: ${JSON.stringify(result.problem)}`);
      return result;
    });
    return opened.ports;
  };
  return {
    client: {
      endpoint: async () => ({
        protocol: 'http:',
        hostname: '127.0.0.1',
        port: (await ports()).port,
        path: '/',
      }),
    },
    fetchApi: async (request: Request) => plainCall(request, (await ports()).apiPort),
  };
}

/** `fetch` adds headers of its own; what a recorded caller sent is all that may be sent here. */
async function plainCall(request: Request, port: number): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const body = Buffer.from(await request.arrayBuffer());
  const call = httpRequest({
    port,
    host: '127.0.0.1',
    method: request.method,
    path: pathname + search,
    headers: asWritten(request.headers),
    agent: false,
  });
  call.end(body.length > 0 ? body : undefined);
  const [answer] = (await once(call, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const headers = new Headers();
  for (let at = 0; at < answer.rawHeaders.length; at += 2) {
    headers.append(answer.rawHeaders[at] as string, answer.rawHeaders[at + 1] as string);
  }
  const status = answer.statusCode ?? 0;
  return new Response(status === 204 || status === 304 ? null : Buffer.concat(chunks), { status, headers });
}

/** A `Request` forgets how its headers were written; a test that cares names them. */
function asWritten(headers: Headers): Record<string, string> {
  const named = new Map(
    (headers.get('x-sandbox-header-names') ?? '')
      .split(',')
      .map((name) => [name.toLowerCase(), name] as const),
  );
  return Object.fromEntries(
    [...headers]
      .filter(([name]) => name !== 'x-sandbox-header-names')
      .map(([name, value]) => [named.get(name) ?? name, value]),
  );
}
