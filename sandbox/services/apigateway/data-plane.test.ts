import { expect, test } from 'vitest';
import { apiWith, mocked, openGateway } from './testing.ts';

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
