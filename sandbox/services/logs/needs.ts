import type { Ctx } from '#sandbox/core/context.ts';
import type { Need, Service } from '#sandbox/core/service.ts';
import { groupArn, nameIn, streamArn } from './names.ts';

interface Named {
  logGroupName?: string;
  logGroupIdentifier?: string;
  logStreamName?: string;
  tags?: Record<string, string>;
  resourceArn?: string;
}

/**
 * AWS asks about a group under an ARN that goes on behind the group's name. So a policy that names the bare group
 * allows none of these, and one that ends in `:*` all of them. Tags are the exception: they stand on the bare ARN.
 */
export const needs: NonNullable<Service['needs']> = {
  ...each(['CreateLogStream', 'DeleteLogStream', 'PutLogEvents', 'GetLogEvents'], (input, ctx) =>
    streamArn(ctx, groupIn(input), input.logStreamName ?? ''),
  ),
  ...each(
    [
      'DeleteLogGroup',
      'DescribeLogGroups',
      'DescribeLogStreams',
      'FilterLogEvents',
      'PutRetentionPolicy',
      'DeleteRetentionPolicy',
      'PutLogGroupDeletionProtection',
      'TagLogGroup',
      'UntagLogGroup',
      'ListTagsLogGroup',
    ],
    (input, ctx) => streamArn(ctx, groupIn(input), ''),
  ),
  CreateLogGroup: creating,
  ...each(['TagResource', 'UntagResource', 'ListTagsForResource'], (input) => input.resourceArn ?? '*'),
};

/** Who makes a group with tags must be allowed to tag as well. */
function creating(input: Named, ctx: Ctx): Need[] {
  const group = groupIn(input);
  return [
    { action: 'logs:CreateLogGroup', resource: streamArn(ctx, group, '') },
    ...(input.tags === undefined ? [] : [{ action: 'logs:TagResource', resource: groupArn(ctx, group) }]),
  ];
}

function each(
  operations: string[],
  resource: (input: Named, ctx: Ctx) => string,
): Record<string, (input: Named, ctx: Ctx) => Need> {
  return Object.fromEntries(
    operations.map((operation) => [
      operation,
      (input: Named, ctx: Ctx) => ({ action: `logs:${operation}`, resource: resource(input, ctx) }),
    ]),
  );
}

function groupIn({ logGroupName, logGroupIdentifier }: Named): string {
  return nameIn(logGroupName ?? logGroupIdentifier ?? '');
}
