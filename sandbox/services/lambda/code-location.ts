import type { Ctx } from '#sandbox/core/context.ts';
import type { OpenCtx } from '#sandbox/core/service.ts';
import { hex } from './encoding.ts';
import { layerCode } from './layer-records.ts';
import { code } from './records.ts';

type Shelf = 'functions' | 'layers';

const VALID_MS = 10 * 60_000;

/** An address that gives the zip to whoever holds it, for ten minutes, as AWS's presigned one does. */
export function codeLocation(ctx: Ctx, shelf: Shelf, key: string): string {
  const path = ['_lambda', 'code', ctx.account, ctx.region, shelf, ...key.split('/').map(encodeURIComponent)];
  const expires = ctx.now() + VALID_MS;
  const proof = proofOf(ctx, `/${path.join('/')}`, expires);
  return `${ctx.origin ?? 'http://127.0.0.1'}/${path.join('/')}?X-Amz-Expires=${expires}&X-Amz-Signature=${proof}`;
}

export async function codeDoor(request: Request, open: OpenCtx): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const [, , , account = '', region = '', shelf, ...key] = pathname.split('/');
  if (!/^\d{12}$/.test(account) || !/^[a-z0-9-]+$/.test(region)) return refused(404, 'NoSuchKey');
  const as = {
    kind: 'service',
    service: 'lambda.amazonaws.com',
    account,
    arn: 'lambda',
    userId: 'lambda',
  } as const;
  const ctx = open({ service: 'lambda', account, region, as });
  const expires = Number(searchParams.get('X-Amz-Expires'));
  if (searchParams.get('X-Amz-Signature') !== proofOf(ctx, pathname, expires)) {
    return refused(403, 'SignatureDoesNotMatch');
  }
  if (ctx.now() > expires) return refused(403, 'AccessDenied', 'Request has expired');
  const shelves = { functions: code, layers: layerCode };
  const table = shelf === 'functions' || shelf === 'layers' ? shelves[shelf](ctx) : undefined;
  const bytes = table?.get(key.map(decodeURIComponent).join('/'));
  if (!bytes) return refused(404, 'NoSuchKey');
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/zip' } });
}

function refused(status: number, errorCode: string, message: string = errorCode): Response {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${errorCode}</Code><Message>${message}</Message></Error>`;
  return new Response(body, { status, headers: { 'content-type': 'application/xml' } });
}

/** The secret is this installation's own; it is made when the first address is. */
function proofOf(ctx: Ctx, path: string, expires: number): string {
  const secrets = ctx.shared<string>('lambda-code-secret');
  const secret = secrets.get('secret') ?? ctx.parts.random.text(40);
  secrets.put('secret', secret);
  return hex(ctx.parts.crypto.hmacSha256(secret, `${path}?${expires}`));
}
