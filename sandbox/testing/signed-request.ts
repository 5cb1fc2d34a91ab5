import { toHex } from '@smithy/core/serde';
import { canonicalOf, canonicalText } from '#sandbox/core/signature/canonical.ts';
import { readSigned } from '#sandbox/core/signature/signed.ts';
import { receive } from '#sandbox/core/wire/incoming.ts';
import type { Opened } from './open-sandbox.ts';

export interface RawRequest {
  method: string;
  path: string;
  headers?: Record<string, string | undefined>;
  body?: string | Uint8Array;
}

export function rawRequest({ method, path, headers = {}, body = '' }: RawRequest): Request {
  const carries = method !== 'GET' && method !== 'HEAD' && body.length > 0;
  const given = Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return new Request(`http://127.0.0.1${path}`, {
    method,
    headers: given,
    ...(carries ? { body: body as string } : {}),
  });
}

/** A request as no SDK would send it, well signed: what is tried with it is everything behind the signature. */
export async function signedRequest(sandbox: Opened, service: string, raw: RawRequest): Promise<Request> {
  const { crypto, clock } = sandbox.parts;
  const date = new Date(clock.now()).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const names = [
    'host',
    'x-amz-date',
    ...(raw.headers?.['x-amz-target'] === undefined ? [] : ['x-amz-target']),
  ];
  const scope = `${date.slice(0, 8)}/ap-northeast-1/${service}/aws4_request`;
  const withSignature = (signature: string) => ({
    ...raw,
    headers: {
      ...raw.headers,
      'x-amz-date': date,
      authorization: `AWS4-HMAC-SHA256 Credential=111122223333/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
    },
  });
  const incoming = await receive(rawRequest(withSignature('none')));
  const canonical = canonicalText(canonicalOf(incoming, readSigned(incoming), crypto));
  const key = scope
    .split('/')
    .reduce<Uint8Array>(
      (previous, part) => crypto.hmacSha256(previous, part),
      new TextEncoder().encode(`AWS4${sandbox.secret}`),
    );
  const text = `AWS4-HMAC-SHA256\n${date}\n${scope}\n${toHex(crypto.sha256(canonical))}`;
  return rawRequest(withSignature(toHex(crypto.hmacSha256(key, text))));
}
