import type {
  DeleteResourcePolicyCommandInput,
  DeleteResourcePolicyCommandOutput,
  GetResourcePolicyCommandInput,
  GetResourcePolicyCommandOutput,
  PutResourcePolicyCommandInput,
  PutResourcePolicyCommandOutput,
} from '@aws-sdk/client-lambda';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { invalidParameter, lambdaError, noSuchResource } from './errors.ts';
import { LIMITS } from './facts.ts';
import { type FunctionRef, functionRef, homeOf } from './names.ts';
import { documentOf, policies, policyHolder, policyKey, policyOf, type Statement } from './policy.ts';
import { refuseOtherRevision } from './state.ts';

/** A whole policy, Deny and all; it takes the place of what AddPermission had added. */
export const putResourcePolicy: Operation<PutResourcePolicyCommandInput, PutResourcePolicyCommandOutput> = (
  input,
  ctx,
) => {
  enforce(input, { policy: { required: true, minLength: 1 } });
  const ref = holder(ctx, input.ResourceArn);
  const document = input.Policy ?? '';
  if (document.length > LIMITS.policyBytes) {
    throw lambdaError(
      'PolicyLengthExceededException',
      `The final policy size (${document.length}) is bigger than the limit (${LIMITS.policyBytes}).`,
    );
  }
  refuseOtherRevision(input.RevisionId, policyOf(ctx, ref)?.revisionId, 'GetResourcePolicy');
  const record = {
    revisionId: ctx.parts.random.uuid(),
    statements: statementsIn(document),
    document,
  };
  policies(homeOf(ctx, ref)).put(policyKey(ref), record);
  return { Policy: document, RevisionId: record.revisionId };
};

export const getResourcePolicy: Operation<GetResourcePolicyCommandInput, GetResourcePolicyCommandOutput> = (
  input,
  ctx,
) => {
  const policy = policyOf(ctx, holder(ctx, input.ResourceArn));
  if (!policy) throw noSuchResource();
  return { Policy: documentOf(policy), RevisionId: policy.revisionId };
};

export const deleteResourcePolicy: Operation<
  DeleteResourcePolicyCommandInput,
  DeleteResourcePolicyCommandOutput
> = (input, ctx) => {
  const ref = holder(ctx, input.ResourceArn);
  const policy = policyOf(ctx, ref);
  if (!policy) throw noSuchResource();
  refuseOtherRevision(input.RevisionId, policy.revisionId, 'GetResourcePolicy');
  policies(homeOf(ctx, ref)).delete(policyKey(ref));
  return {};
};

function holder(ctx: Ctx, resourceArn: string | undefined): FunctionRef {
  enforce({ resourceArn }, { resourceArn: { required: true, minLength: 1 } });
  return policyHolder(ctx, functionRef(ctx, resourceArn));
}

function statementsIn(document: string): Statement[] {
  const unreadable = invalidParameter('The provided policy is not a valid JSON policy document.');
  let read: unknown;
  try {
    read = JSON.parse(document);
  } catch {
    throw unreadable;
  }
  if (typeof read !== 'object' || read === null || !('Statement' in read)) throw unreadable;
  const statements: unknown[] = Array.isArray(read.Statement) ? read.Statement : [read.Statement];
  if (statements.length === 0 || !statements.every(isStatement)) throw unreadable;
  return statements;
}

function isStatement(value: unknown): value is Statement {
  if (typeof value !== 'object' || value === null) return false;
  const statement = value as Record<string, unknown>;
  const effect = statement.Effect === 'Allow' || statement.Effect === 'Deny';
  return effect && 'Action' in statement && 'Resource' in statement && 'Principal' in statement;
}
