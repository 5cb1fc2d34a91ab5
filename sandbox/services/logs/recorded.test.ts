import { existsSync, readFileSync } from 'node:fs';
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DeleteLogStreamCommand,
  DescribeLogStreamsCommand,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { describe, expect, it } from 'vitest';
import { openSandbox } from '#sandbox/testing/open-sandbox.ts';

interface Case {
  id: string;
  service: string;
  recorded: Record<string, unknown>;
}

const file = new URL('../../../../shared/oracle/aws-recorded.json', import.meta.url);
const oracle = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] }).cases.filter(
      ({ service }) => service === 'logs',
    )
  : undefined;

const group = { logGroupName: 'recorded-group' };
const stream = { ...group, logStreamName: 'recorded-stream' };

async function opened() {
  const client = openSandbox({ http: true }).client(CloudWatchLogsClient, { account: '111111111111' });
  await client.send(new CreateLogGroupCommand(group));
  await client.send(new CreateLogStreamCommand(stream));
  return client;
}

/** What each case did on AWS, done here; each returns its answers by the recorded names. */
const runs: Record<string, () => Promise<Record<string, unknown>>> = {
  'logs.events.order': async () => {
    const client = await opened();
    const logEvents = [
      { timestamp: Date.now(), message: 'second' },
      { timestamp: Date.now() - 1000, message: 'first' },
    ];
    const error = await client.send(new PutLogEventsCommand({ ...stream, logEvents })).catch((one) => one);
    return {
      'error-wrong-order': {
        Error: { Code: error.name, Message: error.message },
        _httpStatus: error.$metadata.httpStatusCode,
      },
    };
  },
  'logs.stream.describe': async () => {
    const client = await opened();
    const answer = await client.send(new DescribeLogStreamsCommand(group));
    await client.send(new DeleteLogStreamCommand(stream));
    const { $metadata, ...rest } = answer;
    return { 'describe-log-streams-after-create': { ...rest, _httpStatus: $metadata.httpStatusCode } };
  },
};

describe.skipIf(!oracle)(
  'CloudWatch Logs against what AWS answered (skipped where the recordings are absent)',
  () => {
    it('runs every case', () => {
      expect(oracle?.map(({ id }) => id).sort()).toEqual(Object.keys(runs).sort());
    });

    it.each(Object.keys(runs))('%s', async (id) => {
      const recorded = oracle?.find((one) => one.id === id)?.recorded;
      expect(plain(await runs[id]?.())).toEqual(recorded);
    });
  },
);

/** In the recorder's words: places, names and times are not what is compared. */
function plain(answer: unknown): unknown {
  const text = JSON.stringify(answer)
    .replaceAll('arn:aws:logs:ap-northeast-1', 'arn:<partition>:logs:<region>')
    .replaceAll('recorded-group', '<log-group>')
    .replaceAll('recorded-stream', '<log-stream-name:1>')
    .replace(/"creationTime":\d{13}/g, '"creationTime":"timestamp"');
  return JSON.parse(text);
}
