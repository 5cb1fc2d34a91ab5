import { expect, test } from 'vitest';
import { apiWith, functionUri, mocked, openGateway } from '#sandbox/testing/open-gateway.ts';

const noon = Date.UTC(2026, 10, 20, 12);

test('what is called is what was deployed, not what is drafted', async () => {
  const opened = openGateway();
  const api = await apiWith(opened, { path: '/sample' });
  await mocked(opened, api.at, { response: '{"version":1}' });
  await api.deploy();
  expect(await (await api.call('/dev/sample')).json()).toEqual({ version: 1 });
  await opened.gateway.updateIntegrationResponse({
    ...api.at,
    statusCode: '200',
    patchOperations: [
      { op: 'replace', path: '/responseTemplates/application~1json', value: '{"version":2}' },
    ],
  });
  expect(await (await api.call('/dev/sample')).json()).toEqual({ version: 1 });
  await api.deploy();
  expect(await (await api.call('/dev/sample')).json()).toEqual({ version: 2 });
});

test('a stage goes back to an older deployment, and a host name finds the API as a path does', async () => {
  const opened = openGateway();
  const api = await apiWith(opened, { path: '/sample' });
  await mocked(opened, api.at, { response: '{"version":1}' });
  const { id: first = '' } = await api.deploy();
  await opened.gateway.updateIntegrationResponse({
    ...api.at,
    statusCode: '200',
    patchOperations: [
      { op: 'replace', path: '/responseTemplates/application~1json', value: '{"version":2}' },
    ],
  });
  await api.deploy();
  await opened.gateway.updateStage({
    restApiId: api.restApiId,
    stageName: 'dev',
    patchOperations: [{ op: 'replace', path: '/deploymentId', value: first }],
  });
  const url = `http://${api.restApiId}.execute-api.us-east-1.amazonaws.com:4567/dev/sample`;
  expect(await (await opened.fetchApi(new Request(url))).json()).toEqual({ version: 1 });
});

test('an unknown route and a wrong method are refused in the same words', async () => {
  const opened = openGateway();
  const api = await apiWith(opened, { path: '/sample' });
  await mocked(opened, api.at);
  await api.deploy();
  for (const [path, init] of [
    ['/dev', {}],
    ['/dev/nothing', {}],
    ['/dev/sample/deeper', {}],
    ['/dev/sample', { method: 'POST' }],
    ['/dev/sample', { method: 'OPTIONS' }],
  ] as const) {
    const answer = await api.call(path, init);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toEqual({ message: 'Missing Authentication Token' });
    expect(answer.headers.get('x-amzn-errortype')).toBe('MissingAuthenticationTokenException');
    expect(answer.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers.get('x-amz-apigw-id')).toBeTruthy();
  }
  expect(await (await api.call('/test/sample')).json()).toEqual({ message: 'Forbidden' });
});

test('exact parts are taken before variables, variables before greedy ones, a method before ANY', async () => {
  const opened = openGateway();
  const api = await apiWith(opened);
  const paths: Record<string, [string, string]> = {
    '/{proxy+}': ['{proxy+}', 'ANY'],
    '/items': ['items', 'ANY'],
    '/items/{id}': ['{id}', 'GET'],
    '/items/new': ['new', 'GET'],
  };
  const ids: Record<string, string> = { '': api.rootResourceId };
  for (const [path, [pathPart, httpMethod]] of Object.entries(paths)) {
    const parentId = ids[path.slice(0, path.lastIndexOf('/'))] ?? '';
    const { id = '' } = await opened.gateway.createResource({ restApiId: api.restApiId, parentId, pathPart });
    ids[path] = id;
    const response = `{"route":"${path}","id":"$input.params('id')","proxy":"$input.params('proxy')"}`;
    await mocked(opened, { restApiId: api.restApiId, resourceId: id, httpMethod }, { response });
  }
  await mocked(
    opened,
    { ...api.at, resourceId: ids['/items'] ?? '', httpMethod: 'PUT' },
    { response: '{"route":"PUT"}' },
  );
  await api.deploy();
  const routeOf = async (path: string, method = 'GET') => (await api.call(`/dev${path}`, { method })).json();
  expect(await routeOf('/items/new')).toMatchObject({ route: '/items/new' });
  expect(await routeOf('/items/7')).toMatchObject({ route: '/items/{id}', id: '7' });
  expect(await routeOf('/items/7/')).toMatchObject({ route: '/items/{id}', id: '7' });
  expect(await routeOf('/items')).toMatchObject({ route: '/items' });
  expect(await routeOf('/items', 'PUT')).toMatchObject({ route: 'PUT' });
  expect(await routeOf('/items/7/parts')).toMatchObject({ route: '/{proxy+}', proxy: 'items/7/parts' });
});

test('"required" alone lets a call through to a function that fails on it: 502; a validator makes it 400', async () => {
  const opened = openGateway({
    behaviour(event) {
      const { queryStringParameters } = event as { queryStringParameters: { input_text: string } | null };
      if (queryStringParameters)
        return { payload: { statusCode: 200, body: queryStringParameters.input_text } };
      return {
        payload: { errorMessage: "'NoneType' object is not subscriptable" },
        functionError: 'Unhandled',
      };
    },
  });
  const api = await apiWith(opened, { path: '/translate' });
  const { gateway } = opened;
  const requestParameters = { 'method.request.querystring.input_text': true };
  await gateway.putMethod({ ...api.at, authorizationType: 'NONE', requestParameters });
  await gateway.putIntegration({
    ...api.at,
    type: 'AWS_PROXY',
    integrationHttpMethod: 'POST',
    uri: functionUri,
  });
  await api.deploy();
  const spoken = await api.call('/dev/translate?input_text=%E3%81%93%E3%82%93%E3%81%B0%E3%82%93%E3%81%AF');
  expect(await spoken.text()).toBe('こんばんは');
  const silent = await api.call('/dev/translate');
  expect([silent.status, await silent.json()]).toEqual([502, { message: 'Internal server error' }]);

  const { restApiId } = api;
  const validator = await gateway.createRequestValidator({ restApiId, validateRequestParameters: true });
  const patchOperations = [
    { op: 'replace' as const, path: '/requestValidatorId', value: validator.id ?? '' },
  ];
  await gateway.updateMethod({ ...api.at, patchOperations });
  await api.deploy();
  for (const path of ['/dev/translate', '/dev/translate?input_text=', '/dev/translate?input_text=%20']) {
    const refused = await api.call(path);
    expect([refused.status, await refused.json()]).toEqual([
      400,
      { message: 'Missing required request parameters: [input_text]' },
    ]);
  }
});

test('a function is invoked with POST alone', async () => {
  const opened = openGateway({ behaviour: () => ({ payload: { statusCode: 200 } }) });
  const api = await apiWith(opened);
  await opened.gateway.putMethod({ ...api.at, authorizationType: 'NONE' });
  await opened.gateway.putIntegration({
    ...api.at,
    type: 'AWS_PROXY',
    integrationHttpMethod: 'GET',
    uri: functionUri,
  });
  await api.deploy();
  const answer = await api.call('/dev');
  expect([answer.status, await answer.json()]).toEqual([500, { message: 'Internal server error' }]);
});

test('an integration that takes longer than it may is a 504', async () => {
  const opened = openGateway({ behaviour: () => new Promise<never>(() => {}) });
  const api = await apiWith(opened);
  await opened.gateway.putMethod({ ...api.at, authorizationType: 'NONE' });
  await opened.gateway.putIntegration({
    ...api.at,
    type: 'AWS_PROXY',
    integrationHttpMethod: 'POST',
    uri: functionUri,
    timeoutInMillis: 50,
  });
  await api.deploy();
  const answer = await api.call('/dev');
  expect([answer.status, await answer.json()]).toEqual([504, { message: 'Endpoint request timed out' }]);
});

test('bytes go in and out as base64 where the API says that a type is binary', async () => {
  const seen: Array<{ body: string; isBase64Encoded: boolean }> = [];
  const opened = openGateway({
    behaviour(event) {
      seen.push(event as (typeof seen)[number]);
      const headers = { 'content-type': 'image/png' };
      return { payload: { statusCode: 200, headers, body: btoa('\x89PNG'), isBase64Encoded: true } };
    },
  });
  const api = await apiWith(opened, { method: 'POST' });
  await opened.gateway.putMethod({ ...api.at, authorizationType: 'NONE' });
  await opened.gateway.putIntegration({
    ...api.at,
    type: 'AWS_PROXY',
    integrationHttpMethod: 'POST',
    uri: functionUri,
  });
  const { restApiId } = api;
  const patchOperations = [{ op: 'add' as const, path: '/binaryMediaTypes/image~1png' }];
  await opened.gateway.updateRestApi({ restApiId, patchOperations });
  await api.deploy();
  const headers = { 'content-type': 'image/png', accept: 'image/png' };
  const answer = await api.call('/dev', { method: 'POST', headers, body: Uint8Array.from([0xff, 0x00]) });
  expect(seen[0]).toMatchObject({ body: '/wA=', isBase64Encoded: true });
  expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0x89, 0x50, 0x4e, 0x47]);
});

test('a rate of a stage is a bucket that fills again', async () => {
  const opened = openGateway({ now: noon });
  const api = await apiWith(opened, { path: '/sample' });
  await mocked(opened, api.at);
  await api.deploy();
  const replace = (path: string, value: string) => ({ op: 'replace' as const, path, value });
  await opened.gateway.updateStage({
    restApiId: api.restApiId,
    stageName: 'dev',
    patchOperations: [
      replace('/*/*/throttling/rateLimit', '0.1'),
      replace('/*/*/throttling/burstLimit', '2'),
    ],
  });
  const statuses = async (count: number) => {
    const all = [];
    for (let at = 0; at < count; at += 1) all.push((await api.call('/dev/sample')).status);
    return all;
  };
  expect(await statuses(3)).toEqual([200, 200, 429]);
  const over = await api.call('/dev/sample');
  expect(await over.json()).toEqual({ message: 'Too Many Requests' });
  expect(over.headers.get('x-amzn-errortype')).toBe('TooManyRequestsException');
  opened.clock.advance(10_000);
  expect(await statuses(2)).toEqual([200, 429]);
});

test('a quota is used up, is told by GetUsage, and begins again with its period', async () => {
  const opened = openGateway({ now: noon });
  const { gateway } = opened;
  const api = await apiWith(opened, { path: '/sample' });
  await mocked(opened, api.at, { more: { apiKeyRequired: true } });
  await api.deploy();
  const { id: usagePlanId = '' } = await gateway.createUsagePlan({
    name: 'p',
    quota: { limit: 2, period: 'DAY' },
    apiStages: [{ apiId: api.restApiId, stage: 'dev' }],
  });
  const { id: keyId = '', value = '' } = await gateway.createApiKey({ name: 'k', enabled: true });
  const headers = { 'x-api-key': value };
  expect((await api.call('/dev/sample', { headers })).status).toBe(403);
  await gateway.createUsagePlanKey({ usagePlanId, keyId, keyType: 'API_KEY' });
  expect((await api.call('/dev/sample', { headers })).status).toBe(200);
  expect((await api.call('/dev/sample', { headers })).status).toBe(200);
  const over = await api.call('/dev/sample', { headers });
  expect([over.status, await over.json()]).toEqual([429, { message: 'Limit Exceeded' }]);
  const days = { startDate: '2026-11-20', endDate: '2026-11-21' };
  const { items } = await gateway.getUsage({ usagePlanId, ...days });
  expect(items?.[keyId]?.[0]).toEqual([2, 0]);
  opened.clock.advance(24 * 3_600_000);
  expect((await api.call('/dev/sample', { headers })).status).toBe(200);
  await expect(gateway.deleteUsagePlan({ usagePlanId })).rejects.toThrow(
    `Cannot delete Usage Plan ${usagePlanId} because there are API Stages associated with it, including ${api.restApiId}:dev`,
  );
});

test('gateway responses dress the gateway up: status, headers and templates, for one kind or for a class', async () => {
  const opened = openGateway();
  const api = await apiWith(opened, { path: '/sample' });
  await mocked(opened, api.at, { more: { apiKeyRequired: true } });
  const { restApiId } = api;
  await opened.gateway.putGatewayResponse({
    restApiId,
    responseType: 'MISSING_AUTHENTICATION_TOKEN',
    statusCode: '404',
    responseParameters: {
      'gatewayresponse.header.Access-Control-Allow-Origin': "'*'",
      'gatewayresponse.header.x-asked': 'method.request.querystring.q',
    },
    responseTemplates: {
      'application/json': '{"error":$context.error.messageString,"stage":"$context.stage"}',
    },
  });
  await opened.gateway.putGatewayResponse({ restApiId, responseType: 'DEFAULT_4XX', statusCode: '418' });
  await api.deploy();
  const unknown = await api.call('/dev/nothing?q=1');
  expect([unknown.status, await unknown.json()]).toEqual([
    404,
    { error: 'Missing Authentication Token', stage: 'dev' },
  ]);
  expect(unknown.headers.get('access-control-allow-origin')).toBe('*');
  expect(unknown.headers.get('x-asked')).toBe('1');
  const keyless = await api.call('/dev/sample');
  expect([keyless.status, await keyless.json()]).toEqual([418, { message: 'Forbidden' }]);
});

test('a mock answers OPTIONS with the headers that it is given, and nothing adds them by itself', async () => {
  const opened = openGateway();
  const api = await apiWith(opened, { path: '/sample', method: 'OPTIONS' });
  const { gateway } = opened;
  const header = 'method.response.header.Access-Control-Allow-Origin';
  await gateway.putMethod({ ...api.at, authorizationType: 'NONE' });
  await gateway.putMethodResponse({ ...api.at, statusCode: '200', responseParameters: { [header]: false } });
  await gateway.putIntegration({
    ...api.at,
    type: 'MOCK',
    requestTemplates: { 'application/json': '{statusCode: 200}' },
  });
  const put = (name: string) =>
    gateway.putIntegrationResponse({ ...api.at, statusCode: '200', responseParameters: { [name]: "'*'" } });
  await expect(put('method.response.header.X-Nope')).rejects.toThrow(
    'Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression parameter specified: method.response.header.X-Nope]',
  );
  await put(header);
  await api.deploy();
  const answer = await api.call('/dev/sample', { method: 'OPTIONS' });
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
});

test('an HTTP integration has no way out unless one is given, and never one to this machine', async () => {
  const asked: string[] = [];
  const outbound = async (request: Request) => {
    asked.push(`${request.method} ${request.url}`);
    return Response.json({ from: 'outside' }, { status: 201 });
  };
  for (const [parts, uri, status] of [
    [{}, 'http://example.com/x', 500],
    [{ outbound }, 'http://example.com/x', 201],
    [{ outbound }, 'http://127.0.0.1:4566/x', 500],
    [{ outbound }, 'http://localhost/x', 500],
    [{ outbound }, 'http://[::1]/x', 500],
    [{ outbound }, 'http://169.254.169.254/latest', 500],
  ] as const) {
    const opened = openGateway({ parts });
    const api = await apiWith(opened);
    await opened.gateway.putMethod({ ...api.at, authorizationType: 'NONE' });
    await opened.gateway.putIntegration({ ...api.at, type: 'HTTP_PROXY', integrationHttpMethod: 'GET', uri });
    await api.deploy();
    expect((await api.call('/dev?q=1')).status).toBe(status);
  }
  expect(asked).toEqual(['GET http://example.com/x?q=1']);
});

test('a canary takes its share of the calls, with its own variables', async () => {
  const opened = openGateway();
  const api = await apiWith(opened, { path: '/sample' });
  await mocked(opened, api.at, { response: '{"who":"$stageVariables.who"}' });
  await api.deploy();
  await opened.gateway.createDeployment({
    restApiId: api.restApiId,
    stageName: 'dev',
    canarySettings: { percentTraffic: 100, stageVariableOverrides: { who: 'canary' } },
  });
  expect(await (await api.call('/dev/sample')).json()).toEqual({ who: 'canary' });
});

test('an API with a policy answers only whom the deployed policy allows', async () => {
  const opened = openGateway();
  const api = await apiWith(opened, { path: '/sample' });
  await mocked(opened, api.at);
  const { restApiId } = api;
  const setPolicy = (policy: object | string) => {
    const value = typeof policy === 'string' ? policy : JSON.stringify(policy);
    return opened.gateway.updateRestApi({
      restApiId,
      patchOperations: [{ op: 'replace', path: '/policy', value }],
    });
  };
  const statement = (Effect: string, more: object = {}) => ({
    Effect,
    Principal: '*',
    Action: 'execute-api:Invoke',
    Resource: 'execute-api:/dev/GET/sample',
    ...more,
  });
  const statusWith = async (...Statement: object[]) => {
    await setPolicy({ Version: '2012-10-17', Statement });
    await api.deploy();
    return (await api.call('/dev/sample')).status;
  };
  await expect(setPolicy('nonsense')).rejects.toThrow('Invalid policy document.');
  expect(await statusWith(statement('Allow'))).toBe(200);
  expect(await statusWith(statement('Allow', { Resource: 'execute-api:/prod/*' }))).toBe(403);
  expect(await statusWith(statement('Allow', { Principal: { AWS: '111111111111' } }))).toBe(403);
  const outside = { Condition: { NotIpAddress: { 'aws:SourceIp': '127.0.0.0/8' } } };
  expect(await statusWith(statement('Allow'), statement('Deny', outside))).toBe(200);
  expect(await statusWith(statement('Allow'), statement('Deny'))).toBe(403);
  const answer = await api.call('/dev/sample');
  expect(await answer.json()).toEqual({
    Message: `User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:********1111:${restApiId}/dev/GET/sample with an explicit deny`,
  });
});

test('an API whose own endpoint is disabled answers nobody, from its next deployment on', async () => {
  const opened = openGateway();
  const api = await apiWith(opened, { path: '/sample' });
  await mocked(opened, api.at, { response: '{}' });
  await api.deploy();
  await opened.gateway.updateRestApi({
    restApiId: api.restApiId,
    patchOperations: [{ op: 'replace', path: '/disableExecuteApiEndpoint', value: 'true' }],
  });
  expect((await api.call('/dev/sample')).status).toBe(200);
  await api.deploy();
  expect((await api.call('/dev/sample')).status).toBe(403);
});
