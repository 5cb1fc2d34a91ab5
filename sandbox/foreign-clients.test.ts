import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenedPorts, openPorts } from '#sandbox/parts/servers.ts';
import { openSandbox } from '#sandbox/testing/open-sandbox.ts';

const run = promisify(execFile);
const works = (command: string, ...rest: string[]) =>
  run(command, rest, { timeout: 20_000 }).then(
    () => true,
    () => false,
  );
const hasAws = await works('aws', '--version');
const hasBoto3 = await works('python3', '-c', 'import boto3');

const sandbox = openSandbox();
let ports: OpenedPorts;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  const opened = await openPorts(sandbox, 'token', { port: 0, apiPort: 0 });
  if ('problem' in opened) throw new Error('No port is free.');
  ports = opened;
  const home = await mkdtemp(join(tmpdir(), 'foreign-clients-'));
  const { PATH = '' } = process.env;
  environment = {
    PATH,
    HOME: home,
    PYENV_ROOT: process.env.PYENV_ROOT,
    AWS_CONFIG_FILE: join(home, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(home, 'credentials'),
    AWS_ACCESS_KEY_ID: '111122223333',
    AWS_SECRET_ACCESS_KEY: sandbox.secret,
    AWS_DEFAULT_REGION: 'ap-northeast-1',
    AWS_ENDPOINT_URL: `http://127.0.0.1:${ports.port}`,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_MAX_ATTEMPTS: '1',
  };
});

afterAll(async () => {
  await ports.close();
  await sandbox.close();
});

const PYTHON = `
import boto3, botocore, json, sys
def call(service, operation, arguments):
    try:
        answer = getattr(boto3.client(service), operation)(**arguments)
        answer.pop('ResponseMetadata')
        return answer
    except botocore.exceptions.ClientError as error:
        return {'error': error.response['Error']['Code'], 'status': error.response['ResponseMetadata']['HTTPStatusCode'], 'message': error.response['Error']['Message']}
print(json.dumps([call(*one) for one in json.loads(sys.argv[1])], default=str))
`;

type PythonCall = [service: string, operation: string, input: object];

async function boto3(calls: PythonCall[], more: NodeJS.ProcessEnv = {}): Promise<Record<string, unknown>[]> {
  const { stdout } = await run('python3', ['-c', PYTHON, JSON.stringify(calls)], {
    env: { ...environment, ...more },
    timeout: 60_000,
  });
  return JSON.parse(stdout);
}

describe.skipIf(!hasBoto3)('boto3 (skipped: it is not installed)', () => {
  test('reads answers in every protocol', async () => {
    const answers = await boto3([
      ['sts', 'get_caller_identity', {}],
      ['iam', 'list_roles', {}],
      ['lambda', 'list_functions', {}],
      ['apigateway', 'create_rest_api', { name: 'of boto3', tags: { 'a b': 'c/d' } }],
      ['logs', 'create_log_group', { logGroupName: '/boto3' }],
      ['logs', 'describe_log_groups', {}],
      ['dynamodb', 'list_tables', {}],
      ['cloudwatch', 'list_metrics', {}],
      ['translate', 'list_languages', {}],
      ['sqs', 'create_queue', { QueueName: 'of-boto3' }],
    ]);
    expect(answers).toMatchObject([
      { Account: '111122223333' },
      { Roles: expect.any(Array), IsTruncated: false },
      { Functions: [] },
      { name: 'of boto3', tags: { 'a b': 'c/d' } },
      {},
      { logGroups: [{ logGroupName: '/boto3' }] },
      { TableNames: [] },
      { Metrics: expect.any(Array) },
      { Languages: expect.any(Array) },
      { QueueUrl: expect.stringContaining('/111122223333/of-boto3') },
    ]);
  });

  test('reads errors in every protocol', async () => {
    const answers = await boto3([
      ['iam', 'get_role', { RoleName: 'nobody' }],
      ['lambda', 'get_function', { FunctionName: 'nothing' }],
      ['dynamodb', 'describe_table', { TableName: 'nothing' }],
      ['sqs', 'get_queue_url', { QueueName: 'nothing' }],
      ['lambda', 'list_code_signing_configs', {}],
      ['kms', 'list_keys', {}],
    ]);
    expect(answers).toMatchObject([
      { error: 'NoSuchEntity', status: 404 },
      {
        error: 'ResourceNotFoundException',
        status: 404,
        message: expect.stringContaining('Function not found'),
      },
      { error: 'ResourceNotFoundException', status: 400 },
      { error: 'AWS.SimpleQueueService.NonExistentQueue', status: 400 },
      {
        error: 'NotImplementedException',
        status: 501,
        message: 'The sandbox has no lambda:ListCodeSigningConfigs.',
      },
      { error: 'UnknownService', status: 501, message: 'The sandbox has no service named kms.' },
    ]);
  });

  test('is refused with a wrong secret or an unknown key, in each protocol its own way', async () => {
    const calls: PythonCall[] = [
      ['sts', 'get_caller_identity', {}],
      ['lambda', 'list_functions', {}],
      ['dynamodb', 'list_tables', {}],
    ];
    expect(await boto3(calls, { AWS_SECRET_ACCESS_KEY: 'wrong' })).toMatchObject([
      { error: 'SignatureDoesNotMatch', status: 403 },
      { error: 'InvalidSignatureException', status: 403 },
      { error: 'InvalidSignatureException', status: 400 },
    ]);
    expect(await boto3(calls, { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE' })).toMatchObject([
      { error: 'InvalidClientTokenId', status: 403 },
      { error: 'UnrecognizedClientException', status: 403 },
      { error: 'UnrecognizedClientException', status: 400 },
    ]);
  });

  test('signs addresses that hold for a while', async () => {
    const script = `
import boto3, urllib.request
def ask(method, data, change=''):
    url = boto3.client('sts').generate_presigned_url('get_caller_identity', ExpiresIn=60, HttpMethod=method)
    try:
        return urllib.request.urlopen(url.replace('X-Amz-Expires=60', 'X-Amz-Expires=60' + change), data).read().decode()
    except urllib.error.HTTPError as error:
        return error.read().decode()
print(ask('GET', None), ask('POST', b''), ask('GET', None, '0'), sep='\\n')
`;
    const { stdout } = await run('python3', ['-c', script], { env: environment });
    const [got, posted, prolonged] = stdout.split('\n');
    expect(got).toContain('<Account>111122223333</Account>');
    expect(posted).toContain('<Account>111122223333</Account>');
    expect(prolonged).toContain('<Code>SignatureDoesNotMatch</Code>');
  });
});

describe.skipIf(!hasAws)('the aws command (skipped: it is not installed)', () => {
  test.each([
    ['sts', 'get-caller-identity'],
    ['iam', 'list-roles'],
    ['lambda', 'list-functions'],
    ['apigateway', 'get-rest-apis'],
    ['logs', 'describe-log-groups'],
    ['dynamodb', 'list-tables'],
  ])('speaks %s %s', async (...command) => {
    const { stdout } = await run('aws', [...command, '--output', 'json'], { env: environment });
    expect(typeof JSON.parse(stdout)).toBe('object');
  });

  test('prints what AWS would have said', async () => {
    const answer = run('aws', ['lambda', 'get-function', '--function-name', 'nothing'], { env: environment });
    await expect(answer).rejects.toMatchObject({
      stderr: expect.stringContaining(
        'An error occurred (ResourceNotFoundException) when calling the GetFunction',
      ),
    });
  });
});
