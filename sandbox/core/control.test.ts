import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { openSandbox } from '#sandbox/testing/open-sandbox.ts';
import { tables } from '#sandbox/testing/small-services.ts';
import { control } from './control.ts';

const TOKEN = 'token-of-the-installation';

function open() {
  const sandbox = openSandbox({ services: { dynamodb: async () => tables } });
  const { fetch } = control(sandbox, TOKEN);
  const ask = async (method: string, path: string, body?: object, authorization = `Bearer ${TOKEN}`) => {
    const response = await fetch(
      new Request(`http://127.0.0.1/_sandbox/${path}`, {
        method,
        headers: { authorization },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
    );
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  return { ask, client: sandbox.client(DynamoDBClient) };
}

test.each(['', 'Bearer', 'Bearer token', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`])(
  'without the token nothing is told or changed: %s',
  async (authorization) => {
    const { ask } = open();
    for (const [method, path] of [
      ['GET', 'log'],
      ['GET', 'faults'],
      ['DELETE', 'faults'],
      ['GET', 'nothing'],
    ] as const) {
      expect(await ask(method, path, undefined, authorization)).toMatchObject({ status: 401 });
    }
  },
);

test('a rule set from outside fires, is counted, and can be taken back', async () => {
  const { ask, client } = open();
  const rule = { service: 'dynamodb', fault: { kind: 'error', code: 'ThrottlingException' } };
  const { body } = await ask('POST', 'faults', rule);
  await expect(client.send(new ListTablesCommand({}))).rejects.toMatchObject({ name: 'ThrottlingException' });
  expect((await ask('GET', 'faults')).body.rules).toMatchObject([{ id: body.id, seen: 1, fired: 1 }]);
  expect(await ask('DELETE', `faults/${body.id}`)).toMatchObject({ status: 204 });
  await client.send(new ListTablesCommand({}));
  expect((await ask('GET', 'log?errorCode=ThrottlingException')).body.calls).toHaveLength(1);
});

test.each([
  [{ servce: 'dynamodb', fault: { kind: 'reset' } }, 'There is no servce'],
  [{ service: 'dynamo', fault: { kind: 'reset' } }, 'There is no service dynamo.'],
  [{ fault: { kind: 'explode' } }, 'fault.kind must be one of'],
  [{ fault: { kind: 'error' } }, 'fault.code is missing.'],
  [{ fault: { kind: 'error', code: 'X', status: 200 } }, 'between 400 and 599'],
  [{ nth: '1', fault: { kind: 'reset' } }, 'nth must be a number.'],
])('a rule that would not do what was meant is refused: %o', async (rule, message) => {
  const { ask } = open();
  const { status, body } = await ask('POST', 'faults', rule);
  expect(status).toBe(400);
  expect(body.error).toContain(message);
});
