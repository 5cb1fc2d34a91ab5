import { existsSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { apiWith, functionUri, mocked, type Opened, openGateway } from '#sandbox/testing/open-gateway.ts';

const file = new URL('../../../../shared/oracle/aws-recorded.json', import.meta.url);
const oracle = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as {
      cases: RecordedCase[];
      proxyEventFields: Record<string, string[]>;
    })
  : undefined;

interface RecordedCase {
  id: string;
  service: string;
  // biome-ignore lint/suspicious/noExplicitAny: every recorded case has a shape of its own
  request: any;
  // biome-ignore lint/suspicious/noExplicitAny: see above
  recorded: any;
}

const seen = new Set<string>();

function found(id: string): RecordedCase {
  seen.add(id);
  return oracle?.cases.find((one) => one.id === id) as RecordedCase;
}

/** Proved beside the templates themselves. */
const elsewhere = ['apigw.vtl.input-path-formatting', 'apigw.vtl.input-body'];

/** An answer in the recorder's own writing: the SDK's date as "datetime", the status and the error's member added. */
// biome-ignore lint/suspicious/noExplicitAny: answers of every operation
async function written(call: Promise<any>): Promise<any> {
  try {
    const { $metadata, ...output } = await call;
    return { ...plain(output), _httpStatus: $metadata.httpStatusCode };
  } catch (error) {
    // biome-ignore lint/suspicious/noExplicitAny: an SDK error
    const { name, message, $metadata } = error as any;
    return {
      Error: { Code: name, Message: message },
      _httpStatus: $metadata.httpStatusCode,
      _messageMember: 'message',
    };
  }
}

// biome-ignore lint/suspicious/noExplicitAny: answers of every operation
function plain(value: any): any {
  if (value instanceof Date) return 'datetime';
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .map(([key, one]) => [key, plain(one)]),
  );
}

/** Puts what this run made where the recording has a placeholder, the same for the same. */
// biome-ignore lint/suspicious/noExplicitAny: see above
function fill(recorded: any, actual: any): any {
  if (typeof recorded === 'string' && /<[\w:-]+>/.test(recorded)) {
    return new RegExp(
      `^${recorded
        .split(/<[\w:-]+>/)
        .map(literal)
        .join('.+')}$`,
      's',
    ).test(String(actual))
      ? actual
      : recorded;
  }
  if (Array.isArray(recorded)) return recorded.map((one, at) => fill(one, actual?.[at]));
  if (typeof recorded !== 'object' || recorded === null) return recorded;
  return Object.fromEntries(Object.entries(recorded).map(([key, one]) => [key, fill(one, actual?.[key])]));
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

// biome-ignore lint/suspicious/noExplicitAny: see above
function same(actual: any, recorded: any): void {
  expect(actual).toEqual(fill(recorded, actual));
}

/** Skipped where the recordings, which are not part of this repository, do not stand beside it. */
describe.skipIf(!oracle)('API Gateway answers as AWS was recorded to answer', () => {
  afterAll(() => {
    const all = oracle?.cases.filter((one) => one.service === 'apigateway').map((one) => one.id) ?? [];
    expect(all.filter((id) => !seen.has(id) && !elsewhere.includes(id))).toEqual([]);
  });

  test('creating an API', async () => {
    const { request, recorded } = found('apigw.rest-api.create');
    const { gateway } = openGateway({ http: true });
    for (const [name, input] of Object.entries<{ name: string }>(request.variants)) {
      same(await written(gateway.createRestApi(input)), recorded[name]);
    }
  });

  test('the life of a resource', async () => {
    const { recorded } = found('apigw.resource.lifecycle');
    const { gateway } = openGateway({ http: true });
    const { id: restApiId = '' } = await gateway.createRestApi({ name: 'n' });
    const list = () => written(gateway.getResources({ restApiId }));
    const root = await list();
    same(root, recorded['rest-api-root-resource']);
    const parentId = root.items[0].id;
    const made = await written(gateway.createResource({ restApiId, parentId, pathPart: 'pets' }));
    same(made, recorded['create-resource']);
    same(await list(), recorded['rest-api-resources-after-create']);
    same(
      await written(gateway.createResource({ restApiId, parentId: made.id, pathPart: 'subpets' })),
      recorded['create-subresource'],
    );
    same(await list(), recorded['rest-api-resources-after-create-sub']);
    const at = { restApiId, resourceId: made.id };
    const patchOperations = [{ op: 'replace', path: '/pathPart', value: 'dogs' } as const];
    same(await written(gateway.updateResource({ ...at, patchOperations })), recorded['update-path-part']);
    same(await written(gateway.getResource(at)), recorded['get-resp-after-update-path-part']);
    same(await written(gateway.deleteResource(at)), recorded['del-resource']);
    same(await list(), recorded['rest-api-resources-after-delete']);
  });

  test('greedy path variables', async () => {
    const { recorded } = found('apigw.resource.greedy');
    const { gateway } = openGateway({ http: true });
    const { id: restApiId = '', rootResourceId: parentId = '' } = await gateway.createRestApi({ name: 'n' });
    const create = (parent: string, pathPart: string) =>
      written(gateway.createResource({ restApiId, parentId: parent, pathPart }));
    const proxy = await create(parentId, '{proxy+}');
    same(proxy, recorded['create-base-proxy-resource']);
    same(await create(parentId, '{dynamic}'), recorded['create-proxy-dynamic-sibling-resource']);
    same(await create(proxy.id, 'static'), recorded['create-proxy-static-child-resource']);
    same(await create(proxy.id, '{dynamic}'), recorded['create-proxy-dynamic-child-resource']);
    const parent = await create(parentId, 'parent');
    same(await create(parent.id, '{child+}'), recorded['create-greedy-child-resource']);
  });

  test('what PutMethod refuses', async () => {
    const { recorded } = found('apigw.method.validation');
    const { gateway } = openGateway({ http: true });
    const { id: restApiId = '', rootResourceId: resourceId = '' } = await gateway.createRestApi({
      name: 'n',
    });
    const good = { restApiId, resourceId, httpMethod: 'ANY', authorizationType: 'NONE' };
    const bad: Record<string, object> = {
      'wrong-api': { restApiId: 'test-fake-rest-id' },
      'wrong-resource': { resourceId: 'test-fake-resource-id' },
      'wrong-method': { httpMethod: 'TEST' },
      'missing-authorizer-id': { authorizationType: 'CUSTOM' },
      'invalid-request-validator': { requestValidatorId: 'abc123' },
      'invalid-model-name': { requestModels: { 'application/json': 'petModel' } },
    };
    for (const [name, part] of Object.entries(bad)) {
      same(await written(gateway.putMethod({ ...good, ...part })), recorded[name]);
    }
  });

  test('the life of a method', async () => {
    const { recorded } = found('apigw.method-response.lifecycle');
    const { gateway } = openGateway({ http: true });
    const { id: restApiId = '', rootResourceId: resourceId = '' } = await gateway.createRestApi({
      name: 'n',
    });
    const at = { restApiId, resourceId, httpMethod: 'ANY' };
    same(
      await written(gateway.putMethod({ ...at, authorizationType: 'NONE' })),
      recorded['put-base-method-response'],
    );
    same(await written(gateway.getMethod(at)), recorded['get-base-method-response']);
    same(await written(gateway.deleteMethod(at)), recorded['del-base-method-response']);
    same(await written(gateway.getMethod(at)), recorded['get-deleted-method-response']);
    same(await written(gateway.deleteMethod(at)), recorded['delete-deleted-method-response']);
  });

  test('the uris that a Lambda proxy integration takes', async () => {
    const { recorded } = found('apigw.integration.lambda-uri');
    const opened = openGateway({ http: true });
    const { at } = await apiWith(opened);
    await opened.gateway.putMethod({ ...at, authorizationType: 'NONE' });
    const prefix = 'arn:aws:apigateway:us-east-1';
    const uris: Record<string, string> = {
      'put-integration-lambda-uri': 'arn:aws:lambda:us-east-1:111122223333:function:f',
      'put-integration-wrong-arn': 'lambda',
      'put-integration-wrong-type': `${prefix}:lambda:test/2015-03-31/functions/f/invocations`,
      'put-integration-wrong-firehose': `${prefix}:firehose:path/b/k`,
      'put-integration-bad-lambda-arn': `${prefix}:lambda:path/2015-03-31/functions/random:lambda:f/invocations`,
    };
    for (const [name, uri] of Object.entries(uris)) {
      const put = opened.gateway.putIntegration({
        ...at,
        type: 'AWS_PROXY',
        integrationHttpMethod: 'POST',
        uri,
      });
      same(await written(put), recorded[name]);
    }
  });

  test('a deployment that a stage points to stays', async () => {
    const { recorded } = found('apigw.deployment.delete-active');
    const opened = openGateway({ http: true });
    const { restApiId, at } = await apiWith(opened);
    await mocked(opened, at);
    const { id: deploymentId = '' } = await opened.gateway.createDeployment({ restApiId });
    await opened.gateway.createStage({ restApiId, stageName: 's1', deploymentId });
    same(
      await written(opened.gateway.getDeployment({ restApiId, deploymentId })),
      recorded['get-deployment'],
    );
    same(await written(opened.gateway.getStages({ restApiId })), recorded['get-stages']);
    same(
      await written(opened.gateway.deleteDeployment({ restApiId, deploymentId })),
      recorded['delete-deployment-error-0'],
    );
  });

  test('making and changing a stage', async () => {
    const { recorded } = found('apigw.stage.create-update');
    const opened = openGateway({ http: true });
    const { restApiId, at } = await apiWith(opened);
    await mocked(opened, at);
    const { id: deploymentId = '' } = await opened.gateway.createDeployment({ restApiId });
    const stage = { restApiId, stageName: 's1' };
    const more = { deploymentId, description: 'my stage', documentationVersion: 'v123' };
    same(await written(opened.gateway.createStage({ ...stage, ...more })), recorded['create-stage']);
    const replace = (path: string, value: string) => ({ op: 'replace' as const, path, value });
    const update = (...patchOperations: ReturnType<typeof replace>[]) =>
      written(opened.gateway.updateStage({ ...stage, patchOperations }));
    same(await update(replace('/tags/tag1', 'value1')), recorded['error-update-tags']);
    const changed = await update(
      replace('/description', 'stage new'),
      replace('/variables/var1', 'test'),
      replace('/variables/var2', 'test2'),
      replace('/*/*/throttling/burstLimit', '123'),
      replace('/*/*/caching/enabled', 'true'),
      replace('/tracingEnabled', 'true'),
      replace('/test/GET/throttling/burstLimit', '124'),
      replace('/test/GET/caching/enabled', 'true'),
    );
    same(changed, recorded['update-stage']);
    same(await written(opened.gateway.getStage(stage)), recorded['get-stage']);
  });

  test('usage plans', async () => {
    const { recorded } = found('apigw.usage-plan.crud');
    const opened = openGateway({ http: true });
    const { restApiId, at, deploy } = await apiWith(opened);
    await mocked(opened, at);
    await deploy();
    const plan = { name: 'p', description: 'd', apiStages: [{ apiId: restApiId, stage: 'dev' }] };
    const made = await written(opened.gateway.createUsagePlan(plan));
    same(made, recorded['create-usage-plan']);
    same(await written(opened.gateway.getUsagePlan({ usagePlanId: made.id })), recorded['get-usage-plan']);
    type Patch = { op: 'replace' | 'remove'; path: string; value?: string };
    const update = (usagePlanId: string, ...patchOperations: Patch[]) =>
      written(opened.gateway.updateUsagePlan({ usagePlanId, patchOperations }));
    const limits: Patch[] = [
      { op: 'replace', path: '/throttle/burstLimit', value: '100' },
      { op: 'replace', path: '/throttle/rateLimit', value: '200' },
      { op: 'replace', path: '/quota/period', value: 'MONTH' },
      { op: 'replace', path: '/quota/limit', value: '5000' },
    ];
    same(await update(made.id, ...limits), recorded['update-usage-plan']);
    same(await update(`${made.id}1`, ...limits), recorded['update-wrong-id']);
    const remove = (value?: string) =>
      update(made.id, { op: 'remove', path: '/apiStages', ...(value ? { value } : {}) });
    same(await remove(), recorded['update-wrong-api-stages-no-value']);
    same(await remove(`${restApiId}b:dev`), recorded['update-wrong-api-stages-wrong-api']);
    same(await remove(`${restApiId}:fakestagename`), recorded['update-wrong-api-stages-wrong-stage']);
  });

  test('the values that an API key may have', async () => {
    const { recorded } = found('apigw.api-key.validation');
    const { gateway } = openGateway({ http: true });
    same(await written(gateway.createApiKey({ value: 'short' })), recorded['create-api-key-short-value']);
    same(
      await written(gateway.createApiKey({ value: 'l'.repeat(129) })),
      recorded['create-api-key-invalid-value-too-long'],
    );
    same(await written(gateway.createApiKey({ value: '' })), recorded['create-api-key-empty-value']);
  });

  test('the keys of a usage plan', async () => {
    const { recorded } = found('apigw.api-key.usage-plan-keys');
    const { gateway } = openGateway({ http: true });
    const { id: usagePlanId = '' } = await gateway.createUsagePlan({ name: 'p' });
    const add = async (name: string) => {
      const { id: keyId } = await gateway.createApiKey({ name });
      return written(gateway.createUsagePlanKey({ usagePlanId, keyId, keyType: 'API_KEY' }));
    };
    same(await add('one'), recorded['create-up-key']);
    await add('two');
    same(await written(gateway.getUsagePlanKeys({ usagePlanId })), recorded['get-up-keys']);
    same(
      await written(gateway.getUsagePlanKeys({ usagePlanId: 'bad-id' })),
      recorded['get-up-keys-bad-usage-plan'],
    );
  });

  test('a method that asks for a key', async () => {
    const { recorded } = found('apigw.invoke.api-key-required');
    const opened = openGateway({ http: true });
    const { gateway } = opened;
    const { restApiId, at, deploy, call } = await apiWith(opened);
    await mocked(opened, at, { more: { apiKeyRequired: true } });
    await deploy();
    const plan = await written(
      gateway.createUsagePlan({
        name: 'p',
        description: 'Test Usage Plan for API key',
        quota: { limit: 10, period: 'DAY', offset: 0 },
        throttle: { rateLimit: 2, burstLimit: 1 },
        apiStages: [{ apiId: restApiId, stage: 'dev' }],
        tags: { tag_key: 'tag_value' },
      }),
    );
    same(plan, recorded['create-usage-plan']);
    const key = await written(gateway.createApiKey({ name: 'k', enabled: true }));
    same(key, recorded['create-api-key']);
    const held = { usagePlanId: plan.id, keyId: key.id, keyType: 'API_KEY' };
    same(await written(gateway.createUsagePlanKey(held)), recorded['create-usage-plan-key']);
    const headers = { 'x-api-key': key.value };
    expect((await call('/dev')).status).toBe(403);
    expect((await call('/dev', { headers })).status).toBe(200);
    const patchOperations = [{ op: 'replace', path: '/enabled', value: 'false' } as const];
    same(
      await written(gateway.updateApiKey({ apiKey: key.id, patchOperations })),
      recorded['update-api-key-disabled'],
    );
    expect((await call('/dev', { headers })).status).toBe(403);
  });

  async function mockedCall(opened: Opened, request: string, response: string, path = '/') {
    const api = await apiWith(opened, { path });
    await mocked(opened, api.at, { request, response });
    await api.deploy();
    return api;
  }

  test('a mock whose request template overrides the response', async () => {
    const { request, recorded } = found('apigw.invoke.mock-response-override');
    const { call } = await mockedCall(
      openGateway({ http: true }),
      request.requestTemplate,
      request.responseTemplate,
    );
    const answer = await call('/dev');
    expect({ body: await answer.json(), status_code: answer.status }).toEqual(recorded.response);
    expect(answer.headers.get('foo')).toBe('bar');
  });

  test('a mock whose templates hand a parameter on', async () => {
    const { request, recorded } = found('apigw.invoke.mock-request-override');
    const { call } = await mockedCall(
      openGateway({ http: true }),
      request.requestTemplate,
      request.responseTemplate,
      '/{testPath}',
    );
    const answers = { 'invoke-path1': 'path1', 'invoke-path2': 'path2', 'invoke-path-else': 'whatever' };
    for (const [name, message] of Object.entries(answers)) {
      const answer = await call(`/dev/${btoa(JSON.stringify({ message }))}`);
      expect(await answer.json()).toEqual(recorded[name]);
    }
  });

  test('a mock whose template sets members of maps', async () => {
    const { request, recorded } = found('apigw.invoke.mock-vtl-maps');
    const { call } = await mockedCall(
      openGateway({ http: true }),
      request.requestTemplate,
      request.responseTemplate,
    );
    const answer = await call('/dev');
    expect({ body: await answer.json(), status_code: answer.status }).toEqual(recorded.response);
  });

  test('what a request validator refuses', async () => {
    const { recorded } = found('apigw.validator.messages');
    const opened = openGateway({ http: true, behaviour: () => ({ payload: { statusCode: 200 } }) });
    const { gateway } = opened;
    const { restApiId, resourceId, deploy, call } = await apiWith(opened, { path: '/{issuer}/x' });
    const { items } = await gateway.getResources({ restApiId });
    const schema = {
      title: 'testSchema',
      type: 'object',
      properties: { a: { type: 'number' } },
      required: ['a'],
    };
    await gateway.createModel({
      restApiId,
      name: 'testSchema',
      contentType: 'application/json',
      schema: JSON.stringify(schema),
    });
    const { id: requestValidatorId = '' } = await gateway.createRequestValidator({
      restApiId,
      name: 'all',
      validateRequestBody: true,
      validateRequestParameters: true,
    });
    const put = async (
      httpMethod: string,
      requestParameters: Record<string, boolean>,
      requestModels = {},
    ) => {
      const at = { restApiId, resourceId, httpMethod };
      await gateway.putMethod({
        ...at,
        authorizationType: 'NONE',
        requestValidatorId,
        requestParameters,
        requestModels,
      });
      await gateway.putMethodResponse({ ...at, statusCode: '200' });
      await gateway.putIntegration({
        ...at,
        type: 'AWS_PROXY',
        integrationHttpMethod: 'POST',
        uri: functionUri,
      });
      await gateway.putIntegrationResponse({ ...at, statusCode: '200' });
    };
    const header = { 'method.request.header.x-header-param': true };
    const query = { 'method.request.querystring.qs1': true };
    const path = { 'method.request.path.issuer': true };
    await put('POST', { ...header, ...query, ...path }, { 'application/json': 'testSchema' });
    await put('GET', { ...header, ...query });
    same(
      await written(gateway.getMethod({ restApiId, resourceId, httpMethod: 'POST' })),
      recorded['change-request-path-names'],
    );
    const changed = items?.find((one) => one.path === '/{issuer}')?.id ?? '';
    await gateway.updateResource({
      restApiId,
      resourceId: changed,
      patchOperations: [{ op: 'replace', path: '/pathPart', value: '{other}' }],
    });
    await deploy();
    const answer = async (init: RequestInit, rest = '') => {
      const response = await call(`/dev/v/x${rest}`, init);
      return { status: response.status, body: await response.json() };
    };
    const refused = (name: string) => ({ status: 400, body: recorded[name] });
    expect(await answer({ method: 'POST', body: '{"a":1}' })).toEqual(
      refused('missing-all-required-request-params-post'),
    );
    const headers = { 'x-header-param': 'v', 'Content-Type': 'application/json' };
    expect(await answer({}, '?qs1=v')).toEqual(refused('missing-required-headers-request-params-get'));
    expect(await answer({ headers })).toEqual(refused('missing-required-qs-request-params-get'));
    await gateway.updateResource({
      restApiId,
      resourceId: changed,
      patchOperations: [{ op: 'replace', path: '/pathPart', value: '{issuer}' }],
    });
    await deploy();
    expect(await answer({ method: 'POST', headers, body: '{"a":"text"}' }, '?qs1=v')).toEqual(
      refused('invalid-request-body'),
    );
  });

  async function proxyApi(opened: Opened, path: string, type: 'REGIONAL' | 'EDGE' = 'EDGE') {
    const api = await apiWith(opened, { path, method: 'ANY' });
    if (type === 'EDGE') {
      const patchOperations = [
        { op: 'replace', path: '/endpointConfiguration/types/REGIONAL', value: 'EDGE' } as const,
      ];
      await opened.gateway.updateRestApi({ restApiId: api.restApiId, patchOperations });
    }
    await opened.gateway.putMethod({ ...api.at, authorizationType: 'NONE' });
    await opened.gateway.putIntegration({
      ...api.at,
      type: 'AWS_PROXY',
      integrationHttpMethod: 'POST',
      uri: functionUri,
    });
    await api.deploy('stage');
    return api;
  }

  // biome-ignore lint/suspicious/noExplicitAny: the event is what is looked at
  const eventOf = async (answer: Promise<Response>): Promise<any> => (await answer).json();

  test('the event of a Lambda proxy integration, member by member', async () => {
    const { recorded } = found('apigw.proxy.event');
    const opened = openGateway({
      http: true,
      behaviour: (event) => ({ payload: { statusCode: 200, body: JSON.stringify(event) } }),
    });
    const { call } = await proxyApi(opened, '/{proxy+}');
    const sent = {
      Accept: '*/*',
      'Accept-Encoding': 'gzip, deflate',
      'User-Agent': 'python-requests/testing',
    };
    const first = { ...sent, Authorization: 'random-value', 'tEsT-HEADeR': 'aValUE' };
    const last = {
      ...sent,
      Authorization: 'Bearer token123;API key456',
      'Content-Type': 'application/json;charset=utf-8',
    };
    const many = '?category=electronics&category=books&price=10&price=20&price=30';
    const body = JSON.stringify({ message: 'hello world' });
    const calls: Record<string, [path: string, headers: Record<string, string>, init?: RequestInit]> = {
      'invocation-payload-without-trailing-slash': ['/stage/proxy-value', first],
      'invocation-payload-without-trailing-slash-and-query-params': [
        '/stage/proxy-value?urlparam=test',
        first,
      ],
      'invocation-payload-with-double-slash': ['/stage/proxy-value//double-slash', first],
      'invocation-payload-with-params-encoding-multi': [
        `/stage/proxy-value${many}`,
        last,
        { method: 'POST', body },
      ],
    };
    expect(Object.keys(calls).sort()).toEqual(Object.keys(recorded).sort());
    for (const [name, [path, headers, init]] of Object.entries(calls)) {
      const named = { ...headers, 'x-sandbox-header-names': Object.keys(headers).join(',') };
      const event = await eventOf(call(path, { ...init, headers: named }));
      if (event.body !== null) event.body = JSON.parse(event.body);
      // The recorder wrote these single values where AWS sends the lists of one.
      for (const header of ['X-Forwarded-For', 'X-Forwarded-Port', 'X-Forwarded-Proto']) {
        expect(event.multiValueHeaders[header]).toEqual([event.headers[header]]);
        event.multiValueHeaders[header] = event.headers[header];
      }
      const { requestContext } = recorded[name];
      const numbers = { ...event.requestContext, requestTimeEpoch: requestContext.requestTimeEpoch };
      expect(Number.isInteger(event.requestContext.requestTimeEpoch)).toBe(true);
      same({ ...event, requestContext: numbers }, recorded[name]);
    }
    const event = await eventOf(call('/stage/proxy-value'));
    const { top, requestContext, identity, nullWhenAbsent } = oracle?.proxyEventFields ?? {};
    expect(Object.keys(event).sort()).toEqual(top);
    expect(Object.keys(event.requestContext).sort()).toEqual(requestContext);
    expect(Object.keys(event.requestContext.identity).sort()).toEqual(identity);
    expect(nullWhenAbsent?.map((name) => event[name])).toEqual(nullWhenAbsent?.map(() => null));
  });

  test('what a function may answer to a proxy integration', async () => {
    const { request, recorded } = found('apigw.proxy.response-format');
    const opened = openGateway({
      http: true,
      behaviour: (event) => ({ payload: JSON.parse((event as { body: string }).body) }),
    });
    const { call } = await proxyApi(opened, '/{proxy+}');
    const malformed = [
      'wrong-format',
      'empty-response',
      'multi-headers-invalid',
      'invalid-status-code',
      'just-string',
    ];
    const returns = {
      ...request.returns,
      'invoke-api-b64-encoded-false': {
        ...request.returns['invoke-api-b64-encoded-true'],
        isBase64Encoded: false,
      },
    };
    for (const [name, shape] of Object.entries<{ statusCode?: unknown }>(returns)) {
      const answer = await call('/stage/x', { method: 'POST', body: JSON.stringify(shape) });
      const bad = malformed.some((one) => name.endsWith(one));
      const status = bad ? 502 : Number(shape.statusCode ?? 200);
      expect(`${name}: ${answer.status}`).toBe(`${name}: ${status}`);
      const text = await answer.text();
      expect(bad ? JSON.parse(text) : text).toEqual(recorded[name].content);
      // Of AWS's own headers those of its edge network are left out; a `Response` knows no upper case.
      for (const [header, value] of Object.entries<string>(recorded[name].headers ?? {})) {
        if (/^(?:Connection|Content-Length|Date|Via|X-Amz-Cf-.*|X-Cache)$/.test(header)) continue;
        same(answer.headers.get(header), value);
      }
    }
  });

  test('the pattern that picks a response by the error of a function', async () => {
    const { request, recorded } = found('apigw.lambda-custom.selection-pattern');
    const errors: Record<string, unknown> = {
      400: recorded['lambda-selection-pattern-400'],
      500: recorded['lambda-selection-pattern-500'],
    };
    const opened = openGateway({
      http: true,
      behaviour(event) {
        const error = errors[(event as { statusCode: string }).statusCode];
        return error ? { payload: error, functionError: 'Unhandled' } : { payload: 'Pass' };
      },
    });
    const { at, deploy, call } = await apiWith(opened, { path: '/{statusCode}', method: 'GET' });
    const { gateway } = opened;
    await gateway.putMethod({ ...at, authorizationType: 'NONE' });
    const { requestTemplates } = request;
    await gateway.putIntegration({
      ...at,
      type: 'AWS',
      integrationHttpMethod: 'POST',
      uri: functionUri,
      requestTemplates,
    });
    for (const response of request.integrationResponses) {
      const { statusCode, selectionPattern } = response;
      await gateway.putMethodResponse({ ...at, statusCode });
      await gateway.putIntegrationResponse({ ...at, statusCode, selectionPattern });
    }
    await deploy();
    const expected = { 200: 200, 400: 405, 500: 502 };
    for (const [asked, status] of Object.entries(expected)) {
      const answer = await call(`/dev/${asked}`);
      expect(answer.status).toBe(status);
      expect(await answer.json()).toEqual(recorded[`lambda-selection-pattern-${asked}`]);
    }
  });

  /** The kind of every line, without its time, its ids and what they depend on. */
  const kinds = (log: string) =>
    log
      .split('\n')
      .map((line) => line.replace(/^\w+ \w+ \d+ [\d:]+ UTC \d+ : /, '').replace(/[:{ ].*$/s, ''));

  test('testing a method that calls a function', async () => {
    const { request, recorded } = found('apigw.test-invoke-method.lambda');
    const expected = recorded.test_invoke_method_response_with_body;
    const opened = openGateway({ http: true, behaviour: () => ({ payload: expected.body }) });
    const { at } = await apiWith(opened, { path: '/foo' });
    await opened.gateway.putMethod({ ...at, authorizationType: 'NONE' });
    await opened.gateway.putMethodResponse({ ...at, statusCode: '200' });
    await opened.gateway.putIntegration({
      ...at,
      type: 'AWS',
      integrationHttpMethod: 'POST',
      uri: functionUri,
    });
    await opened.gateway.putIntegrationResponse({ ...at, statusCode: '200' });
    const { pathWithQueryString, body, headers } = request;
    const answer = await opened.gateway.testInvokeMethod({ ...at, pathWithQueryString, body, headers });
    expect({ status: answer.status, body: JSON.parse(answer.body ?? '') }).toEqual({
      status: 200,
      body: expected.body,
    });
    expect(Object.keys(answer.headers ?? {}).sort()).toEqual(Object.keys(expected.headers));
    expect(answer.multiValueHeaders?.['Content-Type']).toEqual(['application/json']);
    const lines = Object.values<string>(expected.log).map((line) =>
      line.replace(/^DDD MMM dd hh:mm:ss UTC yyyy : /, ''),
    );
    expect(kinds(answer.log ?? '')).toEqual(kinds(lines.join('\n')));
  });

  test('testing a method whose address cannot be made', async () => {
    const { request, recorded } = found('apigw.test-invoke-method.failure');
    const expected = recorded['test-invoke-failure'];
    const opened = openGateway({ http: true });
    const { at } = await apiWith(opened);
    await opened.gateway.putMethod({ ...at, authorizationType: 'NONE' });
    const { type, uri } = request.integration;
    await opened.gateway.putIntegration({ ...at, type, uri, integrationHttpMethod: 'GET' });
    const answer = await written(opened.gateway.testInvokeMethod(at));
    const { log, latency, ...rest } = expected;
    expect({ ...answer, body: JSON.parse(answer.body) }).toMatchObject(rest);
    const lines = Object.values<string>(log).map((line) =>
      line.replace(/^DDD MMM dd hh:mm:ss UTC yyyy : /, ''),
    );
    const actual = answer.log.replaceAll(/\w{3} \w{3} \d\d [\d:]+ UTC \d{4} : /g, '');
    same(actual.split('\n'), lines);
    expect(answer.latency).toBeTypeOf('number');
    expect(latency).toBe('<latency>');
  });
});
