import type {
  CreateLogGroupCommandInput,
  CreateLogGroupCommandOutput,
  DeleteLogGroupCommandInput,
  DeleteLogGroupCommandOutput,
  PutLogGroupDeletionProtectionCommandInput,
  PutLogGroupDeletionProtectionCommandOutput,
} from '@aws-sdk/client-cloudwatch-logs';
import { enforce } from '#sandbox/core/constraints.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { nameIn } from './names.ts';
import { events, groupNamed, groups, removeCount, streams } from './records.ts';
import { invalid, rules } from './rules.ts';

export const createLogGroup: Operation<CreateLogGroupCommandInput, CreateLogGroupCommandOutput> = (
  input,
  ctx,
) => {
  enforce(input, rules.createGroup, invalid);
  const name = input.logGroupName ?? '';
  if (/^aws\//i.test(name)) {
    throw new AwsError(invalid, 'Log groups starting with AWS/ are reserved for AWS.');
  }
  if (groups(ctx).get(name)) {
    throw new AwsError('ResourceAlreadyExistsException', 'The specified log group already exists');
  }
  groups(ctx).put(name, {
    name,
    createdAt: ctx.now(),
    class: input.logGroupClass ?? 'STANDARD',
    protected: input.deletionProtectionEnabled ?? false,
    tags: input.tags ?? {},
    ...(input.kmsKeyId === undefined ? {} : { kmsKeyId: input.kmsKeyId }),
    // AWS keeps what goes to DELIVERY for two days and lets nobody choose.
    ...(input.logGroupClass === 'DELIVERY' ? { retentionInDays: 2 } : {}),
  });
  return {};
};

export const deleteLogGroup: Operation<DeleteLogGroupCommandInput, DeleteLogGroupCommandOutput> = (
  input,
  ctx,
) => {
  enforce(input, rules.group, invalid);
  const { name, protected: kept } = groupNamed(ctx, input.logGroupName ?? '');
  if (kept) {
    throw new AwsError(
      'ValidationException',
      `The log group ${name} cannot be deleted because deletion protection is enabled.`,
    );
  }
  ctx.atomic(() => {
    for (const [key] of events(ctx).list({ prefix: `${name}:` })) events(ctx).delete(key);
    for (const [key] of streams(ctx).list({ prefix: `${name}:` })) streams(ctx).delete(key);
    removeCount(ctx, name);
    groups(ctx).delete(name);
  });
  return {};
};

export const putLogGroupDeletionProtection: Operation<
  PutLogGroupDeletionProtectionCommandInput,
  PutLogGroupDeletionProtectionCommandOutput
> = (input, ctx) => {
  enforce(input, rules.protection, invalid);
  const group = groupNamed(ctx, nameIn(input.logGroupIdentifier ?? ''));
  groups(ctx).put(group.name, { ...group, protected: input.deletionProtectionEnabled ?? false });
  return {};
};
