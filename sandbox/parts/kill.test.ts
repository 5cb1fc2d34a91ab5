import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateRoleCommand, IAMClient, paginateListRoles } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from 'vitest';

const rounds = 50;
const writers = 8;
const loadMs = 60;

const script = `const { serve } = await import(${JSON.stringify(new URL('./serve.ts', import.meta.url).href)});
  const served = await serve({ home: process.env.KILL_HOME, env: process.env, port: 0, apiPort: 0 });
  console.log(served.endpoint ?? JSON.stringify(served.problem));`;
const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});

let root: string;
let child: ChildProcess | undefined;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'kill-'));
});
afterAll(() => {
  child?.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

async function start(): Promise<string> {
  const env = { ...process.env, KILL_HOME: join(root, '.handson'), HANDSON_SANDBOX_SECRET: 'of-the-test' };
  const started = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child = started;
  const [line] = await once(started.stdout, 'data');
  const endpoint = String(line).trim();
  if (!endpoint.startsWith('http')) throw new Error(endpoint);
  return endpoint;
}

async function kill(): Promise<void> {
  const killed = child as ChildProcess;
  const exit = once(killed, 'exit');
  killed.kill('SIGKILL');
  await exit;
}

/** Every round writes in an account of its own, so that listing one stays short. */
function clientOf(endpoint: string, round: number): IAMClient {
  const credentials = { accessKeyId: String(100_000_000_000 + round), secretAccessKey: 'of-the-test' };
  return new IAMClient({ endpoint, credentials, region: 'us-east-1', maxAttempts: 1 });
}

/** Writes without pause until the server is gone; answers the names that were acknowledged. */
async function load(endpoint: string, round: number): Promise<string[]> {
  const client = clientOf(endpoint, round);
  const acknowledged: string[] = [];
  const write = async (writer: number) => {
    for (let number = 0; ; number += 1) {
      const RoleName = `role-${writer}-${number}`;
      try {
        await client.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust }));
      } catch {
        return;
      }
      acknowledged.push(RoleName);
    }
  };
  const writing = Array.from({ length: writers }, (_, writer) => write(writer));
  while (acknowledged.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  await new Promise((resolve) => setTimeout(resolve, Math.random() * loadMs));
  await kill();
  await Promise.all(writing);
  client.destroy();
  return acknowledged;
}

async function kept(endpoint: string, round: number): Promise<Set<string | undefined>> {
  const client = clientOf(endpoint, round);
  const names = new Set<string | undefined>();
  for await (const page of paginateListRoles({ client, pageSize: 1000 }, {})) {
    for (const role of page.Roles ?? []) names.add(role.RoleName);
  }
  client.destroy();
  return names;
}

test(`killed ${rounds} times under write load, it has every write that it acknowledged`, {
  timeout: 120_000,
}, async () => {
  const acknowledged: string[][] = [];
  let endpoint = await start();
  for (let round = 0; round < rounds; round += 1) {
    const names = await load(endpoint, round);
    acknowledged.push(names);
    endpoint = await start();
    const there = await kept(endpoint, round);
    expect(names.filter((name) => !there.has(name))).toEqual([]);
  }
  for (const [round, names] of acknowledged.entries()) {
    const there = await kept(endpoint, round);
    expect(names.filter((name) => !there.has(name))).toEqual([]);
  }
  expect(acknowledged.flat().length).toBeGreaterThan(rounds * writers);
  await kill();
});
