import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import { type Doorkeeper, refusalOf, sameToken } from '#sandbox/parts/guards.ts';
import { RefusedError } from './refused.ts';

export interface RunnerEnv {
  Bindings: HttpBindings;
}

type Guard = MiddlewareHandler<RunnerEnv>;

/** Asked on every path, before anything else is looked at. */
export function door(keeper: () => Doorkeeper): Guard {
  return async (c, next) => {
    const { headers, url } = c.env.incoming;
    const refusal = refusalOf(
      {
        host: headers.host,
        origin: headers.origin,
        secFetchSite: c.req.header('sec-fetch-site'),
      },
      keeper(),
    );
    if (refusal)
      throw new RefusedError(refusal.status === 421 ? 'foreign-host' : 'foreign-page', refusal.message);
    // A target in absolute form would carry a second host past the guard.
    if (!url?.startsWith('/')) throw new RefusedError('bad-request', 'The request target must be a path.');
    await next();
  };
}

/** All ports of 127.0.0.1 are one site to a browser, and on one of them learners' APIs answer. */
export function ownPagesOnly(): Guard {
  return async (c, next) => {
    const site = c.req.header('sec-fetch-site');
    if (site !== undefined && site !== 'same-origin')
      throw new RefusedError('foreign-page', 'Only pages of this very address may ask for this.');
    await next();
  };
}

/** What only a browser's own page can show: a program without a page has the command line. */
export function pagesOnly(): Guard {
  return async (c, next) => {
    if (c.req.header('sec-fetch-site') !== 'same-origin')
      throw new RefusedError('foreign-page', 'Only pages of this very address may ask for this.');
    await next();
  };
}

export function withToken(token: string): Guard {
  return async (c, next) => {
    if (!sameToken(c.req.header('x-handson-token'), token))
      throw new RefusedError('no-token', 'This request needs the token of this start.');
    await next();
  };
}

/** A form of another site can send text, but not this type. */
export function jsonOnly(): Guard {
  return async (c, next) => {
    if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? ''))
      throw new RefusedError('not-json', 'The body must be application/json.');
    await next();
  };
}
