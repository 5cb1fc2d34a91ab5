import type {
  ListEntitiesForPolicyCommandInput,
  ListEntitiesForPolicyCommandOutput,
} from '@aws-sdk/client-iam';
import type { Operation } from '#sandbox/core/service.ts';
import { attachments } from './attachment-index.ts';
import { check } from './constraints.ts';
import { pageOfList } from './paging.ts';
import { policyNamed } from './policy-arns.ts';

/** Groups are always none: the sandbox has no groups. */
export const listEntitiesForPolicy: Operation<
  ListEntitiesForPolicyCommandInput,
  ListEntitiesForPolicyCommandOutput
> = (input, ctx) => {
  check(input, 'policyArn');
  const { arn } = policyNamed(ctx, input.PolicyArn);
  const { EntityFilter: filter, PathPrefix: prefix = '/', PolicyUsageFilter: usage } = input;
  const wanted = attachments(ctx)
    .of(arn)
    .filter(
      (entity) =>
        entity.path.startsWith(prefix) &&
        (filter === undefined || filter === (entity.kind === 'role' ? 'Role' : 'User')) &&
        (usage === undefined || (usage === 'PermissionsBoundary') === (entity.usage === 'boundary')),
    );
  const { items, truncation } = pageOfList(wanted, input);
  return {
    PolicyGroups: [],
    PolicyUsers: items
      .filter(({ kind }) => kind === 'user')
      .map(({ name, id }) => ({ UserName: name, UserId: id })),
    PolicyRoles: items
      .filter(({ kind }) => kind === 'role')
      .map(({ name, id }) => ({ RoleName: name, RoleId: id })),
    ...truncation,
  };
};
