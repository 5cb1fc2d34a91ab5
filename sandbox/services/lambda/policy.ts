import type { Ctx } from '#sandbox/core/context.ts';
import { noSuchResource } from './errors.ts';
import { type FunctionRef, homeOf } from './names.ts';
import { LATEST, lookUp } from './records.ts';

export interface PolicyRecord {
  revisionId: string;
  /** In the order they were added. */
  statements: Statement[];
  /** As PutResourcePolicy set it, until AddPermission or RemovePermission change the statements. */
  document?: string;
}

export interface Statement {
  Sid?: string;
  [member: string]: unknown;
}

export const policies = (ctx: Ctx) => ctx.table<PolicyRecord>('policies');

/** `$LATEST` has no policy of its own: it is the function's. */
export function policyKey(ref: FunctionRef): string {
  return `${ref.name}/${ref.qualifier === LATEST ? '' : (ref.qualifier ?? '')}`;
}

export function policyOf(ctx: Ctx, ref: FunctionRef): PolicyRecord | undefined {
  return policies(homeOf(ctx, ref)).get(policyKey(ref));
}

export function documentOf(policy: PolicyRecord): string {
  return (
    policy.document ?? JSON.stringify({ Version: '2012-10-17', Id: 'default', Statement: policy.statements })
  );
}

/** The function, version or alias must be there for its policy to be. */
export function policyHolder(ctx: Ctx, ref: FunctionRef): FunctionRef {
  if (!lookUp(homeOf(ctx, ref), ref.name, ref.qualifier ?? LATEST)) throw noSuchResource();
  return ref;
}
