import type {
  ListTagsOfResourceCommandInput,
  ListTagsOfResourceCommandOutput,
  TagResourceCommandInput,
  TagResourceCommandOutput,
  UntagResourceCommandInput,
  UntagResourceCommandOutput,
} from '@aws-sdk/client-dynamodb';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { invalid } from '../errors.ts';
import { tags } from '../facts.ts';
import { findTable, saveTable, type TableRecord } from './record.ts';

const MOST = 50;

export const tagResource: Operation<TagResourceCommandInput, TagResourceCommandOutput> = (input, ctx) => {
  enforce(input, { resourceArn: { required: true }, tags: { required: true }, ...tags('tags') });
  const table = tableByArn(ctx, input.ResourceArn);
  const given = input.Tags ?? [];
  const kept = table.tags.filter((tag) => !given.some(({ Key }) => Key === tag.Key));
  if (kept.length + given.length > MOST) throw invalid('Too many tags: the limit is 50 per resource');
  saveTable(ctx, { ...table, tags: [...kept, ...given] });
  return {};
};

export const untagResource: Operation<UntagResourceCommandInput, UntagResourceCommandOutput> = (
  input,
  ctx,
) => {
  enforce(input, { resourceArn: { required: true }, tagKeys: { required: true } });
  const table = tableByArn(ctx, input.ResourceArn);
  saveTable(ctx, { ...table, tags: table.tags.filter(({ Key }) => !input.TagKeys?.includes(Key as string)) });
  return {};
};

export const listTagsOfResource: Operation<
  ListTagsOfResourceCommandInput,
  ListTagsOfResourceCommandOutput
> = (input, ctx) => {
  enforce(input, { resourceArn: { required: true } });
  return { Tags: tableByArn(ctx, input.ResourceArn).tags };
};

function tableByArn(ctx: Ctx, arn = ''): TableRecord {
  const match = /^arn:aws:dynamodb:[a-z0-9-]+:(\d{12}):table\/([a-zA-Z0-9_.-]+)$/.exec(arn);
  if (!match) throw invalid(`Invalid TableArn: Invalid ResourceArn provided as input ${arn}`);
  if (match[1] !== ctx.account) {
    throw new AwsError(
      'AccessDeniedException',
      `User: ${ctx.caller.arn} is not authorized to access the tags of: ${arn} because no resource-based policy allows it`,
    );
  }
  const table = findTable(ctx, match[2] as string);
  if (table?.arn === arn) return table;
  throw new AwsError(
    'ResourceNotFoundException',
    `Requested resource not found: ResourcArn: ${arn} not found`,
  );
}
