import type {
  UpdateAssumeRolePolicyCommandInput,
  UpdateAssumeRolePolicyCommandOutput,
  UpdateRoleCommandInput,
  UpdateRoleCommandOutput,
  UpdateRoleDescriptionCommandInput,
  UpdateRoleDescriptionCommandOutput,
} from '@aws-sdk/client-iam';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { validatePolicy } from '#sandbox/identity/policy/validate.ts';
import { nameKey, type RoleRecord, roles } from '#sandbox/identity/records/entities.ts';
import { principalId, trustedIds } from '#sandbox/identity/records/trust.ts';
import { check } from './constraints.ts';
import { roleNamed } from './entities.ts';
import { limitExceeded } from './errors.ts';
import { roleView } from './role-view.ts';

export const updateAssumeRolePolicy: Operation<
  UpdateAssumeRolePolicyCommandInput,
  UpdateAssumeRolePolicyCommandOutput
> = (input, ctx) => {
  check(input, 'roleName', 'policyDocument');
  const role = roleNamed(ctx, input.RoleName);
  const { PolicyDocument: trust = '' } = input;
  checkTrust(ctx, trust);
  roles(ctx).put(nameKey(role.name), { ...role, trust, trusted: trustedIds(ctx, trust) });
  return {};
};

export const updateRole: Operation<UpdateRoleCommandInput, UpdateRoleCommandOutput> = (input, ctx) => {
  check(input, 'roleName');
  changeRole(ctx, input.RoleName, {
    ...(input.Description === undefined ? {} : { description: input.Description }),
    maxSessionSeconds: input.MaxSessionDuration ?? 3600,
  });
  return {};
};

export const updateRoleDescription: Operation<
  UpdateRoleDescriptionCommandInput,
  UpdateRoleDescriptionCommandOutput
> = (input, ctx) => {
  check(input, 'roleName');
  const role = changeRole(ctx, input.RoleName, { description: input.Description ?? '' });
  return { Role: roleView(ctx, role) };
};

export function checkTrust(ctx: Ctx, document: string): void {
  validatePolicy(document, 'trust', (arn) => principalId(ctx, arn) !== undefined);
  if (document.replace(/\s/g, '').length > 2048)
    throw limitExceeded('Cannot exceed quota for ACLSizePerRole: 2048');
}

function changeRole(ctx: Ctx, name: string | undefined, change: Partial<RoleRecord>): RoleRecord {
  const role = { ...roleNamed(ctx, name), ...change };
  roles(ctx).put(nameKey(role.name), role);
  return role;
}
