import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { nodejs, openRuntimes } from './testing.ts';

const translated = { TranslatedText: 'Good morning', SourceLanguageCode: 'ja', TargetLanguageCode: 'en' };
const asked: Request[] = [];
const { invoke, close } = openRuntimes({
  fetchAws: async (request) => {
    asked.push(request);
    return Response.json(translated, { headers: { 'content-type': 'application/x-amz-json-1.1' } });
  },
});
afterAll(close);

describe('a Node.js function', () => {
  it('answers, and is told as Lambda tells it: cold first, then warm', async () => {
    const fn = nodejs('let n = 0; export const handler = async (event) => ({ event, n: ++n });');
    const cold = await invoke(fn, { a: 1 });
    expect(cold.answer).toEqual({ event: { a: 1 }, n: 1 });
    expect(cold.result.functionError).toBeUndefined();
    expect(cold.initLog[0]).toMatch(
      /^INIT_START Runtime Version: nodejs:24\.v1\tRuntime Version ARN: arn:aws:lambda:ap-northeast-1::runtime:[0-9a-f]{64}\n$/,
    );
    const id = '00000000-0000-4000-8000-000000000001';
    expect(cold.log).toEqual([
      `START RequestId: ${id} Version: $LATEST\n`,
      `END RequestId: ${id}\n`,
      expect.stringMatching(
        /^REPORT RequestId: [-0-9]+\tDuration: \d+\.\d\d ms\tBilled Duration: \d+ ms\tMemory Size: 128 MB\tMax Memory Used: \d+ MB\tInit Duration: \d+\.\d\d ms\t\n$/,
      ),
    ]);
    const { durationMs, initMs = 0, billedMs } = cold.result;
    expect(billedMs).toBe(Math.ceil(durationMs + initMs));

    const warm = await invoke(fn);
    expect(warm.answer).toEqual({ event: {}, n: 2 });
    expect(warm.initLog).toEqual([]);
    expect(warm.report).toMatch(/Max Memory Used: \d+ MB\t\n$/);
    expect(warm.result.logStreamName).toBe(cold.result.logStreamName);
  });

  it('logs each console call as one event with time, request id and level; raw output line by line', async () => {
    const { log, initLog } = await invoke(
      nodejs(`console.log('loading');
        export const handler = async () => {
          console.log('hello %s', 'world', { a: 1 });
          console.error('two\\nlines');
          console.warn('w');
          console.debug('d');
          process.stdout.write('raw 1\\nraw 2\\n');
        };`),
    );
    const head = (level: string, id = '[-0-9]{36}') => `^\\d{4}-[-\\d]+T[:.\\d]+Z\\t${id}\\t${level}\\t`;
    expect(initLog[1]).toMatch(new RegExp(`${head('INFO', 'undefined')}loading\n$`));
    expect(log.slice(1, -2)).toEqual([
      expect.stringMatching(new RegExp(`${head('INFO')}hello world { a: 1 }\n$`)),
      expect.stringMatching(new RegExp(`${head('ERROR')}two\nlines\n$`)),
      expect.stringMatching(new RegExp(`${head('WARN')}w\n$`)),
      expect.stringMatching(new RegExp(`${head('DEBUG')}d\n$`)),
      'raw 1\n',
      'raw 2\n',
    ]);
  });

  it('finds the SDK by `import`, and its calls reach the sandbox signed with the credentials of the role', async () => {
    const fn = nodejs(`
      import { TranslateClient, TranslateTextCommand } from '@aws-sdk/client-translate';
      import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
      const translate = new TranslateClient({});
      export const handler = async () => {
        new DynamoDBClient({});
        const input = { Text: 'おはよう', SourceLanguageCode: 'ja', TargetLanguageCode: 'en' };
        return (await translate.send(new TranslateTextCommand(input))).TranslatedText;
      };`);
    expect((await invoke(fn)).answer).toBe('Good morning');
    const request = asked.at(-1);
    expect(request?.headers.get('authorization')).toMatch(
      /Credential=ASIATEST\/\d{8}\/ap-northeast-1\/translate\//,
    );
    expect(request?.headers.get('host')).toBe(new URL(request?.url ?? '').host);
    expect(await request?.json()).toMatchObject({ Text: 'おはよう' });
  });

  it('finds the SDK by `require`, in a .cjs file and in a .js file', async () => {
    const code = `const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
      exports.handler = async () => typeof DynamoDBClient;`;
    for (const file of ['a.cjs', 'a.js']) {
      expect((await invoke({ files: { [file]: code }, handler: 'a.handler' })).answer).toBe('function');
    }
  });

  it('takes a .js file for an ES module where package.json says so, and handlers in folders', async () => {
    const files = {
      'package.json': '{"type":"module"}',
      'src/app.js': 'export const deep = { handler: async () => import.meta.url };',
    };
    expect((await invoke({ files, handler: 'src/app.deep.handler' })).answer).toMatch(/src\/app\.js$/);
  });

  it('finds what a layer brings, by `import` and by `require`', async () => {
    const layers = [
      { 'nodejs/node_modules/greet/index.js': "exports.hello = () => 'from the layer';" },
      { 'nodejs/node_modules/greet/index.js': "exports.hello = () => 'from the later layer';" },
    ];
    const fn = nodejs(
      `import { createRequire } from 'node:module';
       import greet from 'greet';
       export const handler = async () => [greet.hello(), createRequire(import.meta.url)('greet').hello()];`,
      { layers },
    );
    expect((await invoke(fn)).answer).toEqual(['from the later layer', 'from the later layer']);
  });

  it('gives what it threw to the caller and to the log', async () => {
    const { answer, result, log, report } = await invoke(
      nodejs("export const handler = async () => { throw new TypeError('some_error_msg'); };"),
    );
    expect(answer).toEqual({
      errorType: 'TypeError',
      errorMessage: 'some_error_msg',
      trace: expect.any(Array),
    });
    expect((answer as { trace: string[] }).trace.slice(0, 2)).toEqual([
      'TypeError: some_error_msg',
      expect.stringMatching(/at handler \(file:\/\/\/var\/task\/index\.mjs:1:/),
    ]);
    expect(result.functionError).toBe('Unhandled');
    expect(log[1]).toMatch(
      /\tERROR\tInvoke Error \t\{"errorType":"TypeError","errorMessage":"some_error_msg","stack":\[/,
    );
    expect(report).not.toContain('Status');
  });

  it.each([
    [
      'no such file',
      {},
      'gone.handler',
      'Runtime.ImportModuleError',
      /^Error: Cannot find module 'gone'\nRequire stack:/,
    ],
    [
      'no such package',
      { 'index.mjs': "import 'requests';" },
      'index.handler',
      'Runtime.ImportModuleError',
      /Cannot find package 'requests'/,
    ],
    [
      'no such export',
      { 'index.mjs': 'export const other = 1;' },
      'index.handler',
      'Runtime.HandlerNotFound',
      /^index\.handler is undefined or not exported$/,
    ],
    [
      'not a function',
      { 'index.mjs': 'export const handler = 1;' },
      'index.handler',
      'Runtime.HandlerNotFound',
      /^index\.handler is not a function$/,
    ],
    [
      'a syntax error',
      { 'index.mjs': 'export const = 1;' },
      'index.handler',
      'Runtime.UserCodeSyntaxError',
      /^SyntaxError: Unexpected token/,
    ],
    ['no dot', { 'index.mjs': '' }, 'index', 'Runtime.MalformedHandlerName', /^Bad handler/],
    [
      'an error while loading',
      { 'index.mjs': "throw new RangeError('no');" },
      'index.handler',
      'RangeError',
      /^no$/,
    ],
  ])('that cannot start says why: %s', async (_, files, handler, errorType, errorMessage) => {
    const { answer, initLog, report, result } = await invoke({ files, handler });
    expect(answer).toMatchObject({ errorType, errorMessage: expect.stringMatching(errorMessage) });
    expect(result.functionError).toBe('Unhandled');
    expect(initLog.filter((line) => line.startsWith('INIT_REPORT'))).toEqual([
      expect.stringMatching(
        new RegExp(
          `^INIT_REPORT Init Duration: [\\d.]+ ms\tPhase: init\tStatus: error\tError Type: ${errorType}\n$`,
        ),
      ),
      expect.stringContaining(`Phase: invoke\tStatus: error\tError Type: ${errorType}\n`),
    ]);
    expect(report).toContain(`Status: error\tError Type: ${errorType}`);
    expect(report).not.toContain('Init Duration');
  });

  it('may use callbacks on nodejs22.x', async () => {
    const files = {
      'index.cjs': `exports.handler = (event, context, callback) => {
        setTimeout(() => console.log('after'), 20);
        if (event.fail) return callback(new Error('failed'));
        if (event.done) return context.succeed('succeeded');
        if (event.forget) return;
        callback(null, 'called back');
      };`,
    };
    const fn = { files, runtime: 'nodejs22.x' };
    const { answer, log } = await invoke(fn);
    expect(answer).toBe('called back');
    expect(log[1]).toMatch(/INFO\tafter\n$/);
    expect((await invoke(fn, { done: true })).answer).toBe('succeeded');
    expect((await invoke(fn, { fail: true })).answer).toMatchObject({ errorMessage: 'failed' });
    expect((await invoke(fn, { forget: true })).answer).toBeNull();
  });

  it('may not use callbacks on nodejs24.x', async () => {
    const { answer } = await invoke(nodejs('export const handler = async (event, context, callback) => 1;'));
    expect(answer).toMatchObject({
      errorType: 'Runtime.CallbackHandlerDeprecated',
      errorMessage: expect.stringContaining('has removed support for callback-based function handlers'),
    });
  });

  it('that leaves a rejection unhandled ends its environment', async () => {
    const fn = nodejs(`let n = 0; export const handler = async (event) => {
      n += 1;
      if (event.reject) { Promise.reject(new Error('forgotten')); await new Promise((r) => setTimeout(r, 50)); }
      return n;
    };`);
    await invoke(fn);
    const { answer, log } = await invoke(fn, { reject: true });
    expect(answer).toMatchObject({
      errorType: 'Runtime.UnhandledPromiseRejection',
      errorMessage: 'Error: forgotten',
    });
    expect(log[1]).toContain('\tERROR\tUnhandled Promise Rejection \t{');
    expect((await invoke(fn)).answer).toBe(1);
  });

  it('whose late error nobody hears ends its environment too', async () => {
    const fn = nodejs(`let n = 0; export const handler = async (event) => {
      if (event.late) setTimeout(() => { throw new Error('late'); }, 10);
      return ++n;
    };`);
    await invoke(fn);
    expect((await invoke(fn, { late: true })).answer).toBe(2);
    await sleep(200);
    expect((await invoke(fn)).answer).toBe(1);
  });

  it('that would stream its answer is told that the sandbox does not', async () => {
    const { answer } = await invoke(
      nodejs('export const handler = awslambda.streamifyResponse(async () => {});'),
    );
    expect(answer).toMatchObject({
      errorType: 'Sandbox.Refused',
      errorMessage: expect.stringContaining('does not stream'),
    });
  });

  it('whose promise never settles is told so', async () => {
    const { answer } = await invoke(nodejs('export const handler = () => new Promise(() => {});'));
    expect(answer).toMatchObject({ errorType: 'Runtime.NodeJsExit' });
  });

  it('that answers nothing answers null; one that cannot be written as JSON fails', async () => {
    expect((await invoke(nodejs('export const handler = async () => {};'))).answer).toBeNull();
    const { answer } = await invoke(nodejs('export const handler = async () => 1n;'));
    expect(answer).toMatchObject({ errorType: 'Runtime.JSONStringifyError' });
  });

  it('gets a context', async () => {
    const fn = nodejs(`export const handler = async (event, context) =>
      ({ ...context, left: context.getRemainingTimeInMillis(), trace: process.env._X_AMZN_TRACE_ID });`);
    const custom = { custom: { greeting: 'こんにちは' } };
    const { answer, result } = await invoke({ ...fn, clientContext: JSON.stringify(custom) });
    expect(answer).toEqual({
      callbackWaitsForEmptyEventLoop: true,
      functionName: 'translate-function',
      functionVersion: '$LATEST',
      memoryLimitInMB: '128',
      logGroupName: '/aws/lambda/translate-function',
      logStreamName: result.logStreamName,
      invokedFunctionArn: 'arn:aws:lambda:ap-northeast-1:000000000000:function:translate-function',
      awsRequestId: expect.stringMatching(/^[-0-9]{36}$/),
      clientContext: custom,
      left: expect.toSatisfy((ms: number) => ms > 9_000 && ms <= 10_000),
      trace: 'Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0',
    });
  });
});
