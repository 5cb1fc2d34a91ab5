import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Serving, serve } from '#sandbox/parts/serve.ts';
import { handson } from './run-handson.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'handson-sign-in-'));
let serving: Serving;

beforeAll(async () => {
  const served = await serve({
    home: path.join(folder, 'sandbox'),
    env: {},
    memory: true,
    port: 0,
    apiPort: 0,
  });
  if ('problem' in served) throw new Error(JSON.stringify(served.problem));
  serving = served;
});
afterAll(async () => {
  await serving.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Credentials that are not accepted any more, of a profile that signs in in its own way. */
function use(settings: string) {
  const config = path.join(folder, 'config');
  writeFileSync(
    config,
    `[profile class]\nregion = ap-northeast-1\nendpoint_url = ${serving.endpoint}\n${settings}`,
  );
  return handson(['use', 'aws', '--profile', 'class', '--no-calls'], {
    env: {
      HANDSON_HOME: path.join(folder, 'home'),
      AWS_CONFIG_FILE: config,
      AWS_ACCESS_KEY_ID: undefined,
      AWS_SECRET_ACCESS_KEY: undefined,
    },
  });
}

test('credentials that are not accepted any more are mended by the command of their own profile', async () => {
  const { stderr, exitCode } = await use(
    'aws_access_key_id = ASIAEXPIRED000000000\naws_secret_access_key = gone\n',
  );
  expect(stderr).toContain('aws login --profile class');
  expect(exitCode).toBe(2);
});

test('a profile of IAM Identity Center is mended by aws sso login', async () => {
  const { stderr, exitCode } = await use(
    'sso_session = school\nsso_account_id = 111122223333\nsso_role_name = learner\n[sso-session school]\nsso_region = ap-northeast-1\nsso_start_url = https://example.com/start\n',
  );
  expect(stderr).toContain('aws sso login --profile class');
  expect(exitCode).toBe(2);
});

test('what apply cannot do on AWS is said, with what to do instead', async () => {
  const env = {
    HANDSON_HOME: path.join(folder, 'home-of-apply'),
    AWS_ENDPOINT_URL: serving.endpoint,
    AWS_ACCESS_KEY_ID: '111122223333',
    AWS_SECRET_ACCESS_KEY: serving.secret,
    AWS_REGION: 'ap-northeast-1',
  };
  expect((await handson(['use', 'aws', '--calls'], { env })).exitCode).toBe(0);
  const { stderr } = await handson(['apply', '0', '--yes', '--lang', 'en'], { env });
  expect(String(stderr).replace(/\s+/g, ' ')).toContain('e-mail');
  expect(stderr).toContain('not seen to be done: Set an alarm');
}, 60_000);
