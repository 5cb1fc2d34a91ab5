import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { FaultRule } from '#sandbox/core/faults.ts';
import { attach } from '#sandbox/parts/attach.ts';
import { handson } from '../cli/run-handson.ts';

let home: string;
let served: ReturnType<typeof handson>;
beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'handson-exit-'));
  served = run('sandbox', '--port', '0', '--api-port', '0', '--memory');
  await new Promise<void>((resolve) => served.stdout?.once('data', () => resolve()));
  expect((await run('use', 'sandbox')).exitCode).toBe(0);
  expect((await run('apply', 'lambda-alone', '--runtime', 'node')).exitCode).toBe(0);
}, 60_000);
afterEach(() => control('DELETE', 'faults'));
afterAll(async () => {
  served.kill('SIGINT');
  await served;
  rmSync(home, { recursive: true, force: true });
});

const run = (...args: string[]) => handson(args, { env: { HANDSON_HOME: home } });

async function sandbox() {
  const attached = await attach({ home, env: {} });
  if ('problem' in attached) throw new Error(attached.problem.kind);
  return attached;
}

async function control(method: string, what: string, body?: object): Promise<void> {
  const { endpoint, token } = await sandbox();
  const answer = await fetch(`${endpoint}/_sandbox/${what}`, {
    method,
    headers: { 'x-handson-token': token },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  expect(answer.ok, await answer.text()).toBe(true);
}

const deny = (operation: FaultRule['operation']) =>
  control('POST', 'faults', { operation, fault: { kind: 'error', code: 'AccessDeniedException' } });

test('what may not be looked at is left alone and exits 2, in the plan and after it', async () => {
  await deny('GetFunctionConfiguration');
  const plan = await run('clean');
  expect(plan.exitCode, String(plan.stdout)).toBe(2);
  expect(plan.stdout).toContain('AccessDeniedException');
  const { stdout, exitCode } = await run('clean', '--yes', '--json');
  const document = JSON.parse(String(stdout));
  expect(exitCode).toBe(2);
  expect(document.plan.unread.map(({ type }: { type: string }) => type)).toContain('function');
  expect(document.receipt.deleted).toEqual([]);
}, 60_000);

test('Ctrl-C before the first deletion says that nothing was deleted, and exits 130', async () => {
  await control('POST', 'faults', {
    operation: 'GetCallerIdentity',
    fault: { kind: 'delay', delayMs: 1000 },
  });
  const cleaning = run('clean', '--yes');
  cleaning.stderr?.on('data', (text) => {
    if (String(text).includes('Looking once more')) cleaning.kill('SIGINT');
  });
  const { stderr, stdout, exitCode } = await cleaning;
  expect(stderr).toContain('Stopped. Nothing was deleted.');
  expect(stdout).not.toContain('no longer what the plan showed');
  expect(exitCode).toBe(130);
}, 60_000);

test('a deletion that is denied exits 1, says what is left and what to do, and the next run ends it', async () => {
  await deny('DeleteFunction');
  const { stdout, exitCode } = await run('clean', '--yes');
  expect(exitCode, String(stdout)).toBe(1);
  expect(stdout).toMatch(/Left \(\d\):\n {2}function translate-function/);
  expect(stdout).toContain('→ handson clean --yes');
  expect(stdout).not.toContain('Nothing of the course is left');
  await control('DELETE', 'faults');
  expect((await run('clean', '--yes')).exitCode).toBe(0);
}, 60_000);

test('a table under deletion protection stays, exits 1, and the way to lift it is told', async () => {
  const { endpoint, secret } = await sandbox();
  const dynamodb = new DynamoDBClient({
    endpoint,
    region: 'ap-northeast-1',
    credentials: { accessKeyId: '111122223333', secretAccessKey: secret },
  });
  await dynamodb.send(
    new CreateTableCommand({
      TableName: 'translate-history',
      DeletionProtectionEnabled: true,
      KeySchema: [{ AttributeName: 'timestamp', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'timestamp', AttributeType: 'S' }],
      ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
    }),
  );
  dynamodb.destroy();
  const { stdout, exitCode } = await run('clean', '--include', 'translate-history', '--yes', '--json');
  const { receipt } = JSON.parse(String(stdout));
  expect(exitCode).toBe(1);
  expect(receipt.deleted).toEqual([]);
  expect(receipt.left).toMatchObject([{ type: 'table', why: 'protected', protected: true }]);
  expect(receipt.left[0].next).toContain('--no-deletion-protection-enabled');
}, 60_000);
