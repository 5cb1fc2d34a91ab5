import type { AssumeRoleCommandInput, AssumeRoleCommandOutput } from '@aws-sdk/client-sts';
import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Need, Operation } from '#sandbox/core/service.ts';
import { identity } from '#sandbox/identity/identity.ts';
import { validatePolicy } from '#sandbox/identity/policy/validate.ts';
import { roleByArn } from '#sandbox/identity/records/entities.ts';
import { defaultDocument } from '#sandbox/identity/records/policies.ts';
import { trustOf } from '#sandbox/identity/records/trust.ts';
import { markUsed } from '#sandbox/services/iam/last-used.ts';
import { checkAssumeRole } from './constraints.ts';
import { keepSession, rolePrincipal, type Session } from './sessions.ts';

export const assumeRole: Operation<AssumeRoleCommandInput, AssumeRoleCommandOutput> = (input, ctx) => {
  const need = assumeRoleNeeds(input, ctx);
  const role = roleByArn(ctx, need.resource);
  // An administrator is let through without a question, but no role has to trust him.
  if (!role || (ctx.caller.kind === 'administrator' && !identity.decide(need, ctx).allowed)) {
    throw notAuthorized(ctx, need.resource);
  }
  const duration = durationOf(input, ctx, role.maxSessionSeconds);
  const policies = sessionPolicies(input, ctx, role.arn.split(':')[4] ?? '');
  const principal = rolePrincipal(role, input.RoleSessionName ?? '', policies);
  const session = keepSession(ctx, principal, duration);
  markUsed(ctx, role);
  return {
    Credentials: credentialsView(session),
    AssumedRoleUser: { AssumedRoleId: principal.userId, Arn: principal.arn },
    ...(policies ? { PackedPolicySize: packedSize(policies) } : {}),
  };
};

/** Checks the input first, as AWS does: who asks for nonsense is told so before he is told that he may not. */
export function assumeRoleNeeds(input: AssumeRoleCommandInput, ctx: Ctx): Need {
  checkAssumeRole(input);
  const { RoleArn: arn = '', RoleSessionName: name = '', ExternalId: externalId } = input;
  const role = roleByArn(ctx, arn);
  return {
    action: 'sts:AssumeRole',
    resource: arn,
    context: {
      'sts:RoleSessionName': name,
      ...(externalId === undefined ? {} : { 'sts:ExternalId': externalId }),
      ...Object.fromEntries((role?.tags ?? []).map(({ Key, Value }) => [`aws:ResourceTag/${Key}`, Value])),
    },
    ...(role ? { resourcePolicy: trustOf(ctx, role) } : {}),
  };
}

export function credentialsView({ accessKeyId, secretAccessKey, sessionToken, expiresAt }: Session) {
  return {
    AccessKeyId: accessKeyId,
    SecretAccessKey: secretAccessKey,
    SessionToken: sessionToken,
    Expiration: new Date(Math.floor(expiresAt / 1000) * 1000),
  };
}

function notAuthorized(ctx: Ctx, arn: string): AwsError {
  return new AwsError(
    'AccessDeniedException',
    `User: ${ctx.caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${arn}`,
  );
}

function durationOf({ DurationSeconds: asked }: AssumeRoleCommandInput, ctx: Ctx, most: number): number {
  if (ctx.caller.kind === 'role' && asked !== undefined && asked > 3600) {
    throw new AwsError(
      'ValidationException',
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    );
  }
  if (asked !== undefined && asked > most) {
    throw new AwsError(
      'ValidationException',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    );
  }
  return asked ?? 3600;
}

/** The inline one and the managed ones together; `undefined`: nothing narrows the session. */
function sessionPolicies(input: AssumeRoleCommandInput, ctx: Ctx, account: string): string[] | undefined {
  const managed = (input.PolicyArns ?? []).map(({ arn = '' }) => {
    const document = defaultDocument(ctx, account, arn);
    if (document === undefined) {
      throw new AwsError('MalformedPolicyDocument', `Policy ${arn} does not exist or is not attachable.`);
    }
    return document;
  });
  if (input.Policy !== undefined) validatePolicy(input.Policy, 'session');
  const all = [...(input.Policy === undefined ? [] : [input.Policy]), ...managed];
  return all.length > 0 ? all : undefined;
}

/** In percent of what AWS packs into a token; it does not say how it packs, so this is only near it. */
function packedSize(policies: string[]): number {
  return Math.max(1, Math.ceil((policies.join('').replace(/\s/g, '').length / 2048) * 100));
}
