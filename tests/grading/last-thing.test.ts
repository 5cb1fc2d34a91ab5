import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CreateRoleCommand, DeleteRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { afterAll, expect, test } from 'vitest';
import { commandsOf, graderRole, removalOf } from '#checker/grading/grader-role.ts';
import { handson } from '../cli/run-handson.ts';

const home = mkdtempSync(path.join(tmpdir(), 'handson-last-'));
afterAll(() => rmSync(home, { recursive: true }));

const run = (...line: string[]) => handson(line, { env: { HANDSON_HOME: home } });
const account = '111122223333';
const learner = {
  id: account,
  name: 'Ann',
  account,
  role: `arn:aws:iam::${account}:role/ServerlessCourseGrader`,
  region: 'ap-northeast-1',
  prefix: '',
  language: 'en',
  externalId: 'x-1',
} as const;

test('who has cleaned up is told last of all that the role of the grader is still there', async () => {
  const running = handson(['sandbox', '--json', '--memory', '--port', '0', '--api-port', '0'], {
    env: { HANDSON_HOME: home },
  });
  try {
    await once(running.stdout as NodeJS.ReadableStream, 'data');
    const lines = String((await run('sandbox', '--env', 'sh')).stdout);
    const endpoint = /AWS_ENDPOINT_URL='(.*)'/.exec(lines)?.[1] ?? '';
    const secretAccessKey = /AWS_SECRET_ACCESS_KEY='(.*)'/.exec(lines)?.[1] ?? '';
    const credentials = { accessKeyId: account, secretAccessKey };
    const iam = new IAMClient({ endpoint, region: learner.region, credentials });
    const role = graderRole(learner, '999988887777');
    expect(commandsOf(role).length).toBeGreaterThan(1);

    expect((await run('leftovers')).stderr).not.toContain('ServerlessCourseGrader');
    const trust = JSON.stringify(role.trust);
    await iam.send(new CreateRoleCommand({ RoleName: role.name, AssumeRolePolicyDocument: trust }));
    for (const { name, document } of role.policies)
      await iam.send(
        new PutRolePolicyCommand({
          RoleName: role.name,
          PolicyName: name,
          PolicyDocument: JSON.stringify(document),
        }),
      );

    expect((await run('apply', 'lambda-alone', '--runtime', 'node')).exitCode).toBe(0);
    expect((await run('leftovers')).stderr).not.toContain('ServerlessCourseGrader');
    const cleaned = await run('clean', '--yes');
    expect(cleaned.exitCode, String(cleaned.stderr)).toBe(0);
    expect(cleaned.stderr).toContain('is still here: ServerlessCourseGrader');
    for (const line of removalOf(role)) expect(cleaned.stderr).toContain(line);
    const left = await run('leftovers', '--lang', 'vi');
    expect(left.exitCode).toBe(0);
    expect(left.stderr).toContain('vẫn còn: ServerlessCourseGrader');
    expect((await run('leftovers', '--json')).stderr).toBe('');
    await expect(iam.send(new DeleteRoleCommand({ RoleName: role.name }))).rejects.toThrow();
  } finally {
    running.kill('SIGINT');
    await running;
  }
}, 120_000);
