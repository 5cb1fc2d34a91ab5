import { expect, test } from 'vitest';
import type { Ctx } from '#sandbox/core/context.ts';
import { catalogOf } from '#sandbox/core/wire/catalog.ts';
import { service } from './service.ts';

const ctx = { region: 'ap-northeast-1' } as Ctx;
const catalog = catalogOf((await service.client()) as object);
const needs = (operation: string, input: object) =>
  service.needs?.[operation]?.(input, ctx, catalog.operation(operation)?.http);

test.each([
  ['GetRestApis', {}, 'apigateway:GET', '/restapis'],
  ['CreateDeployment', { restApiId: 'a1' }, 'apigateway:POST', '/restapis/a1/deployments'],
  [
    'TestInvokeMethod',
    { restApiId: 'a1', resourceId: 'r1', httpMethod: 'GET' },
    'apigateway:POST',
    '/restapis/a1/resources/r1/methods/GET',
  ],
  ['DeleteRestApi', { restApiId: 'a1' }, 'apigateway:DELETE', '/restapis/a1'],
  ['UpdateStage', { restApiId: 'a1', stageName: 'dev' }, 'apigateway:PATCH', '/restapis/a1/stages/dev'],
])('%s needs a verb on a path, without an account', async (operation, input, action, path) => {
  expect(await needs(operation, input)).toEqual([
    { action, resource: `arn:aws:apigateway:ap-northeast-1::${path}` },
  ]);
});

test('every operation that is there declares what it needs', () => {
  expect(Object.keys(service.needs ?? {}).sort()).toEqual(Object.keys(service.operations).sort());
});

test('who hands over a role must be allowed to pass it', async () => {
  const role = 'arn:aws:iam::111122223333:role/gateway';
  const input = { restApiId: 'a1', resourceId: 'r1', httpMethod: 'GET', credentials: role };
  expect(await needs('PutIntegration', input)).toContainEqual({
    action: 'iam:PassRole',
    resource: role,
    context: { 'iam:PassedToService': 'apigateway.amazonaws.com' },
  });
});
