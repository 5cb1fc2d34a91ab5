import type { Ctx } from '#sandbox/core/context.ts';
import type { Need, Service } from '#sandbox/core/service.ts';
import { nameIn, streamArn } from './names.ts';

interface Named {
  logGroupName?: string;
  logGroupIdentifier?: string;
  logStreamName?: string;
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
      'CreateLogGroup',
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
  ...each(['TagResource', 'UntagResource', 'ListTagsForResource'], (input) => input.resourceArn ?? '*'),
};

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
