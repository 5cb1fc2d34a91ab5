import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import { type PolicyRecord, policyByArn } from '#sandbox/identity/records/policies.ts';
import { noSuchEntity, validationError } from './errors.ts';

/** The policy of an ARN, for what reads or changes the policy itself. */
export function policyNamed(ctx: Ctx, arn: string | undefined): PolicyRecord {
  const policy = policyByArn(ctx, ctx.account, parsed(arn));
  if (!policy) throw noSuchEntity(`Policy ${arn} was not found.`);
  return policy;
}

/** The same for what puts it on somebody; AWS words the refusal another way. */
export function attachable(ctx: Ctx, arn: string | undefined): PolicyRecord {
  const policy = policyByArn(ctx, ctx.account, parsed(arn));
  if (!policy) throw noSuchEntity(`Policy ${arn} does not exist or is not attachable.`);
  return policy;
}

/** A policy that this account may change: AWS's own are not for anybody to change. */
export function ownPolicy(ctx: Ctx, arn: string | undefined): PolicyRecord {
  const policy = policyNamed(ctx, arn);
  if (isAwsManaged(policy.arn)) {
    throw new AwsError('AccessDenied', `Policy ${arn} is managed by AWS and cannot be changed.`, {
      status: 403,
    });
  }
  return policy;
}

export function isAwsManaged(arn: string): boolean {
  return arn.startsWith('arn:aws:iam::aws:policy/');
}

function parsed(arn: string | undefined): string {
  if (arn === undefined || !/^arn:[^:]+:iam::(\d{12}|aws):policy\/.+$/.test(arn)) {
    throw validationError('Invalid ARN:  Could not be parsed!');
  }
  return arn;
}
