import { CreateFunctionCommand, GetFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, expect, test } from 'vitest';
import { creation, openLambda, zipOf } from '#sandbox/testing/open-lambda.ts';
import { controlOf } from './control.ts';

const { sandbox, close } = await openLambda();
const lambda = sandbox.client(LambdaClient);
const files = { 'index.mjs': 'export const handler = async () => 1;', 'lib/other.mjs': 'export {};' };
await lambda.send(
  new CreateFunctionCommand({
    ...creation('edited'),
    Code: { ZipFile: zipOf(files) },
    Handler: 'index.handler',
  }),
);
afterAll(close);
const control = controlOf(sandbox, 'the-token-of-the-test', () => ({}));

const edited = 'account=111122223333&region=ap-northeast-1&function=edited';

async function ask(query: string, body?: unknown, token = 'the-token-of-the-test') {
  const response = await control(
    new Request(`http://127.0.0.1/_sandbox/code?${query}`, {
      headers: { 'x-handson-token': token },
      ...(body === undefined ? {} : { method: 'PUT', body: JSON.stringify(body) }),
    }),
  );
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function textOf(path: string) {
  const found = (await ask(edited)).body.files as Array<{ path: string; base64: string }>;
  return Buffer.from(found.find((file) => file.path === path)?.base64 ?? '', 'base64').toString();
}

const base64 = Buffer.from('export const handler = async () => 2;').toString('base64');

test("a function's code is read and edited file by file, and AWS's own view of it changes", async () => {
  sandbox.clock.advance(60_000);
  const before = await lambda.send(new GetFunctionCommand({ FunctionName: 'edited' }));
  const { status } = await ask(edited, { path: 'index.mjs', base64 });
  expect(status).toBe(200);
  expect(await textOf('index.mjs')).toContain('=> 2');
  expect(await textOf('lib/other.mjs')).toBe('export {};');
  const after = await lambda.send(new GetFunctionCommand({ FunctionName: 'edited' }));
  expect(after.Configuration?.CodeSha256).not.toBe(before.Configuration?.CodeSha256);
});

test.each([
  [403, edited, { path: 'index.mjs', base64 }, 'guessed'],
  [400, edited, { path: '../out', base64 }, undefined],
  [400, edited, { path: 'index.mjs' }, undefined],
  [400, 'account=1&region=x&function=edited', undefined, undefined],
  [404, edited.replace('edited', 'absent'), undefined, undefined],
  [404, edited.replace('111122223333', '999988887777'), { path: 'index.mjs', base64 }, undefined],
])('%i: %s %j', async (status, query, body, token) => {
  expect((await ask(query, body, token)).status).toBe(status);
});
