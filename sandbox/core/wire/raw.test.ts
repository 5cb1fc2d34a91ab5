import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { administratorsOnly } from '#sandbox/core/administrators.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Service } from '#sandbox/core/service.ts';
import { openSandbox } from '#sandbox/testing/open-sandbox.ts';
import { type RawRequest, signedRequest } from '#sandbox/testing/signed-request.ts';

/** Sends what no SDK sends, and shows what the handler got and what went back. */
async function send(
  service: 'lambda' | 'dynamodb' | 'monitoring' | 'iam',
  raw: RawRequest,
  error?: AwsError,
  output: object = {},
) {
  const got: Array<{ operation: string; input: unknown }> = [];
  const clients = {
    lambda: () => import('@aws-sdk/client-lambda'),
    dynamodb: () => import('@aws-sdk/client-dynamodb'),
    monitoring: () => import('@aws-sdk/client-cloudwatch'),
    iam: () => import('@aws-sdk/client-iam'),
  };
  const answerAll = new Proxy(
    {},
    {
      getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true }),
      get: (_target, operation: string) => (input: unknown) => {
        got.push({ operation, input });
        if (error) throw error;
        return output;
      },
    },
  );
  const sandbox = openSandbox({
    identity: administratorsOnly,
    services: {
      [service]: async (): Promise<Service> => ({
        name: service,
        client: clients[service],
        operations: answerAll as never,
      }),
    },
  });
  const response = await sandbox.fetch(await signedRequest(sandbox, service, raw));
  return {
    got: got[0],
    logged: sandbox.log.list(),
    status: response.status,
    headers: response.headers,
    body: await response.text(),
  };
}

const JSON_1_0 = 'application/x-amz-json-1.0';

test('a body does not speak for the path, the query or the headers', async () => {
  const { got } = await send('lambda', {
    method: 'POST',
    path: '/2015-03-31/functions/mine/aliases',
    body: '{"FunctionName":"theirs","Name":"prod","__proto__":{"x":1}}',
  });
  expect(got).toEqual({ operation: 'CreateAlias', input: { FunctionName: 'mine', Name: 'prod' } });
  const deleted = await send('lambda', {
    method: 'PUT',
    path: '/2019-09-25/functions/mine/event-invoke-config',
    body: '{"Qualifier":"prod","MaximumRetryAttempts":1}',
  });
  expect(deleted.got?.input).toEqual({ FunctionName: 'mine', MaximumRetryAttempts: 1 });
});

test("curl's form content type does not change what an address means", async () => {
  const { got } = await send('lambda', {
    method: 'POST',
    path: '/2015-03-31/functions/f/invocations',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: '{"a":1}',
  });
  expect(got).toEqual({
    operation: 'Invoke',
    input: { FunctionName: 'f', Payload: new TextEncoder().encode('{"a":1}') },
  });
});

test('a compressed body is read', async () => {
  const { got } = await send('monitoring', {
    method: 'POST',
    path: '/',
    headers: {
      'content-type': JSON_1_0,
      'x-amz-target': 'GraniteServiceVersion20100801.PutMetricData',
      'content-encoding': 'gzip',
    },
    body: gzipSync('{"Namespace":"n"}'),
  });
  expect(got).toEqual({ operation: 'PutMetricData', input: { Namespace: 'n' } });
});

test.each([
  ['{"TableName":1}', 'NUMBER_VALUE can not be converted to String'],
  ['{"Limit":"1"}', 'STRING_VALUE can not be converted to Integer'],
  ['{"Limit":1.5}', 'NUMBER_VALUE can not be converted to Integer'],
  ['{"Limit":"NaN"}', 'STRING_VALUE can not be converted to Integer'],
  ['{"AttributesToGet":[null]}', 'NULL_VALUE can not be an element of AttributesToGet'],
  ['{"ExclusiveStartKey":{"pk":{"L":[null]}}}', 'NULL_VALUE can not be an element of L'],
  ['{"ExclusiveStartKey":{"pk":null}}', 'NULL_VALUE can not be an element of ExclusiveStartKey'],
  ['{"TableName":', 'Could not parse request body into json.'],
  ['[]', 'LIST_VALUE can not be converted to a structure'],
])('an input of the wrong type is a SerializationException: %s', async (body, message) => {
  const answer = await send('dynamodb', {
    method: 'POST',
    path: '/',
    headers: { 'content-type': JSON_1_0, 'x-amz-target': 'DynamoDB_20120810.Scan' },
    body,
  });
  expect(answer.got).toBeUndefined();
  expect(answer.status).toBe(400);
  expect(JSON.parse(answer.body)).toMatchObject({
    __type: 'com.amazon.coral.service#SerializationException',
    message,
  });
});

test('a number that may be a fraction is read as one, in a body and in an address', async () => {
  const alias = await send('lambda', {
    method: 'POST',
    path: '/2015-03-31/functions/f/aliases',
    body: '{"Name":"a","FunctionVersion":"1","RoutingConfig":{"AdditionalVersionWeights":{"2":0.5}}}',
  });
  expect(alias.got?.input).toMatchObject({ RoutingConfig: { AdditionalVersionWeights: { 2: 0.5 } } });
  const list = await send('lambda', { method: 'GET', path: '/2015-03-31/functions?MaxItems=1.5' });
  expect(list.got).toBeUndefined();
  expect(list.status).toBe(400);
});

test('a length in CBOR beyond all there is is refused without a word on stderr', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const answer = await send('monitoring', {
    method: 'POST',
    path: '/service/GraniteServiceVersion20100801/operation/ListMetrics',
    headers: { 'content-type': 'application/cbor', 'smithy-protocol': 'rpc-v2-cbor' },
    body: Uint8Array.from([0xbb, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
  });
  expect(answer.body).toContain('The body is not valid CBOR.');
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
});

test('a target of another API with the same signing name is not taken for this one', async () => {
  const answer = await send('dynamodb', {
    method: 'POST',
    path: '/',
    headers: { 'content-type': JSON_1_0, 'x-amz-target': 'DynamoDBStreams_20120810.ListStreams' },
    body: '{}',
  });
  expect(answer.status).toBe(400);
  expect(answer.body).toContain('UnknownOperationException');
});

test.each([
  [
    'lambda',
    { method: 'GET', path: '/2015-03-31/functions/f' },
    { body: { Type: 'User', Message: 'No.' }, type: 'ResourceNotFoundException' },
  ],
  [
    'lambda',
    { method: 'DELETE', path: '/2015-03-31/functions/f' },
    { body: { Type: 'User', Message: 'No.' }, type: 'ResourceNotFoundException' },
  ],
] as const)('Lambda names its error in a header: %s %o', async (service, raw, expected) => {
  const answer = await send(service, raw, new AwsError('ResourceNotFoundException', 'No.'));
  expect(answer.status).toBe(404);
  expect(JSON.parse(answer.body)).toEqual(expected.body);
  expect(answer.headers.get('x-amzn-errortype')).toBe(expected.type);
});

test('CloudWatch also names the code of its older protocol', async () => {
  const answer = await send(
    'monitoring',
    {
      method: 'POST',
      path: '/',
      headers: { 'content-type': JSON_1_0, 'x-amz-target': 'GraniteServiceVersion20100801.GetMetricData' },
      body: '{}',
    },
    new AwsError('InvalidNextToken', 'No.'),
  );
  expect(answer.headers.get('x-amzn-query-error')).toBe('InvalidNextToken;Sender');
});

test('XML carries any text that a learner may have written', async () => {
  const answer = await send(
    'iam',
    {
      method: 'POST',
      path: '/',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'Action=ListRoles',
    },
    new AwsError('NoSuchEntityException', '<b>&"\u0000\u0007 ü'),
  );
  expect(answer.status).toBe(404);
  expect(answer.body).toContain('<Code>NoSuchEntity</Code><Message>&lt;b&gt;&amp;&quot; ü</Message>');
});

test('a header carries no line of its own', async () => {
  const invoke = { method: 'POST', path: '/2015-03-31/functions/f/invocations' };
  const answer = await send('lambda', invoke, undefined, {
    StatusCode: 200,
    ExecutedVersion: '1\r\nx-evil: 1\u3042',
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('x-amz-executed-version')).toBe('1??x-evil: 1?');
});

test('an output that cannot be written is our mistake, and in the log', async () => {
  const list = { method: 'GET', path: '/2015-03-31/functions' };
  const answer = await send('lambda', list, undefined, { Functions: 'not a list' });
  expect(answer.status).toBe(500);
  expect(JSON.parse(answer.body).message).toContain('unknown error');
  expect(answer.logged.at(-1)).toMatchObject({
    errorCode: 'InternalFailure',
    detail: expect.stringContaining('map'),
  });
});
