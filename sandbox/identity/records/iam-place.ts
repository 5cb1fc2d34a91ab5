import type { Ctx } from '#sandbox/core/context.ts';

/** IAM's own records of an account. The region is fixed, so that every region sees the same. */
export function iamPlace(ctx: Ctx, account: string = ctx.account): Ctx {
  return ctx.in({ service: 'iam', account, region: 'us-east-1' });
}
