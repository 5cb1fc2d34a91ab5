import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request as nodeRequest } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateRoleCommand, GetRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { attach, runningSandbox } from './attach.ts';
import { type ServeOptions, type Serving, serve } from './serve.ts';

let home: string;
const running: Serving[] = [];

beforeEach(() => {
  home = join(mkdtempSync(join(tmpdir(), 'serve-')), '.handson');
});
afterEach(async () => {
  for (const served of running.splice(0)) await served.close();
  rmSync(join(home, '..'), { recursive: true, force: true });
});

async function start(more: Partial<ServeOptions> = {}): Promise<Serving> {
  const served = await serve({ home, env: {}, port: 0, apiPort: 0, ...more });
  if ('problem' in served) throw new Error(JSON.stringify(served.problem));
  running.push(served);
  return served;
}

async function stop(served: Serving): Promise<void> {
  running.splice(running.indexOf(served), 1);
  await served.close();
}

function configuration({ endpoint, secret }: { endpoint: string; secret: string }) {
  const credentials = { accessKeyId: '111122223333', secretAccessKey: secret };
  return { endpoint, credentials, region: 'ap-northeast-1', maxAttempts: 1 };
}

const role = { RoleName: 'kept', AssumeRolePolicyDocument: '{"Version":"2012-10-17","Statement":[]}' };
const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});

test('an SDK client is answered over HTTP, with the secret of this installation and no other', async () => {
  const served = await start();
  const sts = new STSClient(configuration(served));
  expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({ Account: '111122223333' });
  const stranger = new STSClient(configuration({ ...served, secret: 'guessed' }));
  await expect(stranger.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
    name: 'SignatureDoesNotMatch',
  });
});

test('what was made is there after a new start, and gone after a reset', async () => {
  const first = await start();
  await new IAMClient(configuration(first)).send(
    new CreateRoleCommand({ ...role, AssumeRolePolicyDocument: trust }),
  );
  await stop(first);
  const second = await start();
  const found = await new IAMClient(configuration(second)).send(new GetRoleCommand({ RoleName: 'kept' }));
  expect(found.Role?.RoleName).toBe('kept');
  expect(second.secret).toBe(first.secret);
  await stop(second);
  const third = new IAMClient(configuration(await start({ reset: true })));
  await expect(third.send(new GetRoleCommand({ RoleName: 'kept' }))).rejects.toMatchObject({
    name: 'NoSuchEntityException',
  });
});

test('in memory nothing is kept, but the running one is found', async () => {
  const served = await start({ memory: true });
  expect(readdirSync(join(home, 'sandbox')).filter((name) => name.startsWith('state'))).toEqual([]);
  expect(runningSandbox({ home, env: {} })).toMatchObject({
    endpoint: served.endpoint,
    secret: served.secret,
  });
});

test('a second one on the same state is told who has it, and commands talk to that one', async () => {
  const served = await start({ env: { HANDSON_SANDBOX_SECRET: 'of-the-class' } });
  const second = await serve({ home, env: {}, port: 0 });
  expect(second).toMatchObject({
    problem: { kind: 'owned', owner: { pid: process.pid, port: served.port, apiPort: served.apiPort } },
  });
  expect(JSON.stringify(second)).not.toContain('of-the-class');
  const attached = await attach({ home, env: {} });
  expect(attached).toMatchObject({ ours: false, endpoint: served.endpoint, secret: 'of-the-class' });
});

test('where none runs, a command has one for as long as it needs it', async () => {
  const attached = await attach({ home, env: {} });
  if ('problem' in attached) throw new Error('not attached');
  const sts = new STSClient(configuration(attached));
  expect((await sts.send(new GetCallerIdentityCommand({}))).Account).toBe('111122223333');
  expect(attached.ours).toBe(true);
  await attached.close();
  expect(runningSandbox({ home, env: {} })).toBeUndefined();
});

test('a named port that is in use stops it; without a name it takes the next free one', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as { port: number };
  expect(await serve({ home, env: {}, port })).toMatchObject({
    problem: { kind: 'port-in-use', port, holder: { pid: process.pid } },
  });
  expect(await serve({ home, env: {}, port: 0, apiPort: port })).toMatchObject({
    problem: { kind: 'port-in-use', port },
  });
  const first = await start({ port: 0 });
  const other = await start({ port: first.port, home: join(home, 'other') }).catch(
    (error: Error) => error.message,
  );
  expect(other).toContain('port-in-use');
  expect(runningSandbox({ home: join(home, 'other'), env: {} })).toBeUndefined();
  taken.close();
});

test('a state that cannot be read is set aside and named', async () => {
  await stop(await start());
  writeFileSync(join(home, 'sandbox', 'state.sqlite'), 'damaged '.repeat(1000));
  const { setAside } = await start();
  expect(setAside).toMatchObject({ kind: 'corrupt' });
  expect(statSync(setAside?.keptAs as string).size).toBe(8000);
});

test('a damaged installation file comes back as data', async () => {
  await stop(await start());
  const path = join(home, 'installation.json');
  writeFileSync(path, '{');
  expect(await serve({ home, env: {}, port: 0 })).toMatchObject({ problem: { kind: 'installation', path } });
});

interface Asked {
  path: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

function ask(
  port: number,
  { path, method = 'GET', headers = {}, body }: Asked,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = nodeRequest(
      { host: '127.0.0.1', port, path, method, headers, agent: false },
      async (response) => {
        let text = '';
        for await (const chunk of response) text += chunk;
        resolve({ status: response.statusCode ?? 0, body: text });
      },
    );
    outgoing.on('error', reject).end(body);
  });
}

test('the control path opens to the token alone', async () => {
  const { port, token } = await start();
  const path = '/_sandbox/faults';
  expect((await ask(port, { path })).status).toBe(403);
  expect((await ask(port, { path, headers: { 'x-handson-token': 'guessed' } })).status).toBe(403);
  expect((await ask(port, { path: `/x/..${path}` })).status).toBe(403);
  expect(await ask(port, { path, headers: { 'x-handson-token': token } })).toEqual({
    status: 200,
    body: '{"faults":[]}',
  });
});

test('a fault set through the control path strikes, is counted, and is taken away again', async () => {
  const served = await start();
  const headers = { 'x-handson-token': served.token };
  const rule = { operation: 'GetCallerIdentity', fault: { kind: 'reset' } };
  const added = await ask(served.port, {
    path: '/_sandbox/faults',
    method: 'POST',
    headers,
    body: JSON.stringify(rule),
  });
  expect(added.status).toBe(201);
  const sts = new STSClient(configuration(served));
  await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({ code: 'ECONNRESET' });
  const { id } = JSON.parse(added.body);
  expect((await ask(served.port, { path: `/_sandbox/faults/${id}`, method: 'DELETE', headers })).status).toBe(
    200,
  );
  expect((await sts.send(new GetCallerIdentityCommand({}))).Account).toBe('111122223333');
  const calls = JSON.parse(
    (await ask(served.port, { path: '/_sandbox/calls?errorCode=ConnectionLost', headers })).body,
  );
  expect(calls.calls).toHaveLength(1);
});

test.each([
  '{"fault":{"kind":"explode"}}',
  '{"operatoin":"X","fault":{"kind":"reset"}}',
  '{"fault":{"kind":"error"}}',
  '{"fault":{"kind":"delay","delayMs":"10"}}',
  '{}',
  'no json',
])('the rule %s is refused', async (body) => {
  const { port, token } = await start();
  const headers = { 'x-handson-token': token };
  expect((await ask(port, { path: '/_sandbox/faults', method: 'POST', headers, body })).status).toBe(400);
});

test("the port of learners' APIs answers nothing of ours", async () => {
  const { apiPort, token } = await start();
  const answer = await ask(apiPort, { path: '/_sandbox/faults', headers: { 'x-handson-token': token } });
  expect(answer.body).not.toContain('faults');
  expect((await ask(apiPort, { path: '/', headers: { host: 'evil.example' } })).status).toBe(421);
  expect((await ask(apiPort, { path: '/', headers: { origin: 'https://evil.example' } })).status).toBe(403);
  expect((await ask(apiPort, { path: '/', method: 'POST', body: 'x'.repeat(11_000_000) })).status).toBe(413);
});

test("the address of a learner's API below the sandbox's own is sent on to the API's port", async () => {
  const { port, apiPort } = await start();
  const path = '/_aws/execute-api/abc123/dev/translate?input_text=a%20b';
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' });
  expect(answer.status).toBe(307);
  expect(answer.headers.get('location')).toBe(
    `http://127.0.0.1:${apiPort}/_api/abc123/dev/translate?input_text=a%20b`,
  );
});
