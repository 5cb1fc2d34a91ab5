import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDB, waitUntilTableNotExists } from '@aws-sdk/client-dynamodb';
import { afterAll, expect, test } from 'vitest';
import { handson } from './run-handson.ts';

const home = mkdtempSync(path.join(tmpdir(), 'handson-foreign-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const run = (...line: string[]) => handson(line, { env: { HANDSON_HOME: home } });

test('apply leaves alone what stood there before the course, and goes on when it is gone', async () => {
  const sandbox = handson(['sandbox', '--port', '0', '--api-port', '0', '--json'], {
    env: { HANDSON_HOME: home },
  });
  try {
    await once(sandbox.stdout as NodeJS.ReadableStream, 'data');
    const lines = String((await run('sandbox', '--env', 'sh')).stdout);
    const value = (name: string) => new RegExp(`${name}='(.*)'`).exec(lines)?.[1] ?? '';
    const dynamodb = new DynamoDB({
      endpoint: value('AWS_ENDPOINT_URL'),
      region: value('AWS_REGION'),
      credentials: {
        accessKeyId: value('AWS_ACCESS_KEY_ID'),
        secretAccessKey: value('AWS_SECRET_ACCESS_KEY'),
      },
    });
    const TableName = 'translate-history';
    await dynamodb.createTable({
      TableName,
      AttributeDefinitions: [{ AttributeName: 'mine', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'mine', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
    });
    expect((await run('use', 'sandbox')).exitCode).toBe(0);

    const refused = await run('apply', '1', '--runtime', 'node');
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain(`${TableName} stood in this account before the course`);
    const { Table } = await dynamodb.describeTable({ TableName });
    expect(Table?.KeySchema).toEqual([{ AttributeName: 'mine', KeyType: 'HASH' }]);

    await dynamodb.deleteTable({ TableName });
    // A table is there until it is gone, and says DELETING meanwhile.
    await waitUntilTableNotExists({ client: dynamodb, maxWaitTime: 20, minDelay: 1 }, { TableName });
    const done = await run('apply', '1', '--runtime', 'node');
    expect(done.exitCode, String(done.stderr)).toBe(0);
  } finally {
    sandbox.kill('SIGINT');
    await sandbox;
  }
}, 60_000);
