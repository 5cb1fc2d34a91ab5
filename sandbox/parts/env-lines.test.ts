import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { envLines } from './env-lines.ts';

const connection = { endpoint: 'http://127.0.0.1:4566', secret: 'abc' };

test('sh', () => {
  expect(envLines('sh', connection)).toBe(
    [
      "export AWS_ENDPOINT_URL='http://127.0.0.1:4566'",
      "export AWS_ACCESS_KEY_ID='111122223333'",
      "export AWS_SECRET_ACCESS_KEY='abc'",
      "export AWS_REGION='ap-northeast-1'",
      "export AWS_DEFAULT_REGION='ap-northeast-1'",
      'unset AWS_SESSION_TOKEN',
      '',
    ].join('\n'),
  );
});

test('fish and PowerShell', () => {
  expect(envLines('fish', connection)).toContain("set -gx AWS_REGION 'ap-northeast-1'\n");
  expect(envLines('powershell', { ...connection, region: 'us-east-1' })).toContain(
    "$Env:AWS_REGION = 'us-east-1'\n",
  );
});

describe('a secret with any characters stays one value and runs nothing', () => {
  const secret = `it's "$(echo no)" \\ \`no\` ; # é`;

  test.skipIf(process.platform === 'win32')('in sh', () => {
    const script = `${envLines('sh', { ...connection, secret })}printf %s "$AWS_SECRET_ACCESS_KEY"`;
    expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' })).toBe(secret);
  });

  test('in fish and PowerShell, by their rules of quoting', () => {
    expect(envLines('fish', { ...connection, secret })).toContain(`'it\\'s "$(echo no)" \\\\ \`no\` ; # é'`);
    expect(envLines('powershell', { ...connection, secret })).toContain(
      `'it''s "$(echo no)" \\ \`no\` ; # é'`,
    );
  });
});
