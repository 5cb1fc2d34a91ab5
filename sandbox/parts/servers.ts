import type { Sandbox } from '#sandbox/core/sandbox.ts';
import { controlOf } from './control.ts';
import { executeApiHost, type Refusal } from './guards.ts';
import { type ListeningServer, listen, type ServerOptions } from './http-server.ts';
import { type PortHolder, portHolder } from './port-holder.ts';

export interface OpenedPorts {
  port: number;
  apiPort: number;
  close(): Promise<void>;
}

interface PortOptions {
  port?: number;
  apiPort?: number;
  allowedOrigins?: readonly string[];
  failed?: (error: unknown) => void;
}

export type PortProblem = { kind: 'port-in-use'; port: number; holder: PortHolder | undefined };

const usualPort = 4566;
const tried = 50;
/** A function's archive of 50 MB, written in base64. */
const largestCall = 100 * 1024 * 1024;
/** What API Gateway takes. */
const largestApiCall = 10 * 1024 * 1024;

/** AWS on one port, learners' APIs on another: what those return must share an origin with nothing of ours. */
export async function openPorts(
  sandbox: Sandbox,
  token: string,
  options: PortOptions,
): Promise<OpenedPorts | { problem: PortProblem }> {
  const { allowedOrigins = [], failed = () => {} } = options;
  const about: { port?: number; apiPort?: number; pid: number } = { pid: process.pid };
  const control = controlOf(sandbox, token, () => about);

  const main = await listenOn(options.port, usualPort, {
    answer: async (request) =>
      isControl(request)
        ? control(request)
        : (toApiPort(request, about.apiPort) ?? (await sandbox.fetch(request))),
    allowedOrigins,
    maxBodyBytes: largestCall,
    cors: true,
    refuse: plainRefusal,
    failed,
  });
  if ('problem' in main) return main;

  const api = await listenOn(options.apiPort, options.port === 0 ? 0 : main.port + 1, {
    answer: (request) => sandbox.fetchApi(request),
    allowedOrigins,
    servesPages: true,
    headerNamesIn: 'x-sandbox-header-names',
    extraHost: executeApiHost,
    maxBodyBytes: largestApiCall,
    cors: false,
    refuse: apiRefusal,
    failed,
  });
  if ('problem' in api) {
    await main.close();
    return api;
  }
  Object.assign(about, { port: main.port, apiPort: api.port });
  return {
    port: main.port,
    apiPort: api.port,
    close: async () => void (await Promise.all([main.close(), api.close()])),
  };
}

const apiAddress = /^\/_aws\/execute-api\/([a-z0-9]+)\/(.+)$/;

/**
 * Who knows one address only (`AWS_ENDPOINT_URL`) finds learners' APIs below it, by the path that other emulators use
 * too: it is sent on to their own port, so that nothing of theirs is answered here.
 */
function toApiPort(request: Request, port: number | undefined): Response | undefined {
  const { pathname, search } = new URL(request.url);
  const match = apiAddress.exec(pathname);
  if (!match || port === undefined) return undefined;
  const location = `http://127.0.0.1:${port}/_api/${match[1]}/${match[2]}${search}`;
  return new Response(null, { status: 307, headers: { location } });
}

function isControl(request: Request): boolean {
  return new URL(request.url).pathname.startsWith('/_sandbox/');
}

function plainRefusal({ status, message }: Refusal): Response {
  return new Response(`${message}\n`, { status, headers: { 'x-content-type-options': 'nosniff' } });
}

function apiRefusal({ status, message }: Refusal): Response {
  return Response.json({ message }, { status, headers: { 'x-content-type-options': 'nosniff' } });
}

/** A port that was named is that one or none; else the first free one. */
async function listenOn(
  named: number | undefined,
  usual: number,
  options: Omit<ServerOptions, 'port'>,
): Promise<ListeningServer | { problem: PortProblem }> {
  const first = named ?? usual;
  const last = named === undefined && usual !== 0 ? Math.min(first + tried, 65_535) : first;
  for (let port = first; ; port += 1) {
    try {
      return await listen({ ...options, port });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
      if (port >= last) return { problem: { kind: 'port-in-use', port, holder: await portHolder(port) } };
    }
  }
}
