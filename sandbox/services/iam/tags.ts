import type {
  ListPolicyTagsCommandInput,
  ListPolicyTagsCommandOutput,
  ListRoleTagsCommandInput,
  ListRoleTagsCommandOutput,
  ListUserTagsCommandInput,
  ListUserTagsCommandOutput,
  TagPolicyCommandInput,
  TagPolicyCommandOutput,
  TagRoleCommandInput,
  TagRoleCommandOutput,
  TagUserCommandInput,
  TagUserCommandOutput,
  UntagPolicyCommandInput,
  UntagPolicyCommandOutput,
  UntagRoleCommandInput,
  UntagRoleCommandOutput,
  UntagUserCommandInput,
  UntagUserCommandOutput,
} from '@aws-sdk/client-iam';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { nameKey, type Tag } from '#sandbox/identity/records/entities.ts';
import { policies } from '#sandbox/identity/records/policies.ts';
import { check } from './constraints.ts';
import { type EntityKind, entityNamed, keep } from './entities.ts';
import { invalidInput, limitExceeded } from './errors.ts';
import { pageOfList } from './paging.ts';
import { ownPolicy, policyNamed } from './policy-arns.ts';

type TagInput = Array<{ Key: string | undefined; Value: string | undefined }> | undefined;

export const tagRole: Operation<TagRoleCommandInput, TagRoleCommandOutput> = (input, ctx) => {
  check(input, 'roleName', 'tags');
  return changeEntity(ctx, 'role', input.RoleName, (tags) => added(tags, input.Tags));
};

export const untagRole: Operation<UntagRoleCommandInput, UntagRoleCommandOutput> = (input, ctx) => {
  check(input, 'roleName', 'tagKeys');
  return changeEntity(ctx, 'role', input.RoleName, (tags) => removed(tags, input.TagKeys));
};

export const listRoleTags: Operation<ListRoleTagsCommandInput, ListRoleTagsCommandOutput> = (input, ctx) => {
  check(input, 'roleName');
  return page(entityNamed(ctx, 'role', input.RoleName).tags, input);
};

export const tagUser: Operation<TagUserCommandInput, TagUserCommandOutput> = (input, ctx) => {
  check(input, 'userName', 'tags');
  return changeEntity(ctx, 'user', input.UserName, (tags) => added(tags, input.Tags));
};

export const untagUser: Operation<UntagUserCommandInput, UntagUserCommandOutput> = (input, ctx) => {
  check(input, 'userName', 'tagKeys');
  return changeEntity(ctx, 'user', input.UserName, (tags) => removed(tags, input.TagKeys));
};

export const listUserTags: Operation<ListUserTagsCommandInput, ListUserTagsCommandOutput> = (input, ctx) => {
  check(input, 'userName');
  return page(entityNamed(ctx, 'user', input.UserName).tags, input);
};

export const tagPolicy: Operation<TagPolicyCommandInput, TagPolicyCommandOutput> = (input, ctx) => {
  check(input, 'policyArn', 'tags');
  return changePolicy(ctx, input.PolicyArn, (tags) => added(tags, input.Tags));
};

export const untagPolicy: Operation<UntagPolicyCommandInput, UntagPolicyCommandOutput> = (input, ctx) => {
  check(input, 'policyArn', 'tagKeys');
  return changePolicy(ctx, input.PolicyArn, (tags) => removed(tags, input.TagKeys));
};

export const listPolicyTags: Operation<ListPolicyTagsCommandInput, ListPolicyTagsCommandOutput> = (
  input,
  ctx,
) => {
  check(input, 'policyArn');
  return page(policyNamed(ctx, input.PolicyArn).tags, input);
};

/** Keys are unique whatever their case. */
export function checkTags(tags: TagInput): Tag[] {
  const list = (tags ?? []).map(({ Key = '', Value = '' }) => ({ Key, Value }));
  if (new Set(list.map(({ Key }) => Key.toLowerCase())).size < list.length) {
    throw invalidInput('Duplicate tag keys found. Please note that Tag keys are case insensitive.');
  }
  return list;
}

function added(tags: Tag[], more: TagInput): Tag[] {
  const fresh = checkTags(more);
  const names = new Set(fresh.map(({ Key }) => Key.toLowerCase()));
  const all = [...tags.filter(({ Key }) => !names.has(Key.toLowerCase())), ...fresh];
  if (all.length > 50) throw limitExceeded('The number of tags has reached the maximum limit.');
  return all;
}

function removed(tags: Tag[], keys: string[] = []): Tag[] {
  const names = new Set(keys.map((key) => key.toLowerCase()));
  return tags.filter(({ Key }) => !names.has(Key.toLowerCase()));
}

function changeEntity(ctx: Ctx, kind: EntityKind, name: string | undefined, change: (tags: Tag[]) => Tag[]) {
  const entity = entityNamed(ctx, kind, name);
  keep(ctx, kind, { ...entity, tags: change(entity.tags) });
  return {};
}

function changePolicy(ctx: Ctx, arn: string | undefined, change: (tags: Tag[]) => Tag[]) {
  const policy = ownPolicy(ctx, arn);
  policies(ctx).put(nameKey(policy.name), { ...policy, tags: change(policy.tags) });
  return {};
}

function page(tags: Tag[], input: { Marker?: string | undefined; MaxItems?: number | undefined }) {
  const { items, truncation } = pageOfList(tags, input);
  return { Tags: items, ...truncation };
}
