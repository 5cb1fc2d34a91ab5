import type {
  AttachRolePolicyCommandInput,
  AttachRolePolicyCommandOutput,
  AttachUserPolicyCommandInput,
  AttachUserPolicyCommandOutput,
  DetachRolePolicyCommandInput,
  DetachRolePolicyCommandOutput,
  DetachUserPolicyCommandInput,
  DetachUserPolicyCommandOutput,
  ListAttachedRolePoliciesCommandInput,
  ListAttachedRolePoliciesCommandOutput,
  ListAttachedUserPoliciesCommandInput,
  ListAttachedUserPoliciesCommandOutput,
} from '@aws-sdk/client-iam';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { policyByArn } from '#sandbox/identity/records/policies.ts';
import { attachments } from './attachment-index.ts';
import { check } from './constraints.ts';
import { type EntityKind, entityNamed, keep } from './entities.ts';
import { limitExceeded, noSuchEntity } from './errors.ts';
import { pageOfList } from './paging.ts';
import { attachable } from './policy-arns.ts';

export const attachRolePolicy: Operation<AttachRolePolicyCommandInput, AttachRolePolicyCommandOutput> = (
  input,
  ctx,
) => {
  check(input, 'roleName', 'policyArn');
  return attach(ctx, 'role', input.RoleName, input.PolicyArn);
};

export const attachUserPolicy: Operation<AttachUserPolicyCommandInput, AttachUserPolicyCommandOutput> = (
  input,
  ctx,
) => {
  check(input, 'userName', 'policyArn');
  return attach(ctx, 'user', input.UserName, input.PolicyArn);
};

export const detachRolePolicy: Operation<DetachRolePolicyCommandInput, DetachRolePolicyCommandOutput> = (
  input,
  ctx,
) => {
  check(input, 'roleName', 'policyArn');
  return detach(ctx, 'role', input.RoleName, input.PolicyArn);
};

export const detachUserPolicy: Operation<DetachUserPolicyCommandInput, DetachUserPolicyCommandOutput> = (
  input,
  ctx,
) => {
  check(input, 'userName', 'policyArn');
  return detach(ctx, 'user', input.UserName, input.PolicyArn);
};

export const listAttachedRolePolicies: Operation<
  ListAttachedRolePoliciesCommandInput,
  ListAttachedRolePoliciesCommandOutput
> = (input, ctx) => {
  check(input, 'roleName');
  return attached(ctx, 'role', input.RoleName, input);
};

export const listAttachedUserPolicies: Operation<
  ListAttachedUserPoliciesCommandInput,
  ListAttachedUserPoliciesCommandOutput
> = (input, ctx) => {
  check(input, 'userName');
  return attached(ctx, 'user', input.UserName, input);
};

const MOST_ATTACHED = 10;

/** Attaching what is attached is no error. */
function attach(ctx: Ctx, kind: EntityKind, name: string | undefined, arn: string | undefined) {
  const entity = entityNamed(ctx, kind, name);
  const policy = attachable(ctx, arn);
  if (entity.attached.includes(policy.arn)) return {};
  if (entity.attached.length >= MOST_ATTACHED) {
    throw limitExceeded(
      `Cannot exceed quota for PoliciesPer${kind === 'role' ? 'Role' : 'User'}: ${MOST_ATTACHED}`,
    );
  }
  ctx.atomic(() => {
    keep(ctx, kind, { ...entity, attached: [...entity.attached, policy.arn] });
    attachments(ctx).add(policy.arn, 'policy', kind, entity);
  });
  return {};
}

function detach(ctx: Ctx, kind: EntityKind, name: string | undefined, arn: string | undefined) {
  const entity = entityNamed(ctx, kind, name);
  if (arn === undefined || !entity.attached.includes(arn)) throw noSuchEntity(`Policy ${arn} was not found.`);
  ctx.atomic(() => {
    keep(ctx, kind, { ...entity, attached: entity.attached.filter((one) => one !== arn) });
    attachments(ctx).remove(arn, 'policy', kind, entity);
  });
  return {};
}

function attached(
  ctx: Ctx,
  kind: EntityKind,
  name: string | undefined,
  input: { PathPrefix?: string | undefined; Marker?: string | undefined; MaxItems?: number | undefined },
) {
  const { PathPrefix: prefix = '/' } = input;
  const found = entityNamed(ctx, kind, name).attached.flatMap(
    (arn) => policyByArn(ctx, ctx.account, arn) ?? [],
  );
  const { items, truncation } = pageOfList(
    found.filter(({ path }) => path.startsWith(prefix)),
    input,
  );
  return {
    AttachedPolicies: items.map((policy) => ({ PolicyName: policy.name, PolicyArn: policy.arn })),
    ...truncation,
  };
}
