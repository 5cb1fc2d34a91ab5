import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handson } from '../cli/run-handson.ts';

let home: string;
let away: string;
let sandbox: ReturnType<typeof handson>;
let env: Record<string, string>;

/** A served sandbox in the place of AWS: chosen with `use aws`, by credentials and an endpoint. */
beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'handson-aws-'));
  away = mkdtempSync(path.join(tmpdir(), 'handson-away-'));
  sandbox = handson(['sandbox', '--port', '0', '--api-port', '0', '--memory'], {
    env: { HANDSON_HOME: away },
  });
  await new Promise<void>((resolve) => sandbox.stdout?.once('data', () => resolve()));
  const { stdout } = await handson(['sandbox', '--env', 'sh'], { env: { HANDSON_HOME: away } });
  env = Object.fromEntries(
    [...String(stdout).matchAll(/^export (\w+)='?([^'\n]*)'?$/gm)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
});
afterAll(async () => {
  sandbox.kill('SIGINT');
  await sandbox;
  for (const folder of [home, away]) rmSync(folder, { recursive: true, force: true });
});

const run = (...args: string[]) => handson(args, { env: { ...env, HANDSON_HOME: home } });

test('work begun before the tool was told is unclaimed, shown with who made it, and taken by name alone', async () => {
  const dynamodb = new DynamoDBClient({
    region: 'ap-northeast-1',
    endpoint: env.AWS_ENDPOINT_URL ?? '',
    credentials: {
      accessKeyId: env.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '',
    },
  });
  await dynamodb.send(
    new CreateTableCommand({
      TableName: 'translate-history',
      KeySchema: [{ AttributeName: 'timestamp', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'timestamp', AttributeType: 'S' }],
      ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
    }),
  );
  const chosen = await run('use', 'aws', '--region', 'ap-northeast-1', '--no-calls');
  expect(chosen.exitCode, String(chosen.stderr)).toBe(0);
  expect(String(chosen.stderr).replace(/\s+/g, ' ')).toContain('translate-history');

  const plan = await run('clean');
  expect(String(plan.stdout).replace(/\s+/g, ' ')).toContain('CloudTrail: made by');
  expect(plan.stdout).toContain('handson clean --include "translate-history"');
  expect(plan.stdout).toContain('111122223333');
  expect(plan.exitCode).toBe(0);

  const asked = await run('clean', '--include', 'translate-history', '--yes');
  expect(asked.exitCode).toBe(64);
  expect(asked.stderr).toContain('handson clean --include "translate-history" --yes --plan');
  // Whoever was not asked has said nothing: without the name it is as unclaimed as before.
  const without = JSON.parse(String((await run('clean', '--json')).stdout));
  expect(without.plan.items).toEqual([]);
  const hash = /--plan (\w+)/.exec(String(asked.stderr))?.[1] ?? '';

  const done = await run('clean', '--include', 'translate-history', '--yes', '--plan', hash, '--quiet', '0');
  expect(done.exitCode, `${done.stdout}${done.stderr}`).toBe(0);
  await expect(dynamodb.send(new DescribeTableCommand({ TableName: 'translate-history' }))).rejects.toThrow();
  dynamodb.destroy();
}, 60_000);

test('other credentials than those of the chosen account stop before anything is read or deleted', async () => {
  const { stderr, exitCode } = await handson(['clean', '--yes'], {
    env: { ...env, HANDSON_HOME: home, AWS_ACCESS_KEY_ID: '999988887777' },
  });
  expect(stderr).toContain('999988887777');
  expect(exitCode).toBe(2);
});

test('a clean that is killed is ended by the next one', async () => {
  await run('apply', 'lambda-alone', '--runtime', 'node', '--yes');
  const { stdout } = await run('clean', '--json');
  const { hash, items } = JSON.parse(String(stdout)).plan;
  expect(items.length).toBe(3);
  const first = handson(['clean', '--yes', '--plan', hash, '--quiet', '30'], {
    env: { ...env, HANDSON_HOME: home },
  });
  await new Promise<void>((resolve) => {
    first.stderr?.on('data', (text) => /deleting/.test(String(text)) && resolve());
  });
  first.kill('SIGKILL');
  await first;
  const again = JSON.parse(String((await run('clean', '--json')).stdout)).plan;
  const second = await run('clean', '--yes', '--plan', again.hash, '--quiet', '0');
  expect(second.exitCode, `${second.stdout}${second.stderr}`).toBe(0);
  const left = JSON.parse(String((await run('leftovers', '--json')).stdout));
  expect(left.regions[0].standing).toEqual([]);
}, 60_000);
