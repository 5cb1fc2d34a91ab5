import { texts as apiTexts } from '#labs/kit/api.texts.ts';
import { texts as callTexts } from '#labs/kit/call-api.texts.ts';
import { texts as diagnoses } from '#labs/kit/diagnose.texts.ts';
import { texts as methodTexts } from '#labs/kit/method.texts.ts';
import { deploy, makeFunction } from '../../tests/labs/arrange.ts';
import { apiOf, redeploy, resourceOf } from '../../tests/labs/arrange-api.ts';
import { proveLab } from '../../tests/labs/prove-lab.ts';
import type { World } from '../../tests/labs/world.ts';
import { invocationUri } from './integration-uri.ts';
import { texts } from './lab.texts.ts';
import { lab } from './lab.ts';

const place = async (world: World) => ({
  restApiId: await apiOf(world),
  resourceId: await resourceOf(world, '/translate'),
  httpMethod: 'GET',
});
const target = { region: 'ap-northeast-1', account: '111122223333' };
const answer = (expression: string) => `export const handler = async (event) => (${expression});`;
const translated = `statusCode: 200, body: JSON.stringify({ output_text: event.queryStringParameters.input_text.startsWith('ありがとう') ? 'Thanks' : 'Good evening' })`;

proveLab(lab, [
  {
    step: 'translate-method',
    name: 'the path is called translation',
    async arrange(world) {
      await world.aws.apigateway.createResource({
        restApiId: await apiOf(world),
        parentId: await resourceOf(world, '/'),
        pathPart: 'translation',
      });
    },
    says: methodTexts.noResource,
  },
  {
    step: 'translate-method',
    name: 'POST in place of GET',
    async arrange(world) {
      const restApiId = await apiOf(world);
      const { id } = await world.aws.apigateway.createResource({
        restApiId,
        parentId: await resourceOf(world, '/'),
        pathPart: 'translate',
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
    step: 'query-parameter',
    name: 'declared and not required',
    async arrange(world) {
      await world.aws.apigateway.updateMethod({
        ...(await place(world)),
        patchOperations: [
          { op: 'add', path: '/requestParameters/method.request.querystring.input_text', value: 'false' },
        ],
      });
    },
    says: texts.queryOptional,
  },
  {
    step: 'query-parameter',
    name: 'declared as a header',
    async arrange(world) {
      await world.aws.apigateway.updateMethod({
        ...(await place(world)),
        patchOperations: [
          { op: 'add', path: '/requestParameters/method.request.header.input_text', value: 'true' },
        ],
      });
    },
    says: texts.queryMissing,
  },
  {
    step: 'proxy-integration',
    name: 'the proxy is off',
    async arrange(world) {
      const uri = invocationUri({ names: world.names, target });
      await world.aws.apigateway.putIntegration({
        ...(await place(world)),
        type: 'AWS',
        integrationHttpMethod: 'POST',
        uri,
      });
    },
    says: texts.notProxy,
  },
  {
    step: 'proxy-integration',
    name: 'Lambda is called by GET',
    async arrange(world) {
      const uri = invocationUri({ names: world.names, target });
      await world.aws.apigateway.putIntegration({
        ...(await place(world)),
        type: 'AWS_PROXY',
        integrationHttpMethod: 'GET',
        uri,
      });
    },
    says: texts.notPost,
  },
  {
    step: 'proxy-integration',
    name: 'another function is called',
    async arrange(world) {
      await makeFunction(world, { name: 'hello' });
      const uri = invocationUri({ names: world.names, target }).replace(world.names.fn, 'hello');
      await world.aws.apigateway.putIntegration({
        ...(await place(world)),
        type: 'AWS_PROXY',
        integrationHttpMethod: 'POST',
        uri,
      });
    },
    says: texts.otherFunction,
  },
  { step: 'api-may-invoke', name: 'no permission at all', arrange: async () => {}, says: texts.noPermission },
  {
    step: 'api-may-invoke',
    name: 'the permission of an API that was deleted',
    arrange: (world) =>
      permit(world, 'arn:aws:execute-api:ap-northeast-1:111122223333:deadbeef00/*/GET/translate'),
    says: texts.permissionForOther,
  },
  {
    step: 'api-may-invoke',
    name: 'for another method',
    arrange: async (world) =>
      permit(world, `arn:aws:execute-api:ap-northeast-1:111122223333:${await apiOf(world)}/*/POST/translate`),
    says: texts.noPermission,
  },
  {
    step: 'code-reads-query',
    name: 'the code of lab 2 is still deployed',
    arrange: async () => {},
    says: texts.queryIgnored,
  },
  {
    step: 'code-reads-query',
    name: 'the query is read where there is none',
    arrange: (world) =>
      deploy(
        world,
        answer('{ statusCode: 200, body: JSON.stringify({ output_text: event.pathParameters.input_text }) }'),
      ),
    says: diagnoses.queryNull,
  },
  {
    step: 'deploy-and-call',
    name: 'the API was not deployed again',
    arrange: async () => {},
    says: apiTexts.notInSnapshot,
  },
  {
    step: 'deploy-and-call',
    name: 'a key too many in what the function returns',
    async arrange(world) {
      await redeploy(world);
      await deploy(world, answer(`{ ${translated}, output: 1 }`));
    },
    says: callTexts.malformed,
  },
  {
    step: 'deploy-and-call',
    name: 'deployed before the parameter was required',
    after: 'whole lab',
    async arrange(world) {
      const op = (value: string) => [
        { op: 'replace' as const, path: '/requestParameters/method.request.querystring.input_text', value },
      ];
      await world.aws.apigateway.updateMethod({ ...(await place(world)), patchOperations: op('false') });
      await redeploy(world);
      await world.aws.apigateway.updateMethod({ ...(await place(world)), patchOperations: op('true') });
    },
    says: texts.deployedWithoutQuery,
  },
  { step: 'stage-throttle', name: 'no throttle', arrange: async () => {}, says: texts.noThrottle },
  {
    step: 'stage-throttle',
    name: 'a throttle that lets everything through',
    async arrange(world) {
      await world.aws.apigateway.updateStage({
        restApiId: await apiOf(world),
        stageName: world.names.stage,
        patchOperations: [{ op: 'replace', path: '/*/*/throttling/rateLimit', value: '10000' }],
      });
    },
    says: texts.noThrottle,
  },
]);

async function permit({ aws, names }: World, sourceArn: string): Promise<void> {
  await aws.lambda.addPermission({
    FunctionName: names.fn,
    StatementId: 'near-miss',
    Action: 'lambda:InvokeFunction',
    Principal: 'apigateway.amazonaws.com',
    SourceArn: sourceArn,
  });
}
