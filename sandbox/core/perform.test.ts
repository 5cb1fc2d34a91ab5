import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeEndpointsCommand,
  DynamoDBClient,
  ListTablesCommand,
} from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { openSandbox } from '#sandbox/testing/open-sandbox.ts';
import { tables } from '#sandbox/testing/small-services.ts';
import type { Identity } from './identity.ts';

const services = { dynamodb: async () => tables };
const make = (TableName: string) =>
  new CreateTableCommand({
    TableName,
    AttributeDefinitions: [],
    KeySchema: [],
    BillingMode: 'PAY_PER_REQUEST',
  });
const list = () => new ListTablesCommand({});

/** One user, who may do what `allowed` names. */
function somebody(allowed: string[]): { identity: Identity; credentials: object } {
  const user = {
    kind: 'user',
    account: '111122223333',
    arn: 'arn:aws:iam::111122223333:user/u',
    userId: 'A',
    userName: 'u',
  } as const;
  return {
    credentials: { accessKeyId: 'AKIASOMEBODY', secretAccessKey: 's' },
    identity: {
      credentials: (id, _shared, secret) =>
        id === 'AKIASOMEBODY'
          ? { secretAccessKey: 's', principal: user }
          : {
              secretAccessKey: secret,
              principal: { kind: 'administrator', account: id, arn: `arn:aws:iam::${id}:root`, userId: id },
            },
      decide: (need, { caller }) =>
        caller.kind === 'administrator' || allowed.includes(need.action)
          ? { allowed: true }
          : { allowed: false, kind: 'implicit', by: 'identity' },
    },
  };
}

test('accounts and regions do not see each other', async () => {
  const sandbox = openSandbox({ services });
  await sandbox.client(DynamoDBClient).send(make('mine'));
  const other = sandbox.client(DynamoDBClient, { account: '999900009999' });
  const elsewhere = sandbox.client(DynamoDBClient, { region: 'us-east-1' });
  expect(await sandbox.client(DynamoDBClient).send(list())).toMatchObject({ TableNames: ['mine'] });
  expect(await other.send(list())).toMatchObject({ TableNames: [] });
  expect(await elsewhere.send(list())).toMatchObject({ TableNames: [] });
});

test('who may not is told which action on which resource, in AWS words', async () => {
  const { identity, credentials } = somebody(['dynamodb:ListTables']);
  const sandbox = openSandbox({ services, identity });
  const client = sandbox.client(DynamoDBClient, { credentials: credentials as never });
  await client.send(list());
  await expect(client.send(make('t'))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      'User: arn:aws:iam::111122223333:user/u is not authorized to perform: dynamodb:CreateTable on resource: arn:aws:dynamodb:ap-northeast-1:111122223333:table/t because no identity-based policy allows the dynamodb:CreateTable action',
    $metadata: { httpStatusCode: 400 },
  });
  expect(sandbox.log.list({ errorCode: 'AccessDeniedException' })).toHaveLength(1);
});

test('what a handler throws by mistake is InternalFailure to the caller, and told in the log alone', async () => {
  const sandbox = openSandbox({ services });
  const answer = sandbox.client(DynamoDBClient).send(new DescribeEndpointsCommand({}));
  const error: Error = await answer.then(
    () => new Error('answered'),
    (thrown) => thrown,
  );
  expect(error).toMatchObject({ name: 'InternalFailure', $metadata: { httpStatusCode: 500 } });
  expect(JSON.stringify(error) + error.message).not.toContain('private');
  expect(sandbox.log.list().at(-1)).toMatchObject({
    errorCode: 'InternalFailure',
    detail: expect.stringContaining('private: /home/somebody'),
  });
});

test('a secret in an input is not kept in the log', async () => {
  const sandbox = openSandbox();
  const ctx = sandbox.open({
    service: 'lambda',
    account: '111122223333',
    region: 'us-east-1',
    as: { kind: 'administrator', account: '111122223333', arn: 'arn', userId: 'u' },
  });
  const input = {
    FunctionName: 'f',
    Code: { ZipFile: new Uint8Array(3) },
    Environment: { Variables: { NAME: 'my-password' } },
  };
  await ctx.call('lambda', 'CreateFunction', input).catch(() => {});
  expect(sandbox.log.list().at(-1)).toMatchObject({
    via: 'inside',
    input: { FunctionName: 'f', Code: { ZipFile: '<3 bytes>' }, Environment: { Variables: '***' } },
  });
  expect(JSON.stringify(sandbox.log.list())).not.toContain('my-password');
});

test('the nth call fails, and no other', async () => {
  const sandbox = openSandbox({ services });
  const client = sandbox.client(DynamoDBClient);
  sandbox.faults.add({
    operation: 'ListTables',
    nth: 2,
    fault: { kind: 'error', code: 'InternalServerError' },
  });
  await client.send(make('t'));
  await client.send(list());
  await expect(client.send(list())).rejects.toMatchObject({
    name: 'InternalServerError',
    $metadata: { httpStatusCode: 500 },
  });
  await client.send(list());
});

test('a rule may be for what comes from outside alone', () => {
  const { faults } = openSandbox({ services });
  faults.add({ operation: 'Invoke', via: 'wire', fault: { kind: 'reset' } });
  const call = { account: '1', region: 'r', service: 'lambda', operation: 'Invoke' } as const;
  expect(faults.strike({ ...call, via: 'inside' })).toBeUndefined();
  expect(faults.strike({ ...call, via: 'wire' })).toEqual({ kind: 'reset' });
});

test('a probability with a seed strikes the same calls again', () => {
  const strikes = (seed: number) => {
    const { faults } = openSandbox({ services });
    faults.add({ probability: 0.5, seed, fault: { kind: 'reset' } });
    const call = { account: '1', region: 'r', service: 'dynamodb', operation: 'o' } as const;
    return Array.from({ length: 64 }, () => (faults.strike(call) ? 'x' : '.')).join('');
  };
  expect(strikes(1)).toBe(strikes(1));
  expect(strikes(1)).not.toBe(strikes(2));
  expect(strikes(1).replaceAll('.', '').length).toBeGreaterThan(16);
});

test('a reset looks like a broken connection, and the work may have been done', async () => {
  const sandbox = openSandbox({ services });
  const client = sandbox.client(DynamoDBClient);
  sandbox.faults.add({ operation: 'CreateTable', nth: 1, fault: { kind: 'reset' } });
  sandbox.faults.add({ operation: 'CreateTable', nth: 2, fault: { kind: 'reset', after: true } });
  await expect(client.send(make('never'))).rejects.toMatchObject({ code: 'ECONNRESET' });
  await expect(client.send(make('done'))).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect(await client.send(list())).toMatchObject({ TableNames: ['done'] });
});

test('a call that hangs ends when the caller gives up', async () => {
  const sandbox = openSandbox({ services });
  sandbox.faults.add({ fault: { kind: 'hang' } });
  const caller = new AbortController();
  const answer = sandbox.client(DynamoDBClient).send(list(), { abortSignal: caller.signal });
  setTimeout(() => caller.abort(), 20);
  await expect(answer).rejects.toThrow();
});

test('a delay and the latency of every call add up', async () => {
  const sandbox = openSandbox({ services });
  sandbox.faults.set({ latencyMs: 30 });
  sandbox.faults.add({ nth: 1, fault: { kind: 'delay', delayMs: 40 } });
  const before = performance.now();
  await sandbox.client(DynamoDBClient).send(list());
  expect(performance.now() - before).toBeGreaterThan(65);
});

test('stale reads show what was, for as long as the window, while writes see what is', async () => {
  const sandbox = openSandbox({ services });
  const client = sandbox.client(DynamoDBClient);
  await client.send(make('old'));
  sandbox.clock.advance(60_000);
  sandbox.faults.set({ stalenessMs: 10_000 });
  await client.send(make('new'));
  await client.send(new DeleteTableCommand({ TableName: 'old' }));
  expect(await client.send(list())).toMatchObject({ TableNames: ['old'] });
  await expect(client.send(new DeleteTableCommand({ TableName: 'old' }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
  sandbox.clock.advance(10_001);
  expect(await client.send(list())).toMatchObject({ TableNames: ['new'] });
});

test('in strict mode an administrator may nothing, and an operation must say what it needs', async () => {
  const { identity, credentials } = somebody(['dynamodb:CreateTable', 'dynamodb:ListTables']);
  const sandbox = openSandbox({ services, identity });
  sandbox.faults.set({ strictIam: true });
  await expect(sandbox.client(DynamoDBClient).send(make('t'))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
  const client = sandbox.client(DynamoDBClient, { credentials: credentials as never });
  await client.send(make('t'));
  await expect(client.send(list())).rejects.toMatchObject({ name: 'UndeclaredNeedsException' });
});

test('a reader of the log can ask for what is new', async () => {
  const sandbox = openSandbox({ services });
  const client = sandbox.client(DynamoDBClient);
  await client.send(list());
  const [first] = sandbox.log.list();
  await client.send(make('t'));
  expect(sandbox.log.list({ afterId: first?.id ?? 0 })).toMatchObject([{ operation: 'CreateTable' }]);
});

test('a member that the sandbox has nothing for is refused by its name, and left unset it is not', async () => {
  const lacking = async () => ({ ...tables, lacks: { ListTables: ['Limit'] } });
  const client = openSandbox({ services: { dynamodb: lacking } }).client(DynamoDBClient);
  await expect(client.send(new ListTablesCommand({ Limit: 1 }))).rejects.toMatchObject({
    name: 'NotImplementedException',
    message: "The sandbox's dynamodb:ListTables has no Limit.",
  });
  await client.send(list());
});
