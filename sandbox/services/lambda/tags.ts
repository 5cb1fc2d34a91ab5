import type {
  ListTagsCommandInput,
  ListTagsCommandOutput,
  TagResourceCommandInput,
  TagResourceCommandOutput,
  UntagResourceCommandInput,
  UntagResourceCommandOutput,
} from '@aws-sdk/client-lambda';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { invalidParameter, notHere } from './errors.ts';
import { LIMITS, pattern } from './facts.ts';
import { type FunctionRef, homeOf, readRef } from './names.ts';
import { latestOf, tags } from './records.ts';

const RESOURCE = { required: true, ...pattern('taggable'), minLength: 1, maxLength: 256 } as const;

export const tagResource: Operation<TagResourceCommandInput, TagResourceCommandOutput> = (input, ctx) => {
  enforce(input, { resource: RESOURCE, tags: { required: true } });
  if (Object.keys(input.Tags ?? {}).length === 0) {
    throw invalidParameter('An error occurred and the request cannot be processed.');
  }
  const ref = taggedFunction(ctx, input.Resource);
  const after = { ...tags(homeOf(ctx, ref)).get(ref.name), ...input.Tags };
  checkTags(after);
  tags(homeOf(ctx, ref)).put(ref.name, after);
  return {};
};

export const untagResource: Operation<UntagResourceCommandInput, UntagResourceCommandOutput> = (
  input,
  ctx,
) => {
  const keys = input.TagKeys?.length ? input.TagKeys : undefined;
  enforce({ resource: input.Resource, tagKeys: keys }, { resource: RESOURCE, tagKeys: { required: true } });
  const ref = taggedFunction(ctx, input.Resource);
  const table = tags(homeOf(ctx, ref));
  const left = Object.entries(table.get(ref.name) ?? {}).filter(([key]) => !keys?.includes(key));
  if (left.length === 0) table.delete(ref.name);
  else table.put(ref.name, Object.fromEntries(left));
  return {};
};

export const listTags: Operation<ListTagsCommandInput, ListTagsCommandOutput> = (input, ctx) => {
  enforce(input, { resource: RESOURCE });
  const ref = taggedFunction(ctx, input.Resource);
  return { Tags: tags(homeOf(ctx, ref)).get(ref.name) ?? {} };
};

export function checkTags(given: Record<string, string> | undefined): void {
  const keys = Object.keys(given ?? {});
  if (keys.length > LIMITS.tags) {
    throw invalidParameter(`Number of tags exceeds resource tag limit.`);
  }
  if (keys.some((key) => key.toLowerCase().startsWith('aws:'))) {
    throw invalidParameter('Tag keys that start with aws: are reserved.');
  }
}

function taggedFunction(ctx: Ctx, resource: string | undefined): FunctionRef {
  const arn = resource ?? '';
  if (!arn.includes(':function:')) {
    throw notHere('tags on event source mappings, code signing or capacity providers', 'Tag a function.');
  }
  const ref = readRef(ctx, arn);
  if (ref.qualifier !== undefined) {
    throw invalidParameter(
      'Tags on function aliases and versions are not supported. Please specify a function ARN.',
    );
  }
  latestOf(ctx, ref);
  return ref;
}
