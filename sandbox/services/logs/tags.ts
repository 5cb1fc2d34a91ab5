import type {
  ListTagsForResourceCommandInput,
  ListTagsForResourceCommandOutput,
  ListTagsLogGroupCommandInput,
  ListTagsLogGroupCommandOutput,
  TagLogGroupCommandInput,
  TagLogGroupCommandOutput,
  TagResourceCommandInput,
  TagResourceCommandOutput,
  UntagLogGroupCommandInput,
  UntagLogGroupCommandOutput,
  UntagResourceCommandInput,
  UntagResourceCommandOutput,
} from '@aws-sdk/client-cloudwatch-logs';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { groupArn, nameIn } from './names.ts';
import { groupNamed, groups } from './records.ts';
import { invalid, mostTags, rules } from './rules.ts';

export const tagResource: Operation<TagResourceCommandInput, TagResourceCommandOutput> = (input, ctx) => {
  enforce(input, rules.tag, invalid);
  setTags(ctx, groupAt(ctx, input.resourceArn), (tags) => ({ ...tags, ...input.tags }));
  return {};
};

export const untagResource: Operation<UntagResourceCommandInput, UntagResourceCommandOutput> = (
  input,
  ctx,
) => {
  enforce(input, rules.untag, invalid);
  setTags(ctx, groupAt(ctx, input.resourceArn), (tags) => without(tags, input.tagKeys));
  return {};
};

export const listTagsForResource: Operation<
  ListTagsForResourceCommandInput,
  ListTagsForResourceCommandOutput
> = (input, ctx) => {
  enforce(input, rules.listTags, invalid);
  return { tags: groupNamed(ctx, groupAt(ctx, input.resourceArn)).tags };
};

export const tagLogGroup: Operation<TagLogGroupCommandInput, TagLogGroupCommandOutput> = (input, ctx) => {
  enforce(input, rules.tagGroup, invalid);
  setTags(ctx, input.logGroupName ?? '', (tags) => ({ ...tags, ...input.tags }));
  return {};
};

export const untagLogGroup: Operation<UntagLogGroupCommandInput, UntagLogGroupCommandOutput> = (
  input,
  ctx,
) => {
  enforce(input, rules.untagGroup, invalid);
  setTags(ctx, input.logGroupName ?? '', (tags) => without(tags, input.tags));
  return {};
};

export const listTagsLogGroup: Operation<ListTagsLogGroupCommandInput, ListTagsLogGroupCommandOutput> = (
  input,
  ctx,
) => {
  enforce(input, rules.group, invalid);
  return { tags: groupNamed(ctx, input.logGroupName ?? '').tags };
};

type Tags = Record<string, string>;

function groupAt(ctx: Ctx, arn = ''): string {
  const name = nameIn(arn);
  if (!arn.startsWith(groupArn(ctx, name))) {
    throw new AwsError('ResourceNotFoundException', 'The specified resource does not exist.');
  }
  return name;
}

function setTags(ctx: Ctx, name: string, change: (tags: Tags) => Tags): void {
  const group = groupNamed(ctx, name);
  const tags = change(group.tags);
  if (Object.keys(tags).length > mostTags) {
    throw new AwsError('TooManyTagsException', `A resource can have no more than ${mostTags} tags.`, {
      members: { resourceName: name },
    });
  }
  groups(ctx).put(name, { ...group, tags });
}

function without(tags: Tags, keys: string[] = []): Tags {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !keys.includes(key)));
}
