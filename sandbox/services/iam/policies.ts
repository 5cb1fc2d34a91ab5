import type {
  CreatePolicyCommandInput,
  CreatePolicyCommandOutput,
  DeletePolicyCommandInput,
  DeletePolicyCommandOutput,
  GetPolicyCommandInput,
  GetPolicyCommandOutput,
  ListPoliciesCommandInput,
  ListPoliciesCommandOutput,
} from '@aws-sdk/client-iam';
import type { Operation } from '#sandbox/core/service.ts';
import { awsManagedPolicies } from '#sandbox/identity/managed/all.ts';
import { validatePolicy } from '#sandbox/identity/policy/validate.ts';
import { nameKey } from '#sandbox/identity/records/entities.ts';
import { type PolicyRecord, policies } from '#sandbox/identity/records/policies.ts';
import { attachments } from './attachment-index.ts';
import { check } from './constraints.ts';
import { alreadyExists, deleteConflict, limitExceeded } from './errors.ts';
import { newId, wholeSecond } from './ids.ts';
import { pageOfList } from './paging.ts';
import { ownPolicy, policyNamed } from './policy-arns.ts';
import { policyView } from './policy-view.ts';
import { checkTags } from './tags.ts';

export const createPolicy: Operation<CreatePolicyCommandInput, CreatePolicyCommandOutput> = (input, ctx) => {
  check(input, 'policyName', 'policyDocument');
  const { PolicyName: name = '', Path: path = '/', PolicyDocument: document = '' } = input;
  checkManaged(document);
  const tags = checkTags(input.Tags);
  if (policies(ctx).get(nameKey(name))) {
    throw alreadyExists(`A policy called ${name} already exists. Duplicate names are not allowed.`);
  }
  const now = wholeSecond(ctx);
  const policy: PolicyRecord = {
    name,
    id: newId(ctx, 'ANPA'),
    path,
    arn: `arn:aws:iam::${ctx.account}:policy${path}${name}`,
    createdAt: now,
    updatedAt: now,
    ...(input.Description === undefined ? {} : { description: input.Description }),
    tags,
    defaultVersion: 'v1',
    lastVersion: 1,
    versions: [{ id: 'v1', createdAt: now, document }],
  };
  policies(ctx).put(nameKey(name), policy);
  return { Policy: { ...policyView(ctx, policy), ...(tags.length > 0 ? { Tags: tags } : {}) } };
};

export const getPolicy: Operation<GetPolicyCommandInput, GetPolicyCommandOutput> = (input, ctx) => {
  check(input, 'policyArn');
  const policy = policyNamed(ctx, input.PolicyArn);
  const { description } = policy;
  return {
    Policy: {
      ...policyView(ctx, policy),
      ...(description === undefined ? {} : { Description: description }),
      Tags: policy.tags,
    },
  };
};

export const listPolicies: Operation<ListPoliciesCommandInput, ListPoliciesCommandOutput> = (input, ctx) => {
  check(input);
  const { Scope: scope = 'All', PathPrefix: prefix = '/', OnlyAttached, PolicyUsageFilter } = input;
  const used = attachments(ctx);
  const usage = PolicyUsageFilter === 'PermissionsBoundary' ? 'boundary' : 'policy';
  const all = [
    ...(scope === 'AWS'
      ? []
      : policies(ctx)
          .list()
          .map(([, policy]) => policy)),
    ...(scope === 'Local' ? [] : awsManagedPolicies()),
  ].filter(
    ({ path, arn }) =>
      path.startsWith(prefix) &&
      (!OnlyAttached || used.count(arn, usage) > 0) &&
      (PolicyUsageFilter === undefined || used.count(arn, usage) > 0),
  );
  const { items, truncation } = pageOfList(all, input);
  return { Policies: items.map((policy) => policyView(ctx, policy)), ...truncation };
};

export const deletePolicy: Operation<DeletePolicyCommandInput, DeletePolicyCommandOutput> = (input, ctx) => {
  check(input, 'policyArn');
  const policy = ownPolicy(ctx, input.PolicyArn);
  if (attachments(ctx).of(policy.arn).length > 0) {
    throw deleteConflict('Cannot delete a policy attached to entities.');
  }
  if (policy.versions.length > 1) {
    throw deleteConflict(
      "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. " +
        'The default version is deleted with the policy.',
    );
  }
  policies(ctx).delete(nameKey(policy.name));
  return {};
};

export function checkManaged(document: string): void {
  validatePolicy(document, 'managed');
  if (document.replace(/\s/g, '').length > 6144)
    throw limitExceeded('Cannot exceed quota for PolicySize: 6144');
}
