import type {
  DescribeLogGroupsCommandInput,
  DescribeLogGroupsCommandOutput,
  LogGroup,
} from '@aws-sdk/client-cloudwatch-logs';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { groupArn, nameIn } from './names.ts';
import { positionIn, tokenFor } from './paging.ts';
import { countOf, type GroupRecord, groups } from './records.ts';
import { invalid, rules } from './rules.ts';

export const describeLogGroups: Operation<DescribeLogGroupsCommandInput, DescribeLogGroupsCommandOutput> = (
  input,
  ctx,
) => {
  enforce(input, rules.describeGroups, invalid);
  const { logGroupNamePrefix: prefix, logGroupNamePattern: pattern, logGroupIdentifiers, limit = 50 } = input;
  if (prefix !== undefined && pattern !== undefined) {
    throw new AwsError(
      invalid,
      'LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.',
    );
  }
  const named = logGroupIdentifiers?.map(nameIn);
  const wanted = (group: GroupRecord) =>
    (pattern === undefined || group.name.includes(pattern)) &&
    (named === undefined || named.includes(group.name)) &&
    (input.logGroupClass === undefined || group.class === input.logGroupClass);

  const question = `groups ${prefix ?? ''} ${pattern ?? ''} ${input.logGroupClass ?? ''}`;
  const found = take(ctx, prefix ?? '', positionIn(question, input.nextToken), limit + 1, wanted);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    logGroups: page.map((group) => described(ctx, group)),
    ...(found.length > limit && last ? { nextToken: tokenFor(question, last.name) } : {}),
  };
};

/** Reads on in chunks, so that a page costs the same however many groups there are. */
function take(
  ctx: Ctx,
  prefix: string,
  after: string | undefined,
  count: number,
  wanted: (group: GroupRecord) => boolean,
): GroupRecord[] {
  const found: GroupRecord[] = [];
  let last = after;
  for (;;) {
    const chunk = groups(ctx).list({ prefix, limit: 100, ...(last === undefined ? {} : { after: last }) });
    for (const [, group] of chunk) if (found.length < count && wanted(group)) found.push(group);
    last = chunk.at(-1)?.[0];
    if (chunk.length < 100 || found.length >= count) return found;
  }
}

function described(ctx: Ctx, group: GroupRecord): LogGroup {
  const arn = groupArn(ctx, group.name);
  return {
    logGroupName: group.name,
    creationTime: group.createdAt,
    metricFilterCount: 0,
    arn: `${arn}:*`,
    storedBytes: countOf(ctx, group.name).storedBytes,
    logGroupClass: group.class,
    logGroupArn: arn,
    deletionProtectionEnabled: group.protected,
    ...(group.retentionInDays === undefined ? {} : { retentionInDays: group.retentionInDays }),
    ...(group.kmsKeyId === undefined ? {} : { kmsKeyId: group.kmsKeyId }),
  };
}
