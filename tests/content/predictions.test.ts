import { afterAll, beforeAll, expect, test } from 'vitest';
import { labs } from '#labs/all.ts';
import { openWorld, type World } from '../labs/world.ts';

// What the lessons give as the answer after a prediction, tried in the order in which a learner meets it.
let world: World;
beforeAll(() => {
  world = openWorld();
});
afterAll(() => world.close());

test('2-3: the role that may only write logs is refused, and the refusal names who, what and why', async () => {
  await apply('lambda-alone');
  await deploy('02-call-translate');
  const refused = await invoke({ key1: 'value1' });
  expect(refused.errorType).toBe('AccessDeniedException');
  expect(refused.errorMessage).toMatch(
    /^User: arn:aws:sts::\d{12}:assumed-role\/translate-function-role-\w{8}\/translate-function is not authorized to perform: translate:TranslateText (on resource: \* )?because no identity-based policy allows the translate:TranslateText action$/,
  );
  await apply('call-translate');
  expect(await invoke({ key1: 'value1' })).toEqual({
    statusCode: 200,
    body: '{"output_text":"Good morning"}',
  });
});

test('3-1, 3-2: what is not deployed answers 403, and a statusCode in the answer is only data', async () => {
  await apply('api-mock');
  expect(await call('')).toEqual({ status: 403, body: { message: 'Missing Authentication Token' } });
  const restApiId = await api();
  const resourceId = await resource('/sample');
  const place = { restApiId, resourceId, httpMethod: 'GET', statusCode: '200' };
  await world.aws.apigateway.putIntegrationResponse({
    ...place,
    responseTemplates: { 'application/json': '{"statusCode": 404}' },
  });
  expect((await call('/sample')).body).toMatchObject({ body: [{ report_id: 5 }, { report_id: 7 }] });
  await world.aws.apigateway.createDeployment({ restApiId, stageName: 'dev' });
  expect(await call('/sample')).toEqual({ status: 200, body: { statusCode: 404 } });
  await world.aws.apigateway.putIntegrationResponse({
    ...place,
    responseTemplates: { 'application/json': '{"statusCode": 200}}' },
  });
  await world.aws.apigateway.createDeployment({ restApiId, stageName: 'dev' });
  expect(await call('/sample')).toEqual({ status: 200, body: '{"statusCode": 200}}' });
});

test('3-3: the event of lab 1 breaks the code, and "required" without a validator ends in a 502', async () => {
  await apply('api-lambda', 'code-reads-query');
  expect((await invoke({ key1: 'value1' })).errorType).toBe('TypeError');
  expect((await call('/translate?input_text=hello')).status).toBe(403);
  await apply('api-lambda');
  expect(await call(`/translate?input_text=${encodeURIComponent('こんばんは')}`)).toEqual({
    status: 200,
    body: { output_text: 'Good evening' },
  });
  expect(await call('/translate')).toEqual({ status: 502, body: { message: 'Internal server error' } });
});

test('4-1, 4-2: the same key replaces the item, and only the key must be there', async () => {
  await apply('table');
  const put = (item: Record<string, string>) =>
    world.aws.dynamodb.putItem({
      TableName: world.names.table,
      Item: Object.fromEntries(Object.entries(item).map(([name, S]) => [name, { S }])),
    });
  await put({ timestamp: '20261120120000', input_text: 'one' });
  await put({ timestamp: '20261120120000', input_text: 'two' });
  const found = (await rows()).filter(({ timestamp }) => timestamp?.S === '20261120120000');
  expect(found).toEqual([{ timestamp: { S: '20261120120000' }, input_text: { S: 'two' } }]);
});

test('4-3: new code needs no new deployment of the API, and two calls in one second leave one row', async () => {
  await apply('api-lambda-table', 'role-may-write');
  await deploy('06-api-lambda-table');
  await atTheStartOfASecond();
  const before = (await rows()).length;
  await Promise.all(['1', '2'].map((n) => call(`/translate?input_text=${n}`)));
  expect((await rows()).length).toBe(before + 1);
});

test('5-1: mistakes are answered as JSON, and the validator refuses before the function runs', async () => {
  await apply('good-habits', 'warm-start');
  const missing = { message: 'input_text is missing' };
  expect(await call('/translate')).toEqual({ status: 400, body: missing });
  await apply('good-habits');
  const refused = { message: 'Missing required request parameters: [input_text]' };
  expect(await call('/translate')).toEqual({ status: 400, body: refused });
  expect(await call('/translate?input_text=')).toEqual({ status: 400, body: refused });
});

async function apply(id: string, through?: string): Promise<void> {
  const found = labs.find((lab) => lab.id === id);
  if (!found) throw new Error(`no lab ${id}`);
  await world.apply(await found.load(), found.folder, through);
}

async function deploy(folder: string): Promise<void> {
  const { zip } = await world.doing(folder).solution();
  await world.aws.lambda.updateFunctionCode({ FunctionName: world.names.fn, ZipFile: zip });
  await world.sandbox.idle();
}

async function invoke(event: unknown) {
  const { Payload } = await world.aws.lambda.invoke({
    FunctionName: world.names.fn,
    Payload: new TextEncoder().encode(JSON.stringify(event)),
  });
  return JSON.parse(new TextDecoder().decode(Payload)) as Record<string, unknown>;
}

async function api(): Promise<string> {
  const { items = [] } = await world.aws.apigateway.getRestApis({});
  return items[0]?.id ?? '';
}

async function resource(path: string): Promise<string> {
  const { items = [] } = await world.aws.apigateway.getResources({ restApiId: await api() });
  return items.find((item) => item.path === path)?.id ?? '';
}

async function call(path: string): Promise<{ status: number; body: unknown }> {
  const { status, body } = await world.doing('').get(await api(), 'dev', path);
  try {
    return { status, body: JSON.parse(body) };
  } catch {
    return { status, body };
  }
}

async function rows() {
  const { Items = [] } = await world.aws.dynamodb.scan({ TableName: world.names.table });
  return Items;
}

/** So that two calls at once do not fall on both sides of a second. */
async function atTheStartOfASecond(): Promise<void> {
  await call('/translate?input_text=0');
  await new Promise((resolve) => setTimeout(resolve, 1000 - (Date.now() % 1000) + 50));
}
