import { afterAll, describe, expect, it } from 'vitest';
import { hasPython, openRuntimes, python } from './testing.ts';

const { invoke, close } = openRuntimes({
  fetchAws: async (request) =>
    Response.json(
      {
        TranslatedText: request.headers.get('x-amz-target'),
        SourceLanguageCode: 'ja',
        TargetLanguageCode: 'en',
      },
      { headers: { 'content-type': 'application/x-amz-json-1.1' } },
    ),
});
afterAll(close);

/** Lambda's page would swallow leading spaces: the log has no-break ones. */
const nbsp = (text: string) => text.replace(/^ +/gm, (spaces) => '\u00a0'.repeat(spaces.length));

describe.skipIf(!hasPython())('a Python function (skipped where there is no python3)', () => {
  it('logs printed lines and `logging` as Lambda does, in order', async () => {
    const fn = python(`
import json, logging
print('loading')
logger = logging.getLogger(); logger.setLevel(logging.INFO)
def lambda_handler(event, context):
    print('before')
    logger.info(event)
    print('two\\nlines')
    logging.warning('several\\nlines')
    logger.debug('not told')
    return {'statusCode': 200, 'body': json.dumps('Hello Hands on world!')}
`);
    const { answer, log, initLog } = await invoke(fn, { key1: 'こんにちは' });
    expect(answer).toEqual({ statusCode: 200, body: '"Hello Hands on world!"' });
    expect(initLog).toEqual([
      expect.stringMatching(/^INIT_START Runtime Version: python:3\.13\.v1\t/),
      'loading\n',
    ]);
    const time = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z';
    expect(log.slice(1, -2)).toEqual([
      'before\n',
      expect.stringMatching(new RegExp(`^\\[INFO\\]\t${time}\t[-0-9]{36}\t\\{'key1': 'こんにちは'\\}\n$`)),
      'two\n',
      'lines\n',
      expect.stringMatching(new RegExp(`^\\[WARNING\\]\t${time}\t[-0-9]{36}\tseveral\nlines\n$`)),
    ]);
    const warm = await invoke(fn);
    expect(warm.initLog).toEqual([]);
    expect(warm.report).not.toContain('Init Duration');
  });

  it('starts with the log level of its configuration where it logs JSON', async () => {
    const code =
      "import logging\ndef lambda_handler(event, context):\n    logging.debug('d'); logging.info('i'); logging.warning('w')\n";
    const levels = async (environment: Record<string, string>) =>
      (await invoke(python(code, { environment }))).log.flatMap((line) => /^\[(\w+)\]/.exec(line)?.[1] ?? []);
    expect(await levels({})).toEqual(['WARNING']);
    expect(await levels({ AWS_LAMBDA_LOG_FORMAT: 'JSON' })).toEqual(['INFO', 'WARNING']);
    const debug = { AWS_LAMBDA_LOG_FORMAT: 'JSON', AWS_LAMBDA_LOG_LEVEL: 'DEBUG' };
    expect(await levels(debug)).toEqual(['DEBUG', 'INFO', 'WARNING']);
  });

  it('gives what it raised to the caller and to the log', async () => {
    const code =
      "class CustomException(Exception): pass\ndef lambda_handler(event, context):\n    raise CustomException('some error occurred')\n";
    const { answer, log, report, result } = await invoke(python(code));
    const frame = `  File "/var/task/lambda_function.py", line 3, in lambda_handler\n    raise CustomException('some error occurred')\n`;
    expect(answer).toEqual({
      errorMessage: 'some error occurred',
      errorType: 'CustomException',
      requestId: expect.stringMatching(/^[-0-9]{36}$/),
      stackTrace: [frame],
    });
    expect(result.functionError).toBe('Unhandled');
    expect(log[1]).toBe(
      nbsp(
        `[ERROR] CustomException: some error occurred\nTraceback (most recent call last):\n${frame.trimEnd()}`,
      ),
    );
    expect(report).not.toContain('Status');
  });

  it.each([
    [
      'no such module',
      '',
      'gone.handler',
      'Runtime.ImportModuleError',
      "Unable to import module 'gone': No module named 'gone'",
    ],
    [
      'no such import',
      'import requests_',
      undefined,
      'Runtime.ImportModuleError',
      "Unable to import module 'lambda_function': No module named 'requests_'",
    ],
    [
      'no such function',
      '',
      undefined,
      'Runtime.HandlerNotFound',
      "Handler 'lambda_handler' missing on module 'lambda_function'",
    ],
    [
      'no dot',
      '',
      'lambda_function',
      'Runtime.MalformedHandlerName',
      "Bad handler 'lambda_function': not enough values to unpack (expected 2, got 1)",
    ],
    [
      'a syntax error',
      'def lambda_handler(:',
      undefined,
      'Runtime.UserCodeSyntaxError',
      /^Syntax error in module 'lambda_function': invalid syntax/,
    ],
    [
      'a module of the language',
      '',
      'sys.exit',
      'Runtime.BuiltInModuleConflict',
      'Cannot use built-in module sys as a handler module',
    ],
  ])('that cannot start says why: %s', async (_, code, handler, errorType, errorMessage) => {
    const { answer, initLog, report } = await invoke(python(code, handler ? { handler } : {}));
    const message = typeof errorMessage === 'string' ? errorMessage : expect.stringMatching(errorMessage);
    expect(answer).toEqual({
      errorMessage: message,
      errorType,
      requestId: '',
      stackTrace: expect.any(Array),
    });
    expect(initLog[1]).toContain(`[ERROR] ${errorType}: `);
    expect(initLog[2]).toMatch(
      /^INIT_REPORT Init Duration: [\d.]+ ms\tPhase: init\tStatus: error\tError Type: Runtime\.\w+\n$/,
    );
    expect(report).toContain(`Status: error\tError Type: ${errorType}`);
  });

  it('that raises while it is imported is told without a request id, its frames as on AWS', async () => {
    const { answer } = await invoke(python('raise Exception("Runtime startup fails")'));
    expect(answer).toMatchObject({
      errorMessage: 'Runtime startup fails',
      errorType: 'Exception',
      requestId: '',
    });
    const { stackTrace } = answer as { stackTrace: string[] };
    expect(stackTrace[0]).toContain('File "/var/lang/lib/python3.13/importlib/__init__.py"');
    expect(stackTrace.at(-1)).toBe(
      '  File "/var/task/lambda_function.py", line 1, in <module>\n    raise Exception("Runtime startup fails")\n',
    );
  });

  it('whose start fails only once is started again within the invocation', async () => {
    const code = `
import os, tempfile
mark = os.path.join(tempfile.gettempdir(), 'seen')
if not os.path.exists(mark):
    open(mark, 'w').close()
    raise Exception('not yet')
def lambda_handler(event, context):
    return 'started'
`;
    const { answer, initLog, report } = await invoke(python(code));
    expect(answer).toBe('started');
    expect(initLog.filter((line) => line.startsWith('INIT_REPORT'))).toHaveLength(1);
    expect(report).not.toContain('Init Duration');
  });

  it('that answers what is not JSON is told so', async () => {
    const { answer } = await invoke(python('def lambda_handler(event, context):\n    return {1, 2}\n'));
    expect(answer).toEqual({
      errorMessage: 'Unable to marshal response: Object of type set is not JSON serializable',
      errorType: 'Runtime.MarshalError',
      requestId: expect.any(String),
      stackTrace: [],
    });
  });

  it('gets Decimal numbers out as text, and other letters as they are', async () => {
    const code =
      "from decimal import Decimal\ndef lambda_handler(event, context):\n    return [Decimal('1.5'), 'おはよう']\n";
    expect((await invoke(python(code))).answer).toEqual(['1.5', 'おはよう']);
  });

  it.each([
    ['sys.exit(1)', 'Runtime exited with error: exit status 1'],
    ['exit(3)', 'Runtime exited with error: exit status 3'],
    ['sys.exit(0)', 'Runtime exited without providing a reason'],
    ['os.kill(os.getpid(), 11)', 'Runtime exited with error: signal: segmentation fault'],
  ])('that ends itself by %s is told so, and starts afresh next time', async (call, text) => {
    const code = `import os, sys\ndef lambda_handler(event, context):\n    return 'alive' if event else ${call}\n`;
    const { answer, log, report } = await invoke(python(code));
    const message = `RequestId: 00000000-0000-4000-8000-${(answer as { errorMessage: string }).errorMessage.slice(35, 47)} Error: ${text}`;
    expect(answer).toEqual({ errorType: 'Runtime.ExitError', errorMessage: message });
    expect(log.at(-3)).toBe(`${message}\nRuntime.ExitError\n`);
    expect(report).toContain('\tStatus: error\tError Type: Runtime.ExitError\t\n');
    const next = await invoke(python(code), { again: true });
    expect(next.answer).toBe('alive');
    expect(next.initLog[0]).toMatch(/^INIT_START/);
  });

  it('finds modules in folders, with dots and with slashes, and what layers bring', async () => {
    const files = {
      'app/__init__.py': '',
      'app/main.py': 'import greet\ndef run(event, context):\n    return greet.hello()\n',
    };
    const layers = [{ 'python/greet.py': "def hello():\n    return 'from the layer'\n" }];
    for (const handler of ['app.main.run', 'app/main.run']) {
      expect((await invoke(python('', { files, handler, layers }))).answer).toBe('from the layer');
    }
    const versioned = [
      { 'python/lib/python3.13/site-packages/greet.py': "def hello():\n    return 'versioned'\n" },
    ];
    expect((await invoke(python('', { files, handler: 'app.main.run', layers: versioned }))).answer).toBe(
      'versioned',
    );
  });

  it('gets a context', async () => {
    const code = `def lambda_handler(event, context):
    left = context.get_remaining_time_in_millis()
    return [context.function_name, context.memory_limit_in_mb, context.invoked_function_arn, context.log_group_name,
            context.client_context.custom, 0 < left <= 10000, context.aws_request_id == event['id']]`;
    const clientContext = Buffer.from(JSON.stringify({ custom: { a: 'あ' } })).toString('base64');
    const { answer } = await invoke(
      { ...python(code), clientContext, requestId: 'the-id' },
      { id: 'the-id' },
    );
    const arn = 'arn:aws:lambda:ap-northeast-1:000000000000:function:translate-function';
    expect(answer).toEqual([
      'translate-function',
      '128',
      arn,
      '/aws/lambda/translate-function',
      { a: 'あ' },
      true,
      true,
    ]);
  });

  it.skipIf(!hasPython('boto3'))(
    'calls the sandbox with boto3 (skipped where it is not installed)',
    async () => {
      const code = `import boto3
translate = boto3.client('translate')
def lambda_handler(event, context):
    return translate.translate_text(Text='おはよう', SourceLanguageCode='ja', TargetLanguageCode='en')['TranslatedText']`;
      expect((await invoke(python(code))).answer).toBe('AWSShineFrontendService_20170701.TranslateText');
    },
  );

  it('sees nothing else of what this machine has installed', async () => {
    const code =
      'import sys\ndef lambda_handler(event, context):\n    return [p for p in sys.path if p.endswith(("site-packages", "dist-packages"))]';
    const { answer } = await invoke(python(code));
    expect(answer).not.toEqual([]);
    for (const path of answer as string[]) expect(path).toContain('/opt/python/lib/');
  });
});

describe('where Python or boto3 is missing', () => {
  it('a function is refused with what to install, and others run on', async () => {
    const without = openRuntimes({ python: 'no-such-python' });
    try {
      const { result, answer } = await without.invoke(python('def lambda_handler(event, context): pass'));
      expect(result.refused).toMatch(
        /^Python functions run on your own Python, and none was found .* Install it with/,
      );
      expect(answer).toMatchObject({ errorMessage: result.refused });
      const fine = { files: { 'index.mjs': 'export const handler = async () => 1;' } };
      expect((await without.invoke(fine)).answer).toBe(1);
    } finally {
      await without.close();
    }
  });

  it.skipIf(!hasPython())('a function that imports boto3 is told how to install it', async () => {
    const files = {
      'boto3/__init__.py': "raise ModuleNotFoundError(\"No module named 'boto3'\", name='boto3')",
    };
    const { answer } = await invoke(python('import boto3', { files }));
    expect(answer).toMatchObject({
      errorType: 'Runtime.ImportModuleError',
      errorMessage: expect.stringMatching(
        /^Unable to import module 'lambda_function': No module named 'boto3'\. .* -m pip install boto3/,
      ),
    });
  });

  it('a runtime that is not run here is refused by name', async () => {
    const { result } = await invoke({ files: {}, runtime: 'java21' });
    expect(result.refused).toMatch(/^The sandbox does not run java21/);
  });
});
