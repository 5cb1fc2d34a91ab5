import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  FilterLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RolePrincipal } from '#sandbox/core/principal.ts';
import { type Opened, openSandbox } from '#sandbox/testing/open-sandbox.ts';
import { writeLines } from './write-lines.ts';

const account = '111122223333';
const region = 'ap-northeast-1';
const group = '/aws/lambda/f';
const arn = `arn:aws:logs:${region}:${account}:log-group:${group}`;

let sandbox: Opened;
let role: RolePrincipal;

beforeEach(async () => {
  sandbox = openSandbox();
  const lambda = {
    Effect: 'Allow',
    Principal: { Service: 'lambda.amazonaws.com' },
    Action: 'sts:AssumeRole',
  };
  const { Role } = await sandbox.client(IAMClient).send(
    new CreateRoleCommand({
      RoleName: 'f-role',
      AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [lambda] }),
    }),
  );
  role = {
    kind: 'role',
    account,
    arn: `arn:aws:sts::${account}:assumed-role/f-role/f`,
    userId: `${Role?.RoleId}:f`,
    roleArn: `arn:aws:iam::${account}:role/f-role`,
    roleName: 'f-role',
    sessionName: 'f',
  };
});

async function allow(...statements: Array<[string[], string]>) {
  const Statement = statements.map(([Action, Resource]) => ({ Effect: 'Allow', Action, Resource }));
  await sandbox.client(IAMClient).send(
    new PutRolePolicyCommand({
      RoleName: 'f-role',
      PolicyName: 'logs',
      PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement }),
    }),
  );
}

const write = (...messages: string[]) => {
  const ctx = sandbox.open({ service: 'lambda', account, region, as: role });
  const lines = messages.map((message) => ({ at: sandbox.clock.now(), message }));
  return writeLines(ctx, { group, stream: '2026/11/20/[$LATEST]x', lines, as: role });
};

const read = async () => {
  const logs = sandbox.client(CloudWatchLogsClient);
  const { events } = await logs.send(new FilterLogEventsCommand({ logGroupName: group }));
  return events?.map(({ message }) => message);
};

const put = ['logs:CreateLogStream', 'logs:PutLogEvents'];

describe('lines written with a role', () => {
  it('make group and stream where the policy ends in :*', async () => {
    await allow([['logs:CreateLogGroup', ...put], `${arn}:*`]);
    expect(await write('START', 'END')).toEqual({});
    expect(await write('START again')).toEqual({});
    expect(await read()).toEqual(['START', 'END', 'START again']);
  });

  it('are lost where CreateLogGroup is allowed on the bare group, until the group is there', async () => {
    await allow([['logs:CreateLogGroup'], arn], [put, `${arn}:*`]);
    expect((await write('lost')).denied).toContain('not authorized to perform: logs:CreateLogGroup');
    await sandbox.client(CloudWatchLogsClient).send(new CreateLogGroupCommand({ logGroupName: group }));
    expect(await write('kept')).toEqual({});
    expect(await read()).toEqual(['kept']);
  });

  it('are lost without any policy, and say what was denied', async () => {
    expect((await write('lost')).denied).toContain(
      `logs:PutLogEvents on resource: ${arn}:log-stream:2026/11/20`,
    );
  });

  it('come in batches that AWS would take', async () => {
    await allow([['logs:CreateLogGroup', ...put], `${arn}:*`]);
    expect(await write(...Array.from({ length: 10_500 }, (_, i) => `line ${i}`))).toEqual({});
    expect(await write('x'.repeat(2_000_000))).toEqual({});
    const logs = sandbox.client(CloudWatchLogsClient);
    const first = await logs.send(new FilterLogEventsCommand({ logGroupName: group }));
    expect(first.events).toHaveLength(10_000);
  });
});
