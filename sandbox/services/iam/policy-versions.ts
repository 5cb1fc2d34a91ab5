import type {
  CreatePolicyVersionCommandInput,
  CreatePolicyVersionCommandOutput,
  DeletePolicyVersionCommandInput,
  DeletePolicyVersionCommandOutput,
  GetPolicyVersionCommandInput,
  GetPolicyVersionCommandOutput,
  ListPolicyVersionsCommandInput,
  ListPolicyVersionsCommandOutput,
  SetDefaultPolicyVersionCommandInput,
  SetDefaultPolicyVersionCommandOutput,
} from '@aws-sdk/client-iam';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { nameKey } from '#sandbox/identity/records/entities.ts';
import {
  type PolicyRecord,
  type PolicyVersionRecord,
  policies,
  versionOf,
} from '#sandbox/identity/records/policies.ts';
import { check } from './constraints.ts';
import { deleteConflict, limitExceeded, noSuchEntity } from './errors.ts';
import { encodeDocument, wholeSecond } from './ids.ts';
import { pageOfList } from './paging.ts';
import { checkManaged } from './policies.ts';
import { ownPolicy, policyNamed } from './policy-arns.ts';
import { versionView } from './policy-view.ts';

const MOST_VERSIONS = 5;

export const createPolicyVersion: Operation<
  CreatePolicyVersionCommandInput,
  CreatePolicyVersionCommandOutput
> = (input, ctx) => {
  check(input, 'policyArn', 'policyDocument');
  const policy = ownPolicy(ctx, input.PolicyArn);
  const { PolicyDocument: document = '' } = input;
  checkManaged(document);
  if (policy.versions.length >= MOST_VERSIONS) {
    throw limitExceeded(
      `A managed policy can have up to ${MOST_VERSIONS} versions. Before you create a new version, you must delete an ` +
        'existing version.',
    );
  }
  const lastVersion = policy.lastVersion + 1;
  const version = { id: `v${lastVersion}`, createdAt: wholeSecond(ctx), document };
  const changed = change(ctx, policy, {
    versions: [...policy.versions, version],
    lastVersion,
    ...(input.SetAsDefault ? { defaultVersion: version.id } : {}),
  });
  return { PolicyVersion: versionView(changed, version) };
};

export const getPolicyVersion: Operation<GetPolicyVersionCommandInput, GetPolicyVersionCommandOutput> = (
  input,
  ctx,
) => {
  check(input, 'policyArn', 'versionId');
  const policy = policyNamed(ctx, input.PolicyArn);
  const version = versionNamed(policy, input.VersionId);
  return {
    PolicyVersion: { ...versionView(policy, version), Document: encodeDocument(version.document) },
  };
};

export const listPolicyVersions: Operation<
  ListPolicyVersionsCommandInput,
  ListPolicyVersionsCommandOutput
> = (input, ctx) => {
  check(input, 'policyArn');
  const policy = policyNamed(ctx, input.PolicyArn);
  const { items, truncation } = pageOfList(policy.versions.toReversed(), input);
  return { Versions: items.map((version) => versionView(policy, version)), ...truncation };
};

export const setDefaultPolicyVersion: Operation<
  SetDefaultPolicyVersionCommandInput,
  SetDefaultPolicyVersionCommandOutput
> = (input, ctx) => {
  check(input, 'policyArn', 'versionId');
  const policy = ownPolicy(ctx, input.PolicyArn);
  change(ctx, policy, { defaultVersion: versionNamed(policy, input.VersionId).id });
  return {};
};

export const deletePolicyVersion: Operation<
  DeletePolicyVersionCommandInput,
  DeletePolicyVersionCommandOutput
> = (input, ctx) => {
  check(input, 'policyArn', 'versionId');
  const policy = ownPolicy(ctx, input.PolicyArn);
  const version = versionNamed(policy, input.VersionId);
  if (version.id === policy.defaultVersion) {
    throw deleteConflict('Cannot delete the default version of a policy.');
  }
  change(ctx, policy, { versions: policy.versions.filter(({ id }) => id !== version.id) });
  return {};
};

function change(ctx: Ctx, policy: PolicyRecord, changes: Partial<PolicyRecord>): PolicyRecord {
  const changed = { ...policy, ...changes, updatedAt: wholeSecond(ctx) };
  policies(ctx).put(nameKey(policy.name), changed);
  return changed;
}

function versionNamed(policy: PolicyRecord, id: string | undefined): PolicyVersionRecord {
  const version = versionOf(policy, id ?? '');
  if (!version) {
    throw noSuchEntity(`Policy ${policy.arn} version ${id} does not exist or is not attachable.`);
  }
  return version;
}
