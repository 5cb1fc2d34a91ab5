import { DescribeLogStreamsCommand, GetLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
  CreateFunctionCommand,
  type CreateFunctionCommandInput,
  InvokeCommand,
  type InvokeCommandInput,
  PutFunctionConcurrencyCommand,
  PutFunctionEventInvokeConfigCommand,
} from '@aws-sdk/client-lambda';
import { CreateQueueCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, describe, expect, it } from 'vitest';
import { hasPython } from '#sandbox/parts/runtimes/testing.ts';
import { ACCOUNT, creation, MAY_LOG, openLambda, REGION, zipOf } from '#sandbox/testing/open-lambda.ts';
import { expectRecorded, like, oracle, recordedPart } from '#sandbox/testing/recorded-lambda.ts';

const MAY_SEND = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' };
const { sandbox, lambda, logs, sqs, create, invoke, close } = await openLambda({
  http: true,
  runs: true,
  statements: [MAY_LOG, MAY_SEND],
});
afterAll(close);

const send = (FunctionName: string, rest: Partial<InvokeCommandInput> = {}) =>
  lambda.send(new InvokeCommand({ FunctionName, Payload: '{}', ...rest }));

const nodejs = (name: string, code: string, rest: Partial<CreateFunctionCommandInput> = {}) =>
  create(name, { Code: { ZipFile: zipOf({ 'index.mjs': code }) }, ...rest });

const python = (name: string, code: string, rest: Partial<CreateFunctionCommandInput> = {}) =>
  create(name, {
    Runtime: 'python3.13',
    Handler: 'handler.handler',
    Code: { ZipFile: zipOf({ 'handler.py': code }) },
    ...rest,
  });

describe.skipIf(!oracle)('Lambda invokes as AWS did when it was recorded (skipped without ../shared)', () => {
  it('lambda.invoke.request-response, event, dry-run', async () => {
    await create('echo');
    await expectRecorded('lambda.invoke.request-response', 'invoke-result', send('echo'));
    const event = send('echo', { InvocationType: 'Event' });
    await expectRecorded('lambda.invoke.event', 'invoke-result', event);
    const dry = send('echo', { InvocationType: 'DryRun' });
    await expectRecorded('lambda.invoke.dry-run', 'invoke-result', dry);
    await sandbox.settle();
  });

  it('lambda.invoke.null-return', async () => {
    await nodejs('nothing', 'export const handler = async () => {};');
    await expectRecorded('lambda.invoke.null-return', 'invoke-result', send('nothing'));
  });

  it('lambda.invoke.missing-function', async () => {
    const call = send('doesnotexist');
    await expectRecorded('lambda.invoke.missing-function', 'invoke_function_doesnotexist', call);
  });

  it('lambda.invoke.invalid-payload', async () => {
    await create('told');
    const Payload = Uint8Array.from(Buffer.from('6e87729ee9b5d749ee9b6d74', 'hex'));
    const call = send('told', { Payload });
    await expectRecorded('lambda.invoke.invalid-payload', 'invoke_function_invalid_payload_body', call);
  });

  it('lambda.error.wrapper-missing', async () => {
    await create('wrapped', { Environment: { Variables: { AWS_LAMBDA_EXEC_WRAPPER: '/idontexist.sh' } } });
    await expectRecorded('lambda.error.wrapper-missing', 'invocation_error', send('wrapped'));
  });

  it('lambda.error.timeout', async () => {
    const code = 'export const handler = (event) => new Promise((r) => setTimeout(r, event.wait * 1000));';
    await nodejs('slow', code, { Timeout: 1 });
    await expectRecorded('lambda.error.timeout', 'invoke-result', send('slow', { Payload: '{"wait": 2}' }));
  });

  it('lambda.timeout.env-reuse (the words of the timeout are those of lambda.error.timeout)', async () => {
    const id = 'lambda.timeout.env-reuse';
    const code = `import { readFileSync, writeFileSync } from 'node:fs';
      import { tmpdir } from 'node:os';
      let number = 0;
      const file = tmpdir() + '/kept';
      export const handler = async (event) => {
        if (event['write-file']) writeFileSync(file, event['write-file']);
        else if (event['read-file']) return { content: readFileSync(file, 'utf8') };
        else if (event['set-number']) number = event['set-number'];
        else if (event['read-number']) return { number };
        else await new Promise((done) => setTimeout(done, event.sleep * 1000));
      };`;
    await nodejs('reused', code, { Timeout: 1 });
    const steps: Array<[string | undefined, object]> = [
      ['invoke-result-file-write', { 'write-file': 'some-content' }],
      ['invoke-result-file-read', { 'read-file': true }],
      ['invoke-result-set-number', { 'set-number': 42 }],
      ['invoke-result-read-number', { 'read-number': true }],
      [undefined, { sleep: 2 }],
      ['invoke-result-file-read-after-timeout', { 'read-file': true }],
      ['invoke-result-read-number-after-timeout', { 'read-number': true }],
    ];
    for (const [part, event] of steps) {
      const call = send('reused', { Payload: JSON.stringify(event) });
      if (part) await expectRecorded(id, part, call);
      else expect((await call).FunctionError).toBe('Unhandled');
    }
  });

  it('lambda.error.response-too-large', async () => {
    await nodejs('large', "export const handler = async () => 'x'.repeat(7 * 1024 * 1024);");
    await expectRecorded('lambda.error.response-too-large', 'invoke_result', send('large'));
  });

  it('lambda.throttle.reserved-0', async () => {
    const id = 'lambda.throttle.reserved-0';
    await create('stopped');
    const FunctionName = 'stopped';
    await lambda.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 0 }));
    await expectRecorded(id, 'exc_no_cap_requestresponse', send('stopped'));
    const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'failed' }));
    const Destination = `arn:aws:sqs:${REGION}:${ACCOUNT}:failed`;
    const DestinationConfig = { OnFailure: { Destination } };
    await lambda.send(new PutFunctionEventInvokeConfigCommand({ FunctionName, DestinationConfig }));
    await send('stopped', { InvocationType: 'Event' });
    await sandbox.settle();
    const { Messages } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MessageSystemAttributeNames: ['All'] }),
    );
    const { Attributes, Body, ...rest } = recordedPart(id, 'msg') as Record<string, object>;
    const { Body: body = '{}', Attributes: attributes, ...message } = Messages?.[0] ?? {};
    expect(message).toEqual(like(rest));
    expect(attributes).toEqual(like(Attributes));
    expect(JSON.parse(body)).toEqual(like(Body));
  });

  it('lambda.error.handler.nodejs24', async () => {
    const code = 'export const handler = async () => { throw new Error("Error: some_error_msg"); };';
    await nodejs('throws', code);
    const { value, ...answer } = await invoke('throws');
    const { Payload, FunctionError } = recordedPart('lambda.error.handler.nodejs24', 'error_result');
    expect(answer.FunctionError).toBe(FunctionError);
    expect(value).toEqual({ ...(Payload as object), trace: expect.any(Array) });
  });

  it('lambda.introspect.nodejs24', async () => {
    const id = 'lambda.introspect.nodejs24';
    const code = `export const handler = async (event, context) => ({
      environment: process.env,
      packages: [],
      ctx: {
        aws_request_id: context.awsRequestId,
        function_name: context.functionName,
        function_version: context.functionVersion,
        invoked_function_arn: context.invokedFunctionArn,
        log_group_name: context.logGroupName,
        log_stream_name: context.logStreamName,
        remaining_time_in_millis: String(context.getRemainingTimeInMillis()),
      },
    });`;
    const input = creation('mirror', {
      Code: { ZipFile: zipOf({ 'index.mjs': code }) },
      MemorySize: 1024,
      Environment: { Variables: { TEST_KEY: 'TEST_VAL' } },
    });
    const made = lambda.send(new CreateFunctionCommand(input));
    await expectRecorded(id, 'create_function_result', made);
    sandbox.clock.advance(1000);
    const parts: Array<[string, Partial<InvokeCommandInput>]> = [
      ['invocation_result_payload', {}],
      ['invocation_result_payload_qualified', { Qualifier: '$LATEST' }],
    ];
    for (const [part, rest] of parts) {
      const { ctx, environment } = (await invoke('mirror', {}, rest)).value as Record<string, object>;
      const recorded = recordedPart(id, part) as { ctx: object; environment: Record<string, string> };
      expect(ctx).toEqual(like(recorded.ctx));
      expect(Object.keys(environment ?? {})).toEqual(
        expect.arrayContaining(Object.keys(recorded.environment)),
      );
      const alike = Object.entries(recorded.environment).filter(([name]) => !OF_THIS_MACHINE.includes(name));
      expect(environment).toMatchObject(like(Object.fromEntries(alike)) as object);
    }
  });
});

/** Addresses and folders that cannot be AWS's own: the language is the machine's. */
const OF_THIS_MACHINE = [
  'AWS_LAMBDA_RUNTIME_API',
  'AWS_XRAY_DAEMON_ADDRESS',
  '_AWS_XRAY_DAEMON_ADDRESS',
  'LAMBDA_RUNTIME_DIR',
  'LAMBDA_TASK_ROOT',
  'LD_LIBRARY_PATH',
  'NODE_PATH',
  'PATH',
  'PWD',
];

describe.skipIf(!oracle || !hasPython())(
  'Lambda runs Python as AWS did when it was recorded (skipped without ../shared or python3)',
  () => {
    it('lambda.error.handler', async () => {
      const code = 'def handler(event, context):\n    raise Exception("Handler fails")\n';
      await create('py-error', {
        Runtime: 'python3.12',
        Handler: 'lambda_handler_error.handler',
        Code: { ZipFile: zipOf({ 'lambda_handler_error.py': code }) },
      });
      await expectRecorded('lambda.error.handler', 'invocation_error', send('py-error'));
    });

    it('lambda.error.import (the frames of Python’s own loader are the machine’s)', async () => {
      await create('py-import', {
        Runtime: 'python3.13',
        Handler: 'lambda_runtime_error.handler',
        Code: { ZipFile: zipOf({ 'lambda_runtime_error.py': 'raise Exception("Runtime startup fails")\n' }) },
      });
      const { value, ExecutedVersion, FunctionError } = await invoke('py-import');
      const recorded = recordedPart('lambda.error.import', 'invocation_error');
      const { stackTrace, ...rest } = recorded.Payload as { stackTrace: string[] };
      expect({ ExecutedVersion, FunctionError }).toEqual({
        ExecutedVersion: recorded.ExecutedVersion,
        FunctionError: recorded.FunctionError,
      });
      const { stackTrace: frames, ...told } = value as { stackTrace: string[] };
      expect(told).toEqual(rest);
      expect(frames.at(-1)).toBe(stackTrace.at(-1));
    });

    it('lambda.logs.tail', async () => {
      await python(
        'py-tail',
        'import json\ndef handler(event, context):\n    print(json.dumps(event))\n    return event\n',
      );
      const call = send('py-tail', { LogType: 'Tail' });
      await expectRecorded('lambda.logs.tail', 'invoke', call);
      const tail = Buffer.from((await call).LogResult ?? '', 'base64').toString();
      const { logs: lines } = recordedPart('lambda.logs.tail', 'logs') as { logs: string[] };
      const told = tail.split(/(?<=\n)/);
      expect(told).toEqual(lines.map(like));
    });

    it('lambda.logs.error-and-retry', async () => {
      const id = 'lambda.logs.error-and-retry';
      const code = [
        'class CustomException(Exception):',
        '    pass',
        '',
        '',
        'def handler(event, context):',
        '    raise CustomException("some error occurred")',
        '',
      ].join('\n');
      await python('py-retry', code);
      const config = { FunctionName: 'py-retry', MaximumRetryAttempts: 1 };
      await lambda.send(new PutFunctionEventInvokeConfigCommand(config));
      await expectRecorded(id, 'invocation_response', send('py-retry', { InvocationType: 'Event' }));
      await sandbox.settle();
      const logGroupName = '/aws/lambda/py-retry';
      const { logStreams } = await logs.send(new DescribeLogStreamsCommand({ logGroupName }));
      const logStreamName = logStreams?.[0]?.logStreamName;
      const place = { logGroupName, logStreamName, startFromHead: true };
      const { events } = await logs.send(new GetLogEventsCommand(place));
      const recorded = recordedPart(id, 'log_events') as unknown as Array<{ message: string }>;
      const kinds = recorded.map(({ message }) => ({ message: ofAnyNumber(message) }));
      expect(events?.map(({ message }) => ({ message }))).toEqual(kinds);
    });
  },
);

/** A recorded line without what differs between two runs. */
function ofAnyNumber(message: string): unknown {
  if (message.startsWith('INIT_START')) return expect.stringMatching(/^INIT_START Runtime Version: python:/);
  if (!message.startsWith('REPORT')) return like(message);
  const parts = message.split(/<request-id>|\d+(?:\.\d+)?/).map((part) => part.replace(/[.\t]/g, '\\$&'));
  return expect.stringMatching(new RegExp(`^${parts.join('[-\\w.]+')}$`));
}
