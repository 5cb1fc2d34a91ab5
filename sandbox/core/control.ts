import type { CallFilter } from './call-log.ts';
import type { FaultRule, FaultSettings } from './faults.ts';
import type { Sandbox } from './sandbox.ts';
import { isServiceName } from './service.ts';

/** Made for tests and the console: `sandbox.faults` and `sandbox.log` at addresses under `/_sandbox/`. */
export interface Control {
  fetch(request: Request): Promise<Response>;
}

type Answer = { status?: number; body?: unknown };
type Action = (input: Record<string, unknown>, id: string) => Answer | Promise<Answer>;

/**
 * `token` is the installation's; it comes as `Authorization: Bearer …`, which no page of another origin can send
 * without a preflight that nobody answers.
 */
export function control(sandbox: Sandbox, token: string): Control {
  const actions = actionsOf(sandbox);
  return {
    async fetch(request) {
      if (!sameText(request.headers.get('authorization') ?? '', `Bearer ${token}`)) {
        return json({ status: 401, body: { error: 'This needs the token of the installation.' } });
      }
      const url = new URL(request.url);
      const [, , name = '', id = ''] = url.pathname.split('/');
      const action = actions[`${request.method} ${name}`];
      if (!action) {
        return json({ status: 404, body: { error: `There is no ${request.method} ${url.pathname}.` } });
      }
      try {
        return json(await action(await inputOf(request, url), id));
      } catch (error) {
        if (!(error instanceof InvalidControl)) throw error;
        return json({ status: 400, body: { error: error.message } });
      }
    },
  };
}

class InvalidControl extends Error {}

function actionsOf({ faults, log, idle }: Sandbox): Readonly<Record<string, Action>> {
  return {
    'GET faults': () => ({ body: { rules: faults.list(), settings: faults.settings() } }),
    'POST faults': (input) => ({ status: 201, body: { id: faults.add(ruleOf(input)) } }),
    'PUT faults': (input) => {
      faults.set(settingsOf(input));
      return { body: faults.settings() };
    },
    'DELETE faults': (_input, id) => {
      if (id === '') faults.clear();
      else if (!faults.remove(id)) return { status: 404, body: { error: `There is no rule ${id}.` } };
      return { status: 204 };
    },
    'GET log': (input) => ({ body: { calls: log.list(filterOf(input)) } }),
    'DELETE log': () => {
      log.clear();
      return { status: 204 };
    },
    'POST idle': async () => {
      await idle();
      return { status: 204 };
    },
  };
}

async function inputOf(request: Request, url: URL): Promise<Record<string, unknown>> {
  if (request.method === 'GET') return Object.fromEntries(url.searchParams);
  const text = await request.text();
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Told below, together with what is JSON but no object.
  }
  throw new InvalidControl('The body must be a JSON object.');
}

type Kind = 'string' | 'number' | 'boolean' | 'object';

const RULE: Readonly<Record<string, Kind>> = {
  account: 'string',
  region: 'string',
  service: 'string',
  operation: 'string',
  nth: 'number',
  times: 'number',
  probability: 'number',
  seed: 'number',
  fault: 'object',
};
const SETTINGS: Readonly<Record<string, Kind>> = {
  latencyMs: 'number',
  stalenessMs: 'number',
  strictIam: 'boolean',
};
const FAULTS: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  error: { kind: 'string', code: 'string', message: 'string', status: 'number', delayMs: 'number' },
  delay: { kind: 'string', delayMs: 'number' },
  reset: { kind: 'string', after: 'boolean' },
  hang: { kind: 'string', ms: 'number' },
};
const FILTER: Readonly<Record<string, Kind>> = {
  afterId: 'string',
  account: 'string',
  region: 'string',
  service: 'string',
  operation: 'string',
  principal: 'string',
  errorCode: 'string',
};

function ruleOf(input: Record<string, unknown>): FaultRule {
  const rule = checked(input, RULE);
  const fault = rule.fault as Record<string, unknown> | undefined;
  const members = FAULTS[String(fault?.kind)];
  if (!fault || !members)
    throw new InvalidControl(`fault.kind must be one of ${Object.keys(FAULTS).join(', ')}.`);
  checked(fault, members);
  if (fault.kind === 'error' && fault.code === undefined) throw new InvalidControl('fault.code is missing.');
  if (fault.kind === 'delay' && fault.delayMs === undefined)
    throw new InvalidControl('fault.delayMs is missing.');
  const status = fault.status as number | undefined;
  if (status !== undefined && (!Number.isInteger(status) || status < 400 || status > 599)) {
    throw new InvalidControl('fault.status must be between 400 and 599.');
  }
  if (rule.service !== undefined && !isServiceName(String(rule.service))) {
    throw new InvalidControl(`There is no service ${rule.service}.`);
  }
  return rule as unknown as FaultRule;
}

function settingsOf(input: Record<string, unknown>): Partial<FaultSettings> {
  return checked(input, SETTINGS) as Partial<FaultSettings>;
}

function filterOf(input: Record<string, unknown>): CallFilter {
  const { afterId, ...rest } = checked(input, FILTER);
  return { ...rest, ...(afterId === undefined ? {} : { afterId: Number(afterId) }) } as CallFilter;
}

/** A misspelt name would be a rule that matches everything. */
function checked(input: Record<string, unknown>, members: Readonly<Record<string, Kind>>) {
  for (const [name, value] of Object.entries(input)) {
    const kind = Object.hasOwn(members, name) ? members[name] : undefined;
    if (!kind) throw new InvalidControl(`There is no ${name}; known are ${Object.keys(members).join(', ')}.`);
    if (typeof value !== kind) throw new InvalidControl(`${name} must be a ${kind}.`);
    if (typeof value === 'number' && !(value >= 0 && value < Infinity)) {
      throw new InvalidControl(`${name} must not be negative.`);
    }
  }
  return input;
}

function json({ status = 200, body }: Answer): Response {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  return new Response(body === undefined ? null : JSON.stringify(body), { status, headers });
}

/** Takes as long for a wrong first letter as for a wrong last one. */
function sameText(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1) {
    difference |= one.charCodeAt(at) ^ other.charCodeAt(at % other.length);
  }
  return difference === 0;
}
