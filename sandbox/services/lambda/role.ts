import type { Ctx } from '#sandbox/core/context.ts';
import { trusts } from '#sandbox/services/sts/trusts.ts';
import { invalidParameter } from './errors.ts';

/** AWS looks whether it may become the role before it takes a function in. */
export function checkRole(ctx: Ctx, roleArn: string, forFunction: string): void {
  if (roleArn.split(':')[4] !== ctx.account) {
    throw invalidParameter('Cross-account pass role is not allowed.');
  }
  if (!trusts(ctx, roleArn, 'lambda.amazonaws.com', forFunction)) {
    throw invalidParameter('The role defined for the function cannot be assumed by Lambda.');
  }
}
