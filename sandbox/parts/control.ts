import type { CallFilter } from '#sandbox/core/call-log.ts';
import type { Sandbox } from '#sandbox/core/sandbox.ts';
import { readCode, writeCode } from './control-code.ts';
import { isFaultRule, settingsOf } from './control-input.ts';
import { readRecords } from './control-records.ts';
import { sameToken } from './guards.ts';

export const tokenHeader = 'x-handson-token';

/** `/_sandbox/…`: faults, settings, the call log, functions' code and records of a running sandbox, for who holds the installation's token. */
export function controlOf(
  sandbox: Sandbox,
  token: string,
  about: () => object,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!sameToken(request.headers.get(tokenHeader) ?? undefined, token)) {
      return json(403, { message: `This path needs the installation's token in the header ${tokenHeader}.` });
    }
    const url = new URL(request.url);
    const [what = '', id] = url.pathname.slice('/_sandbox/'.length).split('/');
    const name = `${request.method} ${what}${id === undefined ? '' : '/id'}`;
    const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
    if (!route) return json(404, { message: `There is no ${request.method} ${url.pathname}.` });
    const text = await request.text();
    const input = text === '' ? undefined : parse(text);
    if (input === null) return json(400, { message: 'The body is not JSON.' });
    return route({ sandbox, id: id ?? '', input, query: url.searchParams, about });
  };
}

interface Asked {
  sandbox: Sandbox;
  id: string;
  input: unknown;
  query: URLSearchParams;
  about(): object;
}

const routes: Record<string, (asked: Asked) => Response | Promise<Response>> = {
  'GET about': ({ about }) => json(200, about()),
  'GET faults': ({ sandbox }) => json(200, { faults: sandbox.faults.list() }),
  'POST faults': ({ sandbox, input }) =>
    isFaultRule(input)
      ? json(201, { id: sandbox.faults.add(input) })
      : json(400, { message: 'The body is not a fault rule.' }),
  'DELETE faults': ({ sandbox }) => {
    sandbox.faults.clear();
    return json(200, {});
  },
  'DELETE faults/id': ({ sandbox, id }) =>
    sandbox.faults.remove(id) ? json(200, {}) : json(404, { message: `There is no fault ${id}.` }),
  'GET settings': ({ sandbox }) => json(200, sandbox.faults.settings()),
  'PUT settings': ({ sandbox, input }) => {
    const settings = settingsOf(input);
    if (!settings) return json(400, { message: 'The body holds what is no setting.' });
    sandbox.faults.set(settings);
    return json(200, sandbox.faults.settings());
  },
  'GET calls': ({ sandbox, query }) => json(200, { calls: sandbox.log.list(filterOf(query)) }),
  'DELETE calls': ({ sandbox }) => {
    sandbox.log.clear();
    return json(200, {});
  },
  'GET code': async ({ sandbox, query }) => {
    const { status, body } = await readCode(sandbox, query);
    return json(status, body);
  },
  'PUT code': async ({ sandbox, query, input }) => {
    const { status, body } = await writeCode(sandbox, query, input);
    return json(status, body);
  },
  'GET records': ({ sandbox, query }) => {
    const { status, body } = readRecords(sandbox, query);
    return json(status, body);
  },
  'POST idle': async ({ sandbox }) => {
    await sandbox.idle();
    return json(200, {});
  },
};

function filterOf(query: URLSearchParams): CallFilter {
  const names = ['account', 'region', 'service', 'operation', 'principal', 'errorCode'];
  const texts = names.flatMap((name) => (query.has(name) ? [[name, query.get(name)] as const] : []));
  const afterId = Number(query.get('afterId') ?? Number.NaN);
  return { ...Object.fromEntries(texts), ...(Number.isInteger(afterId) ? { afterId } : {}) } as CallFilter;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function json(status: number, body: object): Response {
  return Response.json(body, {
    status,
    headers: { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' },
  });
}
