import { expect, test } from 'vitest';
import { apiWith, functionUri, mocked, openGateway } from '#sandbox/testing/open-gateway.ts';

type Patch = {
  op: 'add' | 'remove' | 'replace' | 'copy' | 'move';
  path: string;
  value?: string;
  from?: string;
};

test('a patch that AWS does not know is refused in its words, and changes nothing', async () => {
  const opened = openGateway();
  const { gateway } = opened;
  const { restApiId, at, deploy } = await apiWith(opened, { path: '/sample' });
  await mocked(opened, at);
  await deploy();
  const api = (...patchOperations: Patch[]) => gateway.updateRestApi({ restApiId, patchOperations });
  const method = (...patchOperations: Patch[]) => gateway.updateMethod({ ...at, patchOperations });
  const resource = (...patchOperations: Patch[]) => gateway.updateResource({ ...at, patchOperations });
  const stage = (...patchOperations: Patch[]) =>
    gateway.updateStage({ restApiId, stageName: 'dev', patchOperations });
  const good: Patch = { op: 'replace', path: '/name', value: 'changed' };
  const refusals: Array<[Promise<unknown>, string]> = [
    [api(good, { op: 'add', path: '/binaryMediaTypes', value: 'x' }), 'Invalid patch path /binaryMediaTypes'],
    [
      api(good, { op: 'add', path: '/minimumCompressionSize', value: '1' }),
      'Invalid patch operation specified. Must be one of: [replace]',
    ],
    [
      api({ op: 'replace', path: '/minimumCompressionSize', value: '-1' }),
      'Invalid minimum compression size, must be between 0 and 10485760',
    ],
    [method({ op: 'replace', path: '/httpMethod', value: 'PUT' }), 'Invalid patch path /httpMethod'],
    [
      method({ op: 'add', path: '/requestModels/application/json', value: 'Empty' }),
      'Invalid patch path /requestModels/application/json',
    ],
    [
      resource({ op: 'replace', path: '/invalid', value: 'x' }),
      "Invalid patch path  '/invalid' specified for op 'replace'. Must be one of: [/parentId, /pathPart]",
    ],
    [
      resource({ op: 'remove', path: '/pathPart', value: 'x' }),
      "Invalid patch path  '/pathPart' specified for op 'remove'. Please choose supported operations",
    ],
    [
      stage({ op: 'remove', path: '/*/*' }),
      'Cannot remove method setting */* because there is no method setting for this method ',
    ],
    [
      stage({ op: 'replace', path: '/accessLogSettings/destinationArn', value: '' }),
      'Access Log value must not be empty',
    ],
    [
      stage({ op: 'copy', path: '/deploymentId', from: '/canarySettings/deploymentId' }),
      'Promotion not available. Canary does not exist.',
    ],
    [stage({ op: 'replace', path: '/deploymentId', value: 'nowhere' }), 'Deployment id does not exist'],
  ];
  for (const [call, message] of refusals) await expect(call).rejects.toThrow(message);
  expect((await gateway.getRestApi({ restApiId })).name).toBe('translate-api');
});

test('every broken constraint of a request stands in one message', async () => {
  const { gateway } = openGateway();
  const create = gateway.createRestApi({
    name: 'n',
    endpointConfiguration: { types: ['wrong' as 'EDGE'], ipAddressType: 'wrong' as 'ipv4' },
  });
  await expect(create).rejects.toThrow(
    "2 validation errors detected: Value '[wrong]' at 'createRestApiInput.endpointConfiguration.types' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [PRIVATE, EDGE, REGIONAL]]; Value 'wrong' at 'createRestApiInput.endpointConfiguration.ipAddressType' failed to satisfy constraint: Member must satisfy enum value set: [ipv4, dualstack]",
  );
});

test('lists are paged without gaps, at any size of page', async () => {
  const { gateway } = openGateway();
  const made = [];
  for (let at = 0; at < 7; at += 1) made.push((await gateway.createRestApi({ name: `api-${at}` })).id);
  const seen: unknown[] = [];
  let position: string | undefined;
  do {
    const page = await gateway.getRestApis({ limit: 3, ...(position ? { position } : {}) });
    seen.push(...(page.items ?? []).map(({ id }) => id));
    position = page.position;
  } while (position);
  expect(seen.sort()).toEqual(made.sort());
});

test('nothing is deployed without methods, or with one that leads nowhere', async () => {
  const opened = openGateway();
  const { restApiId, at } = await apiWith(opened);
  const deploy = () => opened.gateway.createDeployment({ restApiId, stageName: 'dev' });
  await expect(deploy()).rejects.toThrow("The REST API doesn't contain any methods");
  await opened.gateway.putMethod({ ...at, authorizationType: 'NONE' });
  await expect(deploy()).rejects.toThrow('No integration defined for method');
});

test('apisummary and an export tell of the deployed snapshot, not of the draft', async () => {
  const opened = openGateway();
  const { gateway } = opened;
  const { restApiId, at, rootResourceId, deploy } = await apiWith(opened, { path: '/translate' });
  const requestParameters = { 'method.request.querystring.input_text': true };
  await gateway.putMethod({ ...at, authorizationType: 'NONE', requestParameters });
  await gateway.putMethodResponse({
    ...at,
    statusCode: '200',
    responseModels: { 'application/json': 'Empty' },
  });
  await gateway.putIntegration({ ...at, type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri: functionUri });
  const { id: deploymentId = '' } = await deploy();
  const later = await gateway.createResource({ restApiId, parentId: rootResourceId, pathPart: 'later' });
  await mocked(opened, { restApiId, resourceId: later.id ?? '', httpMethod: 'GET' });
  const { apiSummary } = await gateway.getDeployment({ restApiId, deploymentId, embed: ['apisummary'] });
  expect(apiSummary).toEqual({ '/translate': { GET: { authorizationType: 'NONE', apiKeyRequired: false } } });
  const exported = await gateway.getExport({
    restApiId,
    stageName: 'dev',
    exportType: 'oas30',
    parameters: { extensions: 'integrations' },
  });
  const document = JSON.parse(new TextDecoder().decode(exported.body));
  expect(Object.keys(document.paths)).toEqual(['/translate']);
  expect(document.paths['/translate'].get).toMatchObject({
    parameters: [{ name: 'input_text', in: 'query', required: true, schema: { type: 'string' } }],
    responses: {
      200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Empty' } } } },
    },
    'x-amazon-apigateway-integration': { type: 'aws_proxy', httpMethod: 'POST', uri: functionUri },
  });
  const swagger = await gateway.getExport({ restApiId, stageName: 'dev', exportType: 'swagger' });
  const plain = JSON.parse(new TextDecoder().decode(swagger.body));
  expect(plain).toMatchObject({ swagger: '2.0', basePath: '/dev', paths: { '/translate': {} } });
  expect(plain.paths['/translate'].get).not.toHaveProperty('x-amazon-apigateway-integration');
});

test('deleting an API takes all below it, and once in 30 seconds where the limits of AWS apply', async () => {
  const free = openGateway();
  const limited = openGateway({ parts: { awsLimits: true } });
  for (const opened of [free, limited]) {
    const { restApiId, at, deploy, call } = await apiWith(opened, { path: '/sample' });
    await mocked(opened, at);
    await deploy();
    const limit = { op: 'replace' as const, path: '/*/*/throttling/burstLimit', value: '9' };
    await opened.gateway.updateStage({ restApiId, stageName: 'dev', patchOperations: [limit] });
    expect((await call('/dev/sample')).status).toBe(200);
    await opened.gateway.deleteRestApi({ restApiId });
    expect((await call('/dev/sample')).status).toBe(403);
    await expect(opened.gateway.getRestApi({ restApiId })).rejects.toThrow(
      `Invalid API identifier specified 111111111111:${restApiId}`,
    );
  }
  const left = [...free.parts.store.list({})].filter(([key]) => /apigateway|shared\/apis/.test(key));
  expect(left).toEqual([]);
  const { id: restApiId = '' } = await limited.gateway.createRestApi({ name: 'second' });
  const tooSoon = limited.gateway.deleteRestApi({ restApiId });
  await expect(tooSoon).rejects.toMatchObject({ name: 'TooManyRequestsException', retryAfterSeconds: '30' });
  limited.clock.advance(30_000);
  await limited.gateway.deleteRestApi({ restApiId });
});

test('the value of a key is told only to those who ask for it', async () => {
  const { gateway } = openGateway();
  const { id: apiKey = '', value } = await gateway.createApiKey({ name: 'k' });
  expect((await gateway.getApiKey({ apiKey })).value).toBeUndefined();
  expect((await gateway.getApiKey({ apiKey, includeValue: true })).value).toBe(value);
  expect((await gateway.getApiKeys({})).items?.[0]?.value).toBeUndefined();
  expect((await gateway.getApiKeys({ includeValues: true })).items?.[0]?.value).toBe(value);
});

test('tags are kept on whatever can carry them', async () => {
  const { gateway } = openGateway();
  const { id = '' } = await gateway.createRestApi({ name: 'n', tags: { a: '1' } });
  const resourceArn = `arn:aws:apigateway:us-east-1::/restapis/${id}`;
  await gateway.tagResource({ resourceArn, tags: { b: '2' } });
  await gateway.untagResource({ resourceArn, tagKeys: ['a'] });
  expect((await gateway.getTags({ resourceArn })).tags).toEqual({ b: '2' });
});

test('what the gateway does not have is refused by name, not dropped', async () => {
  const opened = openGateway();
  const { gateway } = opened;
  await expect(gateway.createApiKey({ name: 'k', generateDistinctId: false })).rejects.toMatchObject({
    name: 'NotImplementedException',
    message: expect.stringContaining('generateDistinctId'),
  });
  await expect(gateway.createApiKey({ name: 'k', generateDistinctId: true })).resolves.toBeDefined();
  const { at } = await apiWith(opened, { path: '/sample' });
  await mocked(opened, at);
  await expect(gateway.testInvokeMethod({ ...at, clientCertificateId: 'abc123' })).rejects.toMatchObject({
    name: 'NotFoundException',
  });
});
