import type { Ctx } from '#sandbox/core/context.ts';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** An id as IAM makes them: the prefix tells the kind (AROA a role, AIDA a user, ANPA a policy). */
export function newId(ctx: Ctx, prefix: 'AROA' | 'AIDA' | 'ANPA'): string {
  return prefix + ctx.parts.random.text(17, BASE32);
}

export function newAccessKey(ctx: Ctx): { AccessKeyId: string; SecretAccessKey: string } {
  const { random } = ctx.parts;
  const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  return { AccessKeyId: `AKIA${random.text(16, BASE32)}`, SecretAccessKey: random.text(40, base64) };
}

/** IAM tells times without fractions of a second. */
export function wholeSecond(ctx: Ctx): number {
  return Math.floor(ctx.now() / 1000) * 1000;
}

/** Policy documents are percent-encoded wherever IAM gives them back. */
export function encodeDocument(document: string): string {
  return encodeURIComponent(document).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
