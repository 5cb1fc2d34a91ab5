import { toHex } from '@smithy/core/serde';
import type { Parts } from '../parts.ts';
import type { Incoming } from '../wire/incoming.ts';
import type { Signed } from './signed.ts';

/** The six parts of a canonical request, each of which a client may have written otherwise. */
export interface Canonical {
  method: string;
  path: string;
  query: string;
  headers: string;
  signedHeaders: string;
  payload: string;
}

export function canonicalOf(incoming: Incoming, signed: Signed, crypto: Parts['crypto']): Canonical {
  return {
    method: incoming.method,
    path: encodeAgain(normalized(incoming.path)),
    query: canonicalQuery(incoming.search),
    headers: canonicalHeaders(incoming, signed.signedHeaders),
    signedHeaders: signed.signedHeaders.join(';'),
    payload: toHex(crypto.sha256(incoming.body)),
  };
}

export function canonicalText(parts: Canonical): string {
  return [parts.method, parts.path, parts.query, parts.headers, parts.signedHeaders, parts.payload].join(
    '\n',
  );
}

/** Every service but S3 signs the encoded path encoded once more. */
export function encodeAgain(path: string): string {
  return path.split('/').map(encode).join('/');
}

export function normalized(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') kept.pop();
    else kept.push(segment);
  }
  const end = kept.length > 0 && path.endsWith('/') ? '/' : '';
  return `/${kept.join('/')}${end}`;
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function canonicalQuery(search: string): string {
  if (search === '') return '';
  return search
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      const name = at === -1 ? pair : pair.slice(0, at);
      return [encode(decode(name)), at === -1 ? '' : encode(decode(pair.slice(at + 1)))] as const;
    })
    .filter(([name]) => name !== 'X-Amz-Signature')
    .sort(([a, one], [b, other]) => compare(a, b) || compare(one, other))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Not a form: a plus sign is a plus sign. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function canonicalHeaders({ headers, host }: Incoming, names: readonly string[]): string {
  return names
    .map((name) => {
      const value = name === 'host' ? host : (headers.get(name) ?? '');
      return `${name}:${value.trim().replace(/\s+/g, ' ')}\n`;
    })
    .join('');
}
