import type {
  DescribeLogStreamsCommandInput,
  DescribeLogStreamsCommandOutput,
  LogStream,
} from '@aws-sdk/client-cloudwatch-logs';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { groupAskedFor, streamArn } from './names.ts';
import { positionIn, tokenFor } from './paging.ts';
import { groupNamed, type StreamRecord, streamKey, streams } from './records.ts';
import { keptStream } from './retention.ts';
import { invalid, rules } from './rules.ts';

export const describeLogStreams: Operation<
  DescribeLogStreamsCommandInput,
  DescribeLogStreamsCommandOutput
> = (input, ctx) => {
  enforce(input, rules.describeStreams, invalid);
  const { orderBy = 'LogStreamName', descending = false, logStreamNamePrefix = '', limit = 50 } = input;
  const group = groupNamed(ctx, groupAskedFor(input));
  if (orderBy === 'LastEventTime' && logStreamNamePrefix !== '') {
    throw new AwsError(invalid, 'Cannot order by LastEventTime with a logStreamNamePrefix.');
  }

  const question = `streams ${group.name} ${orderBy} ${descending} ${logStreamNamePrefix}`;
  const after = positionIn(question, input.nextToken);
  const sorted = streams(ctx)
    .list({ prefix: streamKey(group.name, logStreamNamePrefix) })
    .map(([, stream]) => keptStream(ctx, group, stream))
    .map((stream) => [placeOf(stream, orderBy), stream] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (descending) sorted.reverse();
  const rest = sorted.filter(
    ([place]) => after === undefined || (descending ? place < after : place > after),
  );
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    logStreams: page.map(([, stream]) => described(ctx, group.name, stream)),
    ...(rest.length > limit && last ? { nextToken: tokenFor(question, last[0]) } : {}),
  };
};

function placeOf({ name, lastEventAt = 0 }: StreamRecord, orderBy: string): string {
  return orderBy === 'LastEventTime' ? `${String(lastEventAt).padStart(15, '0')} ${name}` : name;
}

function described(ctx: Ctx, group: string, stream: StreamRecord): LogStream {
  return {
    logStreamName: stream.name,
    creationTime: stream.createdAt,
    arn: streamArn(ctx, group, stream.name),
    // AWS stopped counting bytes by stream in 2019 and answers 0.
    storedBytes: 0,
    ...(stream.firstEventAt === undefined ? {} : { firstEventTimestamp: stream.firstEventAt }),
    ...(stream.lastEventAt === undefined ? {} : { lastEventTimestamp: stream.lastEventAt }),
    ...(stream.lastIngestionAt === undefined ? {} : { lastIngestionTime: stream.lastIngestionAt }),
  };
}
