import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeFolder } from './image.ts';
import { probeIsolation } from './launch.ts';
import { hasPython, nodejs, openRuntimes, python } from './testing.ts';

const probeDir = mkdtempSync(join(tmpdir(), 'handson-probe-'));
const { mounts } = await probeIsolation(probeDir, true);
await removeFolder(probeDir);

const look = nodejs(`
  import { lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
  const attempt = (work) => { try { return work(); } catch (error) { return error.code; } };
  export const handler = async (event) => ({
    cwd: process.cwd(),
    file: import.meta.url,
    env: { ...process.env },
    task: attempt(() => readdirSync(process.env.LAMBDA_TASK_ROOT)),
    opt: attempt(() => readdirSync('/opt')),
    tmp: attempt(() => readdirSync('/tmp')),
    write: event.write && attempt(() => writeFileSync('/var/task/new', '')),
    writeTmp: event.write && attempt(() => writeFileSync('/tmp/handson-isolation-test', '')),
    argv: process.argv.length,
  });`);

interface Seen {
  cwd: string;
  file: string;
  env: Record<string, string>;
  task: string[];
  opt: string[];
  tmp: string[];
  write?: string;
  writeTmp?: string;
  argv: number;
}

const secrets = { AWS_PROFILE: 'mine', HANDSON_TEST_SECRET: 'leaked', AWS_ACCESS_KEY_ID: 'AKIAREAL' };
beforeAll(() => void Object.assign(process.env, secrets));
afterAll(() => {
  for (const name of Object.keys(secrets)) delete process.env[name];
});

describe.each([
  ['with mounts of its own', true],
  ['where the kernel offers no mounts', false],
])('an environment %s', (_, isolate) => {
  const { invoke, close, dir } = openRuntimes({ isolate });
  afterAll(close);

  it('has the variables that were recorded on AWS, and none of this user', async () => {
    const seen = (await invoke({ ...look, environment: { TEST_KEY: 'TEST_VAL' } })).answer as Seen;
    const oracle = recordedVariables();
    if (oracle) expect(Object.keys(seen.env)).toEqual(expect.arrayContaining(oracle));
    const ours = [
      'AWS_CONFIG_FILE',
      'AWS_EC2_METADATA_DISABLED',
      'AWS_ENDPOINT_URL',
      'AWS_SHARED_CREDENTIALS_FILE',
      'HOME',
    ];
    const others = Object.keys(seen.env).filter((name) => !ours.includes(name) && !KNOWN.includes(name));
    expect(others.filter((name) => !['TMPDIR', 'TEMP', 'TMP'].includes(name))).toEqual([]);
    expect(JSON.stringify(seen.env)).not.toMatch(/leaked|AKIAREAL|mine/);
    expect(seen.env).toMatchObject({
      TEST_KEY: 'TEST_VAL',
      AWS_ACCESS_KEY_ID: 'ASIATEST',
      TZ: ':UTC',
      SHLVL: '0',
    });
    expect(seen.argv).toBe(2);
  });

  it('finds no configuration and no credentials of this user, and asks no metadata service', async () => {
    const { env } = (await invoke(look)).answer as Seen;
    expect(env.AWS_EC2_METADATA_DISABLED).toBe('true');
    for (const name of ['HOME', 'AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE']) {
      const path = env[name] ?? '';
      expect(path.startsWith(isolate && mounts ? '/var/home-of-function' : dir)).toBe(true);
      expect(existsSync(path)).toBe(false);
    }
  });

  it('cannot have its address, credentials or home replaced by the variables of a function', async () => {
    const environment = {
      HOME: '/root',
      AWS_CONFIG_FILE: '/root/.aws/config',
      AWS_ENDPOINT_URL: 'https://example.com',
    };
    const { env } = (await invoke({ ...look, environment })).answer as Seen;
    expect(Object.values(env)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^\/root|example\.com/)]),
    );
  });

  // Where this Node lives below /tmp itself, /tmp cannot be hidden from it.
  const hidesTmp = !process.execPath.startsWith('/tmp/');

  it.runIf(mounts && isolate)(
    'sees its files at /var/task (read only), its layers at /opt, a /tmp of its own',
    async () => {
      const layers = [{ 'bin/tool': '#!/bin/sh\n', 'nodejs/a.txt': '' }];
      const seen = (await invoke({ ...look, layers }, { write: true })).answer as Seen;
      expect(seen).toMatchObject({
        cwd: '/var/task',
        file: 'file:///var/task/index.mjs',
        task: ['index.mjs'],
        opt: ['bin', 'nodejs'],
        ...(hidesTmp ? { tmp: [] } : {}),
        write: 'EROFS',
      });
      expect(seen.writeTmp).toBeUndefined();
      if (hidesTmp) expect(existsSync('/tmp/handson-isolation-test')).toBe(false);
      rmSync('/tmp/handson-isolation-test', { force: true });
    },
  );

  it.runIf(!isolate)('is told where its files are', async () => {
    const { cwd, env } = (await invoke(look)).answer as Seen;
    expect(cwd).toMatch(/image-\d+\/var\/task$/);
    expect(env.LAMBDA_TASK_ROOT).toBe(cwd);
  });

  it('starts with whatever PATH a function has', async () => {
    const { env } = (await invoke({ ...look, environment: { PATH: '/nowhere' } })).answer as Seen;
    expect(env.PATH).toBe('/nowhere');
  });

  it('ends with status 127 where the wrapper it names is missing, and runs through one that is there', async () => {
    const missing = await invoke({ ...look, environment: { AWS_LAMBDA_EXEC_WRAPPER: '/opt/gone' } });
    expect(missing.answer).toEqual({
      errorType: 'Runtime.ExitError',
      errorMessage: expect.stringMatching(
        /^RequestId: [-\d]+ Error: Runtime exited with error: exit status 127$/,
      ),
    });
    const layers = [{ wrapper: '#!/bin/sh\nexport WRAPPED=yes\nexec "$@"\n' }];
    const environment = { AWS_LAMBDA_EXEC_WRAPPER: '/opt/wrapper' };
    const { env } = (await invoke({ ...look, layers, environment })).answer as Seen;
    expect(env.WRAPPED).toBe('yes');
  });

  it.skipIf(!hasPython())('runs Python too, its errors with the paths of AWS', async () => {
    const { answer } = await invoke(
      python("def lambda_handler(event, context):\n    raise Exception('Handler fails')\n"),
    );
    expect((answer as { stackTrace: string[] }).stackTrace).toEqual([
      `  File "/var/task/lambda_function.py", line 2, in lambda_handler\n    raise Exception('Handler fails')\n`,
    ]);
  });
});

const KNOWN = [
  'AWS_ACCESS_KEY_ID',
  'AWS_DEFAULT_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_LAMBDA_RUNTIME_API',
  'AWS_REGION',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_XRAY_CONTEXT_MISSING',
  'AWS_XRAY_DAEMON_ADDRESS',
  'LAMBDA_RUNTIME_DIR',
  'LAMBDA_TASK_ROOT',
  'LANG',
  'LD_LIBRARY_PATH',
  'NODE_PATH',
  'PATH',
  'PWD',
  'SHLVL',
  'TEST_KEY',
  'TZ',
  '_AWS_XRAY_DAEMON_ADDRESS',
  '_AWS_XRAY_DAEMON_PORT',
  '_HANDLER',
  '_X_AMZN_TRACE_ID',
];

/** Recorded on AWS; absent where the recordings are. */
function recordedVariables(): string[] | undefined {
  const path = join(import.meta.dirname, '../../../../shared/oracle/aws-recorded.json');
  if (!existsSync(path)) return undefined;
  const { cases } = JSON.parse(readFileSync(path, 'utf8'));
  const found = cases.find((each: { id: string }) => each.id === 'lambda.introspect.nodejs24');
  return Object.keys(found.recorded.invocation_result_payload.environment);
}
