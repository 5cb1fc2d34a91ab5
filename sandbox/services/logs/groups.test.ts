import { beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '#sandbox/core/context.ts';
import { testContext } from '#sandbox/testing/logs-context.ts';
import { describeLogGroups } from './describe-groups.ts';
import { filterLogEvents } from './filter-events.ts';
import { createLogGroup, deleteLogGroup, putLogGroupDeletionProtection } from './groups.ts';
import { needs } from './needs.ts';
import { putLogEvents } from './put-events.ts';
import { deleteRetentionPolicy, putRetentionPolicy } from './retention.ts';
import { createLogStream } from './streams.ts';
import { listTagsForResource, tagResource, untagResource } from './tags.ts';

let ctx: Ctx;
const name = '/aws/lambda/translate-function';
const arn = `arn:aws:logs:ap-northeast-1:000000000001:log-group:${name}`;

beforeEach(() => {
  ctx = testContext('logs').ctx;
});

describe('a log group', () => {
  it('is described with both of its ARNs', async () => {
    await createLogGroup({ logGroupName: name }, ctx);
    expect(await describeLogGroups({}, ctx)).toEqual({
      logGroups: [
        {
          logGroupName: name,
          creationTime: ctx.now(),
          metricFilterCount: 0,
          arn: `${arn}:*`,
          logGroupArn: arn,
          storedBytes: 0,
          logGroupClass: 'STANDARD',
          deletionProtectionEnabled: false,
        },
      ],
    });
  });

  it('cannot be made twice, nor under AWS/', () => {
    createLogGroup({ logGroupName: name }, ctx);
    expect(() => createLogGroup({ logGroupName: name }, ctx)).toThrow(
      expect.objectContaining({
        code: 'ResourceAlreadyExistsException',
        message: 'The specified log group already exists',
      }),
    );
    expect(() => createLogGroup({ logGroupName: 'aws/x' }, ctx)).toThrow('reserved for AWS');
    expect(() => createLogGroup({ logGroupName: 'a b' }, ctx)).toThrow(
      "1 validation error detected: Value 'a b' at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+",
    );
  });

  it('goes with all that is in it, and leaves its neighbour alone', async () => {
    for (const logGroupName of ['a', 'a/b']) {
      createLogGroup({ logGroupName }, ctx);
      createLogStream({ logGroupName, logStreamName: 's' }, ctx);
      const logEvents = [{ timestamp: ctx.now(), message: 'x' }];
      putLogEvents({ logGroupName, logStreamName: 's', logEvents }, ctx);
    }
    deleteLogGroup({ logGroupName: 'a' }, ctx);
    const { logGroups } = await describeLogGroups({}, ctx);
    expect(logGroups?.map((group) => [group.logGroupName, group.storedBytes])).toEqual([['a/b', 27]]);
    expect((await filterLogEvents({ logGroupName: 'a/b' }, ctx)).events).toHaveLength(1);
    expect(ctx.parts.store.list({}).filter(([key]) => key.includes('/a:'))).toEqual([]);
    expect(() => deleteLogGroup({ logGroupName: 'a' }, ctx)).toThrow(
      expect.objectContaining({
        code: 'ResourceNotFoundException',
        message: 'The specified log group does not exist.',
      }),
    );
  });

  it('stays while it is protected', () => {
    createLogGroup({ logGroupName: name, deletionProtectionEnabled: true }, ctx);
    expect(() => deleteLogGroup({ logGroupName: name }, ctx)).toThrow('deletion protection');
    putLogGroupDeletionProtection({ logGroupIdentifier: arn, deletionProtectionEnabled: false }, ctx);
    deleteLogGroup({ logGroupName: name }, ctx);
  });

  it('is found by prefix, by pattern and page by page', async () => {
    for (const logGroupName of ['a1', 'a2', 'a3', 'b1']) createLogGroup({ logGroupName }, ctx);
    const names = async (input: Parameters<typeof describeLogGroups>[0]) => {
      const answer = await describeLogGroups(input, ctx);
      return { names: answer.logGroups?.map(({ logGroupName }) => logGroupName), token: answer.nextToken };
    };
    expect((await names({ logGroupNamePrefix: 'a' })).names).toEqual(['a1', 'a2', 'a3']);
    expect((await names({ logGroupNamePattern: '1' })).names).toEqual(['a1', 'b1']);
    const first = await names({ logGroupNamePrefix: 'a', limit: 2 });
    expect(first.names).toEqual(['a1', 'a2']);
    const second = await names({ logGroupNamePrefix: 'a', limit: 2, nextToken: first.token });
    expect(second).toEqual({ names: ['a3'], token: undefined });
    await expect(names({ nextToken: first.token })).rejects.toThrow('The specified nextToken is invalid.');
  });

  it('keeps for the days that AWS knows, or for ever', async () => {
    createLogGroup({ logGroupName: name }, ctx);
    expect(() => putRetentionPolicy({ logGroupName: name, retentionInDays: 2 }, ctx)).toThrow(
      'Invalid retention value. Valid values are: [1, 3, 5, 7, 14,',
    );
    putRetentionPolicy({ logGroupName: name, retentionInDays: 7 }, ctx);
    expect((await describeLogGroups({}, ctx)).logGroups?.[0]?.retentionInDays).toBe(7);
    deleteRetentionPolicy({ logGroupName: name }, ctx);
    expect((await describeLogGroups({}, ctx)).logGroups?.[0]).not.toHaveProperty('retentionInDays');
  });

  it('has tags, by either ARN', async () => {
    createLogGroup({ logGroupName: name, tags: { a: '1' } }, ctx);
    tagResource({ resourceArn: arn, tags: { b: '2' } }, ctx);
    untagResource({ resourceArn: `${arn}:*`, tagKeys: ['a'] }, ctx);
    expect(await listTagsForResource({ resourceArn: arn }, ctx)).toEqual({ tags: { b: '2' } });
    const elsewhere = arn.replace('ap-northeast-1', 'us-east-1');
    expect(() => listTagsForResource({ resourceArn: elsewhere }, ctx)).toThrow('does not exist');
  });

  it('is asked for under an ARN that goes on behind its name, so that a bare policy does not reach it', async () => {
    const need = async (operation: string, input: object) => needs[operation]?.(input, ctx);
    expect(await need('CreateLogGroup', { logGroupName: name, tags: { a: '1' } })).toEqual([
      { action: 'logs:CreateLogGroup', resource: `${arn}:log-stream:` },
      { action: 'logs:TagResource', resource: arn },
    ]);
    expect(await need('PutLogEvents', { logGroupName: name, logStreamName: 's' })).toMatchObject({
      resource: `${arn}:log-stream:s`,
    });
    expect(await need('FilterLogEvents', { logGroupIdentifier: arn })).toMatchObject({
      resource: `${arn}:log-stream:`,
    });
    expect(await need('TagResource', { resourceArn: arn })).toMatchObject({ resource: arn });
  });
});
