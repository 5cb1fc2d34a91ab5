import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  DescribeLogGroupsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { expect, it } from 'vitest';
import { openSandbox } from '#sandbox/testing/open-sandbox.ts';

it('has what came over the wire, and outlives the process that kept it', async () => {
  const first = openSandbox();
  const logs = first.client(CloudWatchLogsClient);
  await logs.send(new CreateLogGroupCommand({ logGroupName: 'g' }));
  await logs.send(new DescribeLogGroupsCommand({}));

  const second = openSandbox({ parts: { store: first.parts.store } });
  const { Events } = await second.client(CloudTrailClient).send(new LookupEventsCommand({}));
  expect(Events).toMatchObject([
    { EventName: 'CreateLogGroup', AccessKeyId: '111122223333', Resources: [{ ResourceName: 'g' }] },
  ]);
  expect(Events?.[0]?.EventTime).toBeInstanceOf(Date);
});
