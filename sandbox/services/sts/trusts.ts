import type { Ctx } from '#sandbox/core/context.ts';
import { contextOf } from '#sandbox/identity/context.ts';
import { readPolicy } from '#sandbox/identity/policy/document.ts';
import { evaluate } from '#sandbox/identity/policy/evaluate.ts';
import { roleByArn } from '#sandbox/identity/records/entities.ts';

/**
 * Whether a role lets an AWS service (`lambda.amazonaws.com`) assume it; `false` also for a role that is not there.
 * `sourceArn` is for whom the service asks, the function for example.
 */
export function trusts(ctx: Ctx, roleArn: string, service: string, sourceArn?: string): boolean {
  const role = roleByArn(ctx, roleArn);
  if (!role) return false;
  const account = role.arn.split(':')[4] ?? '';
  const caller = {
    kind: 'service' as const,
    service,
    account,
    arn: service,
    userId: service,
    ...(sourceArn === undefined ? {} : { sourceArn, sourceAccount: sourceArn.split(':')[4] ?? account }),
  };
  const need = { action: 'sts:AssumeRole', resource: roleArn };
  const context = contextOf(need, ctx, { caller });
  return evaluate([readPolicy(role.trust)], { ...need, caller, context }).verdict === 'allow';
}
