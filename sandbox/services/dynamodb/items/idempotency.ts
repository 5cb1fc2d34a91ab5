import type { TransactWriteItemsCommandInput } from '@aws-sdk/client-dynamodb';
import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import { toBase64, utf8 } from '../values/value.ts';
import type { Spent } from './capacity.ts';

interface Remembered {
  at: number;
  fingerprint: string;
  spent: Spent[];
}

const REMEMBERED_MS = 10 * 60_000;

/** A token makes a transaction happen once: within ten minutes the same request does nothing more, another is refused. */
export function once(ctx: Ctx, input: TransactWriteItemsCommandInput, run: () => Spent[]): Spent[] {
  const token = input.ClientRequestToken;
  if (token === undefined) return run();
  const key = toBase64(utf8(token));
  const tokens = ctx.table<Remembered>('transaction-tokens');
  const fingerprint = fingerprintOf(ctx, input);
  const earlier = tokens.get(key);
  if (earlier && earlier.at > ctx.now() - REMEMBERED_MS) {
    if (earlier.fingerprint === fingerprint) return earlier.spent;
    throw new AwsError(
      'IdempotentParameterMismatchException',
      'The request uses the same client token as a previous, but non-identical request. Do not reuse a client token with different requests, unless the requests are identical',
    );
  }
  return ctx.atomic(() => {
    const spent = run();
    forgetOld(ctx);
    tokens.put(key, { at: ctx.now(), fingerprint, spent });
    return spent;
  });
}

function fingerprintOf(ctx: Ctx, { TransactItems }: TransactWriteItemsCommandInput): string {
  const text = JSON.stringify(TransactItems, (_, value) =>
    value instanceof Uint8Array ? toBase64(value) : value,
  );
  return toBase64(ctx.parts.crypto.sha256(text));
}

function forgetOld(ctx: Ctx): void {
  const tokens = ctx.table<Remembered>('transaction-tokens');
  for (const [key, { at }] of tokens.list()) if (at <= ctx.now() - REMEMBERED_MS) tokens.delete(key);
}
