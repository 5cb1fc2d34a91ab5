import type { MiddlewareHandler } from 'hono';

/**
 * Pages carry a stricter policy of their own, with the hashes of their scripts; both hold. `frame-ancestors` counts
 * only as a header.
 */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const apiPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** The class board writes text alone, and asks for nothing but its own three files and its stream. */
const classPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const always = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  // By this a page knows, without asking, that a runner serves it.
  'server-timing': 'handson',
};

/** On every answer, refusals too. */
export function securityHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    for (const [name, value] of Object.entries(always)) headers.set(name, value);
    const isApi = c.req.path.startsWith('/api/');
    const isClass = /^\/class(\/|$)/.test(c.req.path);
    headers.set('content-security-policy', isApi ? apiPolicy : isClass ? classPolicy : pagePolicy);
    if (isApi || isClass) headers.set('cache-control', 'no-store');
  };
}
