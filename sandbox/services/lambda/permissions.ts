import type {
  AddPermissionCommandInput,
  AddPermissionCommandOutput,
  GetPolicyCommandInput,
  GetPolicyCommandOutput,
  RemovePermissionCommandInput,
  RemovePermissionCommandOutput,
} from '@aws-sdk/client-lambda';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { roleByArn } from '#sandbox/identity/records/entities.ts';
import { invalidParameter, lambdaError, noSuchResource } from './errors.ts';
import { LIMITS, pattern } from './facts.ts';
import { functionArn, functionRef, homeOf } from './names.ts';
import { documentOf, policies, policyHolder, policyKey, policyOf, type Statement } from './policy.ts';
import { LATEST, latestOf, versionOf } from './records.ts';
import { refuseOtherRevision } from './state.ts';

const PERMISSION = {
  statementId: { required: true, ...pattern('statementId'), minLength: 1, maxLength: 100 },
  action: { required: true, ...pattern('action') },
  principal: { required: true, ...pattern('principal') },
  sourceArn: pattern('sourceArn'),
  sourceAccount: pattern('sourceAccount'),
  principalOrgID: pattern('organisation'),
  functionUrlAuthType: { oneOf: ['NONE', 'AWS_IAM'] },
} as const;

export const addPermission: Operation<AddPermissionCommandInput, AddPermissionCommandOutput> = (
  input,
  ctx,
) => {
  enforce(input, PERMISSION);
  const ref = functionRef(ctx, input.FunctionName, input.Qualifier);
  if (ref.qualifier === LATEST) {
    throw invalidParameter('We currently do not support adding policies for $LATEST.');
  }
  const home = homeOf(ctx, ref);
  latestOf(ctx, { ...ref });
  versionOf(ctx, ref);
  const principal = principalOf(ctx, input.Principal ?? '');
  const before = policyOf(ctx, ref);
  refuseOtherRevision(input.RevisionId, before?.revisionId, 'GetPolicy');
  const statements = before?.statements ?? [];
  if (statements.some(({ Sid }) => Sid === input.StatementId)) {
    throw lambdaError(
      'ResourceConflictException',
      `The statement id (${input.StatementId}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
    );
  }
  const statement: Statement = {
    Sid: input.StatementId ?? '',
    Effect: 'Allow',
    Principal: principal,
    Action: input.Action,
    Resource: functionArn(ref),
    ...conditionsOf(input),
  };
  const after = { revisionId: ctx.parts.random.uuid(), statements: [...statements, statement] };
  const size = documentOf(after).length;
  if (size > LIMITS.policyBytes) {
    throw lambdaError(
      'PolicyLengthExceededException',
      `The final policy size (${size}) is bigger than the limit (${LIMITS.policyBytes}).`,
    );
  }
  policies(home).put(policyKey(ref), after);
  return { Statement: JSON.stringify(statement) };
};

export const getPolicy: Operation<GetPolicyCommandInput, GetPolicyCommandOutput> = (input, ctx) => {
  const ref = policyHolder(ctx, functionRef(ctx, input.FunctionName, input.Qualifier));
  const policy = policyOf(ctx, ref);
  if (!policy) throw noSuchResource();
  return { Policy: documentOf(policy), RevisionId: policy.revisionId };
};

export const removePermission: Operation<RemovePermissionCommandInput, RemovePermissionCommandOutput> = (
  input,
  ctx,
) => {
  enforce(input, { statementId: { required: true, minLength: 1, maxLength: 100 } });
  const ref = functionRef(ctx, input.FunctionName, input.Qualifier);
  latestOf(ctx, ref);
  const policy = policyOf(ctx, ref);
  if (!policy) {
    throw lambdaError('ResourceNotFoundException', 'No policy is associated with the given resource.');
  }
  refuseOtherRevision(input.RevisionId, policy.revisionId, 'GetPolicy');
  const left = policy.statements.filter(({ Sid }) => Sid !== input.StatementId);
  if (left.length === policy.statements.length) {
    throw lambdaError(
      'ResourceNotFoundException',
      `Statement ${input.StatementId} is not found in resource policy.`,
    );
  }
  const table = policies(homeOf(ctx, ref));
  if (left.length === 0) table.delete(policyKey(ref));
  else table.put(policyKey(ref), { revisionId: ctx.parts.random.uuid(), statements: left });
  return {};
};

/** A service, an account, a user or role, or everybody: as AWS writes it into the statement. */
function principalOf(ctx: Ctx, given: string): '*' | { Service: string } | { AWS: string } {
  if (given === '*') return '*';
  if (/^\d{12}$/.test(given)) return { AWS: `arn:aws:iam::${given}:root` };
  if (/^arn:aws:iam::\d{12}:(root|user\/.+)$/.test(given)) return { AWS: given };
  if (/^arn:aws:iam::\d{12}:role\/.+$/.test(given) && roleByArn(ctx, given)) return { AWS: given };
  if (/^arn:aws:sts::\d{12}:assumed-role\/.+\/.+$/.test(given)) return { AWS: given };
  if (/^[a-z0-9.-]+\.amazonaws\.com$/.test(given)) return { Service: given };
  throw invalidParameter('The provided principal was invalid. Please check the principal and try again.');
}

function conditionsOf(input: AddPermissionCommandInput): {
  Condition?: Record<string, Record<string, string>>;
} {
  const equals = {
    ...(input.SourceAccount ? { 'AWS:SourceAccount': input.SourceAccount } : {}),
    ...(input.EventSourceToken ? { 'lambda:EventSourceToken': input.EventSourceToken } : {}),
    ...(input.PrincipalOrgID ? { 'aws:PrincipalOrgID': input.PrincipalOrgID } : {}),
    ...(input.FunctionUrlAuthType ? { 'lambda:FunctionUrlAuthType': input.FunctionUrlAuthType } : {}),
  };
  const condition = {
    ...(Object.keys(equals).length > 0 ? { StringEquals: equals } : {}),
    ...(input.InvokedViaFunctionUrl === undefined
      ? {}
      : { Bool: { 'lambda:InvokedViaFunctionUrl': String(input.InvokedViaFunctionUrl) } }),
    ...(input.SourceArn ? { ArnLike: { 'AWS:SourceArn': input.SourceArn } } : {}),
  };
  return Object.keys(condition).length > 0 ? { Condition: condition } : {};
}
