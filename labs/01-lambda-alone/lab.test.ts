import { texts as functionTexts } from '#labs/kit/function.texts.ts';
import { makeFunction, waitForFunction } from '../../tests/labs/arrange.ts';
import { proveLab } from '../../tests/labs/prove-lab.ts';
import { texts } from './lab.texts.ts';
import { lab } from './lab.ts';

proveLab(lab, [
  {
    step: 'create-function',
    name: 'made in another region',
    arrange: (world) => makeFunction(world, { region: 'us-east-1' }),
    says: functionTexts.elsewhere,
  },
  {
    step: 'create-function',
    name: 'named with capitals',
    arrange: (world) => makeFunction(world, { name: 'Translate-Function' }),
    says: functionTexts.similar,
  },
  {
    step: 'create-function',
    name: 'a runtime of another language',
    arrange: (world) =>
      makeFunction(world, { runtime: 'ruby3.4', handler: 'lambda_function.lambda_handler' }),
    says: texts.runtime,
  },
  {
    step: 'role-may-log',
    name: 'the policy was taken off the role',
    after: 'whole lab',
    async arrange({ aws, names }) {
      const fn = await aws.lambda.getFunctionConfiguration({ FunctionName: names.fn });
      await aws.iam.deleteRolePolicy({ RoleName: fn.Role?.split('/').at(-1), PolicyName: 'write-logs' });
    },
    says: functionTexts.notAllowed,
  },
  {
    step: 'role-may-log',
    name: 'a policy for the log of another function',
    async arrange({ aws, names }) {
      const fn = await aws.lambda.getFunctionConfiguration({ FunctionName: names.fn });
      await aws.iam.putRolePolicy({
        RoleName: fn.Role?.split('/').at(-1),
        PolicyName: 'write-logs',
        PolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Action: 'logs:*',
              Resource: 'arn:aws:logs:ap-northeast-1:111122223333:log-group:/aws/lambda/other:*',
            },
          ],
        }),
      });
    },
    says: functionTexts.notAllowed,
  },
  {
    step: 'memory-and-timeout',
    name: 'only the memory was changed',
    arrange: (world) => configure(world, { MemorySize: 256 }),
    says: texts.timeoutWrong,
  },
  {
    step: 'memory-and-timeout',
    name: 'ten minutes in place of ten seconds',
    arrange: (world) => configure(world, { MemorySize: 256, Timeout: 600 }),
    says: texts.timeoutWrong,
  },
  {
    step: 'memory-and-timeout',
    name: 'only the timeout was changed',
    arrange: (world) => configure(world, { Timeout: 10 }),
    says: texts.memoryWrong,
  },
  {
    step: 'test-run',
    name: 'never tested',
    arrange: async () => {},
    says: texts.neverRun,
  },
  {
    step: 'test-run',
    name: 'the group was made by hand, and nothing ran',
    outcome: 'waiting',
    async arrange({ aws, names }) {
      await aws.logs.createLogGroup({ logGroupName: names.logGroup });
    },
    says: texts.logsLate,
  },
  {
    step: 'add-logging',
    name: 'tested again without a line of its own',
    async arrange({ aws, names }) {
      await aws.lambda.invoke({ FunctionName: names.fn });
    },
    says: texts.noLine,
  },
  {
    step: 'add-logging',
    name: 'the new code was not deployed',
    arrange: async () => {},
    says: texts.noLine,
  },
  {
    step: 'log-retention',
    name: 'set on another log group',
    async arrange({ aws, names }) {
      await aws.logs.createLogGroup({ logGroupName: `${names.logGroup}-2` });
      await aws.logs.putRetentionPolicy({ logGroupName: `${names.logGroup}-2`, retentionInDays: 7 });
    },
    says: texts.retentionForever,
  },
  {
    step: 'log-retention',
    name: 'set and taken back',
    async arrange({ aws, names }) {
      await aws.logs.putRetentionPolicy({ logGroupName: names.logGroup, retentionInDays: 7 });
      await aws.logs.deleteRetentionPolicy({ logGroupName: names.logGroup });
    },
    says: texts.retentionForever,
  },
]);

async function configure(
  world: Parameters<typeof waitForFunction>[0],
  settings: { MemorySize?: number; Timeout?: number },
): Promise<void> {
  await world.aws.lambda.updateFunctionConfiguration({ FunctionName: world.names.fn, ...settings });
  await waitForFunction(world);
}
