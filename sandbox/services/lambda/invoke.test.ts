import { DescribeLogStreamsCommand, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
  CreateAliasCommand,
  InvokeCommand,
  PublishLayerVersionCommand,
  PutFunctionConcurrencyCommand,
  PutFunctionEventInvokeConfigCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { CreateQueueCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, describe, expect, it } from 'vitest';
import { ACCOUNT, arnOf, MAY_LOG, openLambda, REGION, refusal, zipOf } from '#sandbox/testing/open-lambda.ts';
import { codeFiles, replaceCodeFile } from './code-files.ts';

const MAY_SEND = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' };
const { sandbox, lambda, logs, sqs, allow, create, invoke, close } = await openLambda({
  runs: true,
  statements: [MAY_LOG, MAY_SEND],
});
afterAll(close);

const nodejs = (name: string, code: string, rest = {}) =>
  create(name, { Code: { ZipFile: zipOf({ 'index.mjs': code }) }, ...rest });
const queueArn = (name: string) => `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`;

async function receive(name: string) {
  const QueueUrl = `http://sandbox.invalid/${ACCOUNT}/${name}`;
  const asked = { QueueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: ['All'] };
  return (await sqs.send(new ReceiveMessageCommand(asked))).Messages ?? [];
}

describe('an invocation', () => {
  it('is refused while the function is Pending', async () => {
    const { CreateFunctionCommand } = await import('@aws-sdk/client-lambda');
    const { creation } = await import('#sandbox/testing/open-lambda.ts');
    await lambda.send(new CreateFunctionCommand(creation('pending')));
    const error = await refusal(invoke('pending'));
    expect([error.name, error.message]).toEqual([
      'ResourceConflictException',
      'The operation cannot be performed at this time. The function is currently in the following state: Pending',
    ]);
  });

  it('runs new code after an update, and sees new variables', async () => {
    await nodejs('renewed', 'export const handler = async () => [1, process.env.WORD ?? null];');
    expect((await invoke('renewed')).value).toEqual([1, null]);
    const ZipFile = zipOf({
      'index.mjs': 'export const handler = async () => [2, process.env.WORD ?? null];',
    });
    await lambda.send(new UpdateFunctionCodeCommand({ FunctionName: 'renewed', ZipFile }));
    sandbox.clock.advance(1000);
    expect((await invoke('renewed')).value).toEqual([2, null]);
    const change = { FunctionName: 'renewed', Environment: { Variables: { WORD: 'new' } } };
    await lambda.send(new UpdateFunctionConfigurationCommand(change));
    sandbox.clock.advance(1000);
    expect((await invoke('renewed')).value).toEqual([2, 'new']);
  });

  it('finds the files of its layers under /opt', async () => {
    const Content = {
      ZipFile: zipOf({ 'nodejs/node_modules/shared/index.js': 'exports.word = "layered";' }),
    };
    const layer = await lambda.send(new PublishLayerVersionCommand({ LayerName: 'shared', Content }));
    const code =
      "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\nexport const handler = async () => require('shared').word;";
    await nodejs('layered', code, { Layers: [layer.LayerVersionArn ?? ''] });
    expect((await invoke('layered')).value).toBe('layered');
  });

  it('refuses a runtime that the sandbox cannot run with a sentence', async () => {
    await create('java', { Runtime: 'java21', Handler: 'a.B::c' });
    const error = await refusal(invoke('java'));
    expect(error.name).toBe('InvalidRuntimeException');
    expect(error.message).toMatch(/^The sandbox does not run java21/);
  });

  it('refuses what is no JSON and what is too large', async () => {
    await create('strict');
    const word = await refusal(invoke('strict', 'hello'));
    expect(word.name).toBe('InvalidRequestContentException');
    expect(word.message).toContain("Unrecognized token 'hello'");
    const large = await refusal(
      invoke('strict', JSON.stringify('x'.repeat(1_048_600)), { InvocationType: 'Event' }),
    );
    expect([large.name, large.$metadata]).toEqual([
      'RequestEntityTooLargeException',
      expect.objectContaining({ httpStatusCode: 413 }),
    ]);
  });

  it('is throttled beyond the reserved concurrency, and only then', async () => {
    const FunctionName = 'one-at-a-time';
    await nodejs(FunctionName, 'export const handler = () => new Promise((done) => setTimeout(done, 300));');
    await lambda.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 1 }));
    const [first, second] = await Promise.allSettled([invoke(FunctionName), invoke(FunctionName)]);
    expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected']);
    const { reason } = [first, second].find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(reason).toMatchObject({
      name: 'TooManyRequestsException',
      message: 'Rate Exceeded.',
      Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded',
    });
    await invoke(FunctionName);
  });

  it('goes to the versions of an alias by their weights', async () => {
    const FunctionName = 'weighted';
    await nodejs(FunctionName, 'export const handler = async () => 1;', { Publish: true });
    const ZipFile = zipOf({ 'index.mjs': 'export const handler = async () => 2;' });
    await lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile, Publish: true }));
    sandbox.clock.advance(1000);
    const RoutingConfig = { AdditionalVersionWeights: { '2': 0.5 } };
    await lambda.send(
      new CreateAliasCommand({ FunctionName, Name: 'live', FunctionVersion: '1', RoutingConfig }),
    );
    const answers = [];
    for (let count = 0; count < 30; count += 1) {
      const { ExecutedVersion, value } = await invoke(FunctionName, {}, { Qualifier: 'live' });
      expect(value).toBe(Number(ExecutedVersion));
      answers.push(ExecutedVersion);
    }
    expect(new Set(answers)).toEqual(new Set(['1', '2']));
  });
});

describe('the log of an invocation', () => {
  const messages = async (logGroupName: string) =>
    (await logs.send(new FilterLogEventsCommand({ logGroupName }))).events?.map(({ message }) => message) ??
    [];

  it('is not written for a role that may not log, and the invocation succeeds', async () => {
    await create('silent');
    await allow([MAY_SEND]);
    expect((await invoke('silent', { a: 1 })).value).toEqual({ a: 1 });
    await allow([MAY_LOG, MAY_SEND]);
    const error = await refusal(messages('/aws/lambda/silent'));
    expect(error.name).toBe('ResourceNotFoundException');
  });

  it('stands in streams named after the day and the version', async () => {
    await create('streamed');
    await invoke('streamed');
    const described = await logs.send(
      new DescribeLogStreamsCommand({ logGroupName: '/aws/lambda/streamed' }),
    );
    expect(described.logStreams?.map(({ logStreamName }) => logStreamName)).toEqual([
      expect.stringMatching(/^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/),
    ]);
  });

  it('is JSON in the group of its own that LoggingConfig asks for', async () => {
    const LoggingConfig = { LogFormat: 'JSON', ApplicationLogLevel: 'WARN', LogGroup: '/own/group' } as const;
    const code = "export const handler = async () => { console.info('quiet'); console.warn('loud'); };";
    await nodejs('structured', code, { LoggingConfig });
    await invoke('structured');
    const told = (await messages('/own/group')).map((message) => JSON.parse(message ?? ''));
    expect(told.map(({ type }) => type).filter(Boolean)).toEqual([
      'platform.initStart',
      'platform.start',
      'platform.report',
    ]);
    expect(told.filter(({ level }) => level)).toMatchObject([{ level: 'WARN', message: 'loud' }]);
  });
});

describe('an event', () => {
  it('is tried three times, then told to the dead-letter queue and the failure destination', async () => {
    await sqs.send(new CreateQueueCommand({ QueueName: 'dead' }));
    await sqs.send(new CreateQueueCommand({ QueueName: 'failures' }));
    const code = "export const handler = async () => { throw new TypeError('never'); };";
    await nodejs('failing', code, { DeadLetterConfig: { TargetArn: queueArn('dead') } });
    const DestinationConfig = { OnFailure: { Destination: queueArn('failures') } };
    await lambda.send(
      new PutFunctionEventInvokeConfigCommand({ FunctionName: 'failing', DestinationConfig }),
    );
    const before = sandbox.clock.now();
    const { $metadata } = await invoke('failing', { n: 1 }, { InvocationType: 'Event' });
    await sandbox.settle();
    expect(sandbox.clock.now() - before).toBeGreaterThan(179_000);

    const [failure] = await receive('failures');
    expect(JSON.parse(failure?.Body ?? '')).toMatchObject({
      requestContext: {
        requestId: $metadata.requestId,
        functionArn: `${arnOf('failing')}:$LATEST`,
        condition: 'RetriesExhausted',
        approximateInvokeCount: 3,
      },
      requestPayload: { n: 1 },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      responsePayload: { errorType: 'TypeError', errorMessage: 'never' },
    });
    const [letter] = await receive('dead');
    expect(letter?.Body).toBe('{"n":1}');
    expect(letter?.MessageAttributes).toMatchObject({
      RequestID: { StringValue: $metadata.requestId },
      ErrorCode: { StringValue: '200' },
      ErrorMessage: { StringValue: 'never' },
    });
  });

  it('that succeeds is told to the success destination, a function too', async () => {
    await allow([MAY_LOG, MAY_SEND, { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: '*' }]);
    await nodejs('listener', 'export const handler = async (event) => console.log(JSON.stringify(event));');
    await create('speaker');
    const DestinationConfig = { OnSuccess: { Destination: arnOf('listener') } };
    await lambda.send(
      new PutFunctionEventInvokeConfigCommand({ FunctionName: 'speaker', DestinationConfig }),
    );
    await invoke('speaker', { said: true }, { InvocationType: 'Event' });
    await sandbox.settle();
    const { events } = await logs.send(
      new FilterLogEventsCommand({ logGroupName: '/aws/lambda/listener', filterPattern: 'Success' }),
    );
    expect(events?.length).toBe(1);
    await allow([MAY_LOG, MAY_SEND]);
  });

  it('leaves nothing in the queue of the sandbox when it is dealt with', async () => {
    await sandbox.settle();
    const left = sandbox.parts.store.list({ prefix: 'shared/lambda-events' });
    expect(left).toEqual([]);
  });
});

describe('the code of a function', () => {
  it('is shown as files, and one of them can be replaced', async () => {
    const ctx = sandbox.open({
      service: 'lambda',
      account: ACCOUNT,
      region: REGION,
      as: { kind: 'administrator', account: ACCOUNT, arn: 'console', userId: 'console' },
    });
    const files = { 'index.mjs': 'export const handler = async () => 1;', 'lib/other.mjs': 'export {};' };
    await create('console', { Code: { ZipFile: zipOf(files) } });
    const bytes = new TextEncoder().encode('export const handler = async () => "edited";');
    await replaceCodeFile(ctx, 'console', 'index.mjs', bytes);
    sandbox.clock.advance(1000);
    expect((await invoke('console')).value).toBe('edited');
    const paths = (await codeFiles(ctx, 'console')).map(({ path }) => path);
    expect(paths.sort()).toEqual(['index.mjs', 'lib/other.mjs']);
    await expect(replaceCodeFile(ctx, 'console', '../out', bytes)).rejects.toThrow(/not a path inside/);
  });
});

it('invokes by a part of the ARN as by the name', async () => {
  await create('named');
  for (const FunctionName of ['named', `${ACCOUNT}:function:named`, arnOf('named'), 'named:$LATEST']) {
    const answer = await lambda.send(new InvokeCommand({ FunctionName, Payload: '1' }));
    expect(answer.Payload?.transformToString()).toBe('1');
  }
});
