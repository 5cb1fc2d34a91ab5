import type {
  CreateLogStreamCommandInput,
  CreateLogStreamCommandOutput,
  DeleteLogStreamCommandInput,
  DeleteLogStreamCommandOutput,
} from '@aws-sdk/client-cloudwatch-logs';
import { enforce } from '#sandbox/core/constraints.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Operation } from '#sandbox/core/service.ts';
import {
  countOf,
  eventPrefix,
  events,
  groupNamed,
  setCount,
  storedSize,
  streamKey,
  streamNamed,
  streams,
} from './records.ts';
import { invalid, rules } from './rules.ts';

export const createLogStream: Operation<CreateLogStreamCommandInput, CreateLogStreamCommandOutput> = (
  input,
  ctx,
) => {
  enforce(input, rules.stream, invalid);
  const { logGroupName: group = '', logStreamName: name = '' } = input;
  groupNamed(ctx, group);
  if (streams(ctx).get(streamKey(group, name))) {
    throw new AwsError('ResourceAlreadyExistsException', 'The specified log stream already exists');
  }
  streams(ctx).put(streamKey(group, name), { name, createdAt: ctx.now() });
  return {};
};

export const deleteLogStream: Operation<DeleteLogStreamCommandInput, DeleteLogStreamCommandOutput> = (
  input,
  ctx,
) => {
  enforce(input, rules.stream, invalid);
  const { logGroupName: group = '', logStreamName: name = '' } = input;
  streamNamed(ctx, group, name);
  ctx.atomic(() => {
    let bytes = 0;
    for (const [key, event] of events(ctx).list({ prefix: eventPrefix(group, name) })) {
      bytes += storedSize(event);
      events(ctx).delete(key);
    }
    const count = countOf(ctx, group);
    setCount(ctx, group, { ...count, storedBytes: count.storedBytes - bytes });
    streams(ctx).delete(streamKey(group, name));
  });
  return {};
};
