import type {
  ListTagsForResourceCommandInput,
  ListTagsForResourceCommandOutput,
  TagResourceCommandInput,
  TagResourceCommandOutput,
  UntagResourceCommandInput,
  UntagResourceCommandOutput,
} from '@aws-sdk/client-budgets';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { type BudgetRecord, budgetNamed, keep } from './records.ts';
import { invalid, rules } from './rules.ts';

export const listTagsForResource: Operation<
  ListTagsForResourceCommandInput,
  ListTagsForResourceCommandOutput
> = (input, ctx) => {
  enforce(input, rules.tag, invalid);
  return { ResourceTags: budgetAt(ctx, input.ResourceARN).tags };
};

export const tagResource: Operation<TagResourceCommandInput, TagResourceCommandOutput> = (input, ctx) => {
  enforce(input, rules.tag, invalid);
  const record = budgetAt(ctx, input.ResourceARN);
  const { ResourceTags = [] } = input;
  const others = record.tags.filter(({ Key }) => !ResourceTags.some((tag) => tag.Key === Key));
  keep(ctx, { ...record, tags: [...others, ...ResourceTags] });
  return {};
};

export const untagResource: Operation<UntagResourceCommandInput, UntagResourceCommandOutput> = (
  input,
  ctx,
) => {
  enforce(input, rules.tag, invalid);
  const record = budgetAt(ctx, input.ResourceARN);
  keep(ctx, { ...record, tags: record.tags.filter(({ Key = '' }) => !input.ResourceTagKeys?.includes(Key)) });
  return {};
};

function budgetAt(ctx: Ctx, arn = ''): BudgetRecord {
  const [, account, name] = /^arn:aws:budgets::(\d{12}):budget\/(.+)$/.exec(arn) ?? [];
  if (account !== ctx.account) {
    throw new AwsError('NotFoundException', `Unable to get resource: ${arn} - it doesn't exist.`);
  }
  return budgetNamed(ctx, name);
}
