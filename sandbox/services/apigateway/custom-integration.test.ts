import { APIGateway } from '@aws-sdk/client-api-gateway';
import { CreateTableCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { expect, test } from 'vitest';
import { apiWith, functionUri, openGateway } from '#sandbox/testing/open-gateway.ts';

test('templates make what a function is sent and what a caller is told', async () => {
  const opened = openGateway({ behaviour: (event) => ({ payload: { greeting: event } }) });
  const { gateway } = opened;
  const { at, deploy, call } = await apiWith(opened, { path: '/hello', method: 'POST' });
  await gateway.putMethod({ ...at, authorizationType: 'NONE' });
  await gateway.putMethodResponse({
    ...at,
    statusCode: '201',
    responseParameters: { 'method.response.header.x-name': false },
  });
  await gateway.putIntegration({
    ...at,
    type: 'AWS',
    integrationHttpMethod: 'POST',
    uri: functionUri,
    passthroughBehavior: 'NEVER',
    requestTemplates: { 'application/json': `{"name":$input.json('$.name'),"stage":"$context.stage"}` },
  });
  await gateway.putIntegrationResponse({
    ...at,
    statusCode: '201',
    responseParameters: { 'method.response.header.x-name': 'integration.response.body.greeting.name' },
    responseTemplates: {
      'application/json': `{"said":"$input.path('$.greeting.name') on $input.path('$.greeting.stage')"}`,
    },
  });
  await deploy();
  const send = (type: string) =>
    call('/dev/hello', { method: 'POST', headers: { 'content-type': type }, body: '{"name":"An"}' });
  const answer = await send('application/json');
  expect([answer.status, await answer.json()]).toEqual([201, { said: 'An on dev' }]);
  expect(answer.headers.get('x-name')).toBe('An');
  const unknown = await send('text/plain');
  expect([unknown.status, await unknown.json()]).toEqual([415, { message: 'Unsupported Media Type' }]);
});

test('a failed function is a 200 until its error is mapped', async () => {
  const failed = {
    payload: { errorMessage: 'No such text', errorType: 'KeyError' },
    functionError: 'Unhandled',
  };
  const opened = openGateway({ behaviour: () => failed });
  const { gateway } = opened;
  const { at, deploy, call } = await apiWith(opened);
  await gateway.putMethod({ ...at, authorizationType: 'NONE' });
  await gateway.putIntegration({ ...at, type: 'AWS', integrationHttpMethod: 'POST', uri: functionUri });
  const respond = async (statusCode: string, selectionPattern?: string) => {
    await gateway.putMethodResponse({ ...at, statusCode });
    await gateway.putIntegrationResponse({
      ...at,
      statusCode,
      ...(selectionPattern ? { selectionPattern } : {}),
    });
  };
  await respond('200');
  await deploy();
  expect((await call('/dev')).status).toBe(200);
  await respond('404', 'No such.*');
  await deploy();
  const answer = await call('/dev');
  expect([answer.status, await answer.json()]).toEqual([404, failed.payload]);
});

test('an action of another service runs with the role that the integration names', async () => {
  const opened = openGateway();
  const who = { account: '111111111111', region: 'us-east-1' };
  const gateway = opened.client(APIGateway, who);
  const table = opened.client(DynamoDBClient, who);
  await table.send(
    new CreateTableCommand({
      TableName: 'rows',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
    }),
  );
  opened.clock.advance(60_000);
  const iam = opened.client(IAMClient, who);
  const statement = {
    Effect: 'Allow',
    Principal: { Service: 'apigateway.amazonaws.com' },
    Action: 'sts:AssumeRole',
  };
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const { Role } = await iam.send(new CreateRoleCommand({ RoleName: 'writer', AssumeRolePolicyDocument }));
  const { at, deploy, call } = await apiWith(opened, { path: '/rows/{id}', method: 'PUT' });
  await gateway.putMethod({ ...at, authorizationType: 'NONE' });
  await gateway.putIntegration({
    ...at,
    type: 'AWS',
    integrationHttpMethod: 'POST',
    uri: 'arn:aws:apigateway:us-east-1:dynamodb:action/PutItem',
    credentials: Role?.Arn ?? '',
    requestTemplates: {
      'application/json': `{"TableName":"rows","Item":{"id":{"S":"$input.params('id')"}}}`,
    },
  });
  for (const [statusCode, selectionPattern] of [
    ['200', ''],
    ['400', '4\\d{2}'],
  ] as const) {
    await gateway.putMethodResponse({ ...at, statusCode });
    await gateway.putIntegrationResponse({ ...at, statusCode, selectionPattern });
  }
  await deploy();
  expect((await call('/dev/rows/7', { method: 'PUT' })).status).toBe(400);
  const PolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: '*' }],
  });
  await iam.send(new PutRolePolicyCommand({ RoleName: 'writer', PolicyName: 'put', PolicyDocument }));
  expect((await call('/dev/rows/7', { method: 'PUT' })).status).toBe(200);
  const { Items } = await table.send(new ScanCommand({ TableName: 'rows' }));
  expect(Items).toEqual([{ id: { S: '7' } }]);
});

test('an HTTP integration is sent what is mapped and overridden', async () => {
  const asked: Request[] = [];
  const outbound = async (request: Request) => {
    asked.push(request);
    return Response.json({ ok: true });
  };
  const opened = openGateway({ parts: { outbound } });
  const { gateway } = opened;
  const { at, deploy, call } = await apiWith(opened, { path: '/x/{id}' });
  const requestParameters = { 'method.request.querystring.q': false };
  await gateway.putMethod({ ...at, authorizationType: 'NONE', requestParameters });
  await gateway.putMethodResponse({ ...at, statusCode: '200' });
  await gateway.putIntegration({
    ...at,
    type: 'HTTP',
    integrationHttpMethod: 'GET',
    uri: 'https://example.com/{id}',
    requestParameters: {
      'integration.request.header.x-q': 'method.request.querystring.q',
      'integration.request.querystring.fixed': "'yes'",
    },
    requestTemplates: { 'application/json': `#set($context.requestOverride.path.id = "other")` },
  });
  await gateway.putIntegrationResponse({ ...at, statusCode: '200' });
  await deploy();
  const answer = await call('/dev/x/7?q=asked');
  expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
  expect(asked[0]?.url).toBe('https://example.com/other?fixed=yes');
  expect(asked[0]?.headers.get('x-q')).toBe('asked');
});
