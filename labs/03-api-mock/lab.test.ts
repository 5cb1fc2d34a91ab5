import { texts as apiTexts } from '#labs/kit/api.texts.ts';
import { texts as methodTexts } from '#labs/kit/method.texts.ts';
import { apiOf, redeploy, resourceOf } from '../../tests/labs/arrange-api.ts';
import { proveLab } from '../../tests/labs/prove-lab.ts';
import { texts } from './lab.texts.ts';
import { lab } from './lab.ts';

proveLab(lab, [
  {
    step: 'create-api',
    name: 'made in another region',
    async arrange({ awsIn, names }) {
      await awsIn('us-east-1').apigateway.createRestApi({ name: names.api });
    },
    says: apiTexts.elsewhere,
  },
  {
    step: 'create-api',
    name: 'a blank behind the name',
    async arrange({ aws, names }) {
      await aws.apigateway.createRestApi({ name: `${names.api} ` });
    },
    says: apiTexts.similar,
  },
  {
    step: 'create-api',
    name: 'two of that name',
    after: 'whole lab',
    async arrange({ aws, names }) {
      await aws.apigateway.createRestApi({ name: names.api });
    },
    says: apiTexts.several,
  },
  {
    step: 'create-api',
    name: 'edge-optimized',
    async arrange({ aws, names }) {
      await aws.apigateway.createRestApi({ name: names.api, endpointConfiguration: { types: ['EDGE'] } });
    },
    says: texts.notRegional,
  },
  {
    step: 'sample-method',
    name: 'the resource is called samples',
    async arrange(world) {
      const restApiId = await apiOf(world);
      const root = await resourceOf(world, '/');
      await world.aws.apigateway.createResource({ restApiId, parentId: root, pathPart: 'samples' });
    },
    says: methodTexts.noResource,
  },
  {
    step: 'sample-method',
    name: 'POST in place of GET',
    async arrange(world) {
      const restApiId = await apiOf(world);
      const root = await resourceOf(world, '/');
      const { id } = await world.aws.apigateway.createResource({
        restApiId,
        parentId: root,
        pathPart: 'sample',
      });
      await world.aws.apigateway.putMethod({
        restApiId,
        resourceId: id,
        httpMethod: 'POST',
        authorizationType: 'NONE',
      });
    },
    says: methodTexts.noMethod,
  },
  {
    step: 'sample-method',
    name: 'an API key is asked for',
    after: 'sample-method',
    async arrange(world) {
      await world.aws.apigateway.updateMethod({
        restApiId: await apiOf(world),
        resourceId: await resourceOf(world, '/sample'),
        httpMethod: 'GET',
        patchOperations: [{ op: 'replace', path: '/apiKeyRequired', value: 'true' }],
      });
    },
    says: texts.keyRequired,
  },
  { step: 'mock-answer', name: 'no integration', arrange: async () => {}, says: texts.noIntegration },
  {
    step: 'mock-answer',
    name: 'the template is not JSON',
    after: 'mock-answer',
    async arrange(world) {
      await world.aws.apigateway.putIntegrationResponse({
        restApiId: await apiOf(world),
        resourceId: await resourceOf(world, '/sample'),
        httpMethod: 'GET',
        statusCode: '200',
        responseTemplates: { 'application/json': '{"body": { {"report_id": 5}, {"report_id": 7} }}' },
      });
    },
    says: texts.templateNotJson,
  },
  {
    step: 'mock-answer',
    name: 'a mock without a template',
    after: 'mock-answer',
    async arrange(world) {
      await world.aws.apigateway.putIntegrationResponse({
        restApiId: await apiOf(world),
        resourceId: await resourceOf(world, '/sample'),
        httpMethod: 'GET',
        statusCode: '200',
        responseTemplates: {},
      });
    },
    says: texts.noTemplate,
  },
  { step: 'deploy-and-call', name: 'not deployed', arrange: async () => {}, says: apiTexts.noStage },
  {
    step: 'deploy-and-call',
    name: 'deployed before the resource was there',
    after: 'create-api',
    async arrange(world) {
      const restApiId = await apiOf(world);
      const { apigateway } = world.aws;
      const root = await resourceOf(world, '/');
      await mock(world, root);
      await redeploy(world);
      const { id } = await apigateway.createResource({ restApiId, parentId: root, pathPart: 'sample' });
      await mock(world, id ?? '');
    },
    says: apiTexts.notInSnapshot,
  },
  {
    step: 'deploy-and-call',
    name: 'deployed with another integration than the draft has',
    after: 'mock-answer',
    async arrange(world) {
      const place = {
        restApiId: await apiOf(world),
        resourceId: await resourceOf(world, '/sample'),
        httpMethod: 'GET',
      };
      await world.aws.apigateway.putIntegration({
        ...place,
        type: 'HTTP_PROXY',
        integrationHttpMethod: 'GET',
        uri: 'https://example.com/',
      });
      await redeploy(world);
      await mock(world, place.resourceId);
    },
    says: texts.deployedOther,
  },
]);

async function mock(world: Parameters<typeof apiOf>[0], resourceId: string): Promise<void> {
  const place = { restApiId: await apiOf(world), resourceId, httpMethod: 'GET' };
  const { apigateway } = world.aws;
  await apigateway.putMethod({ ...place, authorizationType: 'NONE' }).catch(() => {});
  await apigateway.putIntegration({
    ...place,
    type: 'MOCK',
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
  });
  await apigateway.putMethodResponse({ ...place, statusCode: '200' }).catch(() => {});
  await apigateway.putIntegrationResponse({
    ...place,
    statusCode: '200',
    responseTemplates: { 'application/json': '{"a": 1}' },
  });
}
