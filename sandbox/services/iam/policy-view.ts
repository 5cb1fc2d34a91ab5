import type { Ctx } from '#sandbox/core/context.ts';
import type { PolicyRecord, PolicyVersionRecord } from '#sandbox/identity/records/policies.ts';
import { attachments } from './attachment-index.ts';

/** As lists and CreatePolicy show it: without description; tags and description come with GetPolicy. */
export function policyView(ctx: Ctx, policy: PolicyRecord) {
  const used = attachments(ctx);
  return {
    PolicyName: policy.name,
    PolicyId: policy.id,
    Arn: policy.arn,
    Path: policy.path,
    DefaultVersionId: policy.defaultVersion,
    AttachmentCount: used.count(policy.arn, 'policy'),
    PermissionsBoundaryUsageCount: used.count(policy.arn, 'boundary'),
    IsAttachable: true,
    CreateDate: new Date(policy.createdAt),
    UpdateDate: new Date(policy.updatedAt),
  };
}

/** Documents come with GetPolicyVersion alone. */
export function versionView(policy: PolicyRecord, version: PolicyVersionRecord) {
  return {
    VersionId: version.id,
    IsDefaultVersion: version.id === policy.defaultVersion,
    CreateDate: new Date(version.createdAt),
  };
}
