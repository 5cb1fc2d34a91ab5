import { texts as functionTexts } from '#labs/kit/function.texts.ts';
import { proxyEvent } from '#labs/kit/proxy-event.ts';
import { deploy, putRolePolicy } from '../../tests/labs/arrange.ts';
import { apiOf, redeploy, resourceOf } from '../../tests/labs/arrange-api.ts';
import { proveLab } from '../../tests/labs/prove-lab.ts';
import type { World } from '../../tests/labs/world.ts';
import { texts } from './lab.texts.ts';
import { lab } from './lab.ts';

const answering = (missing: string, long = missing) => `
  export const handler = async (event) => {
    const text = event.queryStringParameters?.input_text;
    if (!text) ${missing}
    if (text.length > 10000) ${long}
    return { statusCode: 200, body: JSON.stringify({ output_text: 'Hello' }) };
  };`;
const told = `return { statusCode: 400, body: JSON.stringify({ message: 'no' }) };`;

proveLab(lab, [
  {
    step: 'least-privilege',
    name: 'TranslateFullAccess as in the original',
    arrange: (world) => attach(world, 'TranslateFullAccess'),
    says: texts.widePolicy,
  },
  {
    step: 'least-privilege',
    name: 'AmazonDynamoDBFullAccess as in the original',
    arrange: (world) => attach(world, 'AmazonDynamoDBFullAccess'),
    says: texts.deprecatedPolicy,
  },
  {
    step: 'least-privilege',
    name: 'a star in a policy of their own',
    arrange: (world) => putRolePolicy(world, 'history', { Action: 'dynamodb:*', Resource: '*' }),
    says: texts.alsoAllowed,
  },
  {
    step: 'least-privilege',
    name: 'cut down too far',
    arrange: (world) => putRolePolicy(world, 'write-history', { Action: 'dynamodb:GetItem', Resource: '*' }),
    says: functionTexts.notAllowed,
  },
  {
    step: 'errors-as-json',
    name: 'the code of lab 6 is still deployed',
    arrange: async () => {},
    says: texts.failsWithout,
  },
  {
    step: 'errors-as-json',
    name: 'the code of lab 6: the long text is said as well',
    arrange: async () => {},
    says: texts.failsLong,
  },
  {
    step: 'errors-as-json',
    name: 'caught, logged and thrown again',
    arrange: (world) => deploy(world, answering(told, `throw new Error('too long');`)),
    says: texts.failsLong,
  },
  {
    step: 'errors-as-json',
    name: 'the error is answered with 200',
    arrange: (world) =>
      deploy(world, answering(`return { statusCode: 200, body: JSON.stringify({ error: 'no' }) };`)),
    says: texts.saysOk,
  },
  {
    step: 'errors-as-json',
    name: 'the body is a sentence',
    arrange: (world) =>
      deploy(world, answering(`return { statusCode: 400, body: 'input_text is missing' };`)),
    says: texts.bodyNotJson,
  },
  { step: 'warm-start', name: 'deployed and run once', arrange: async () => {}, says: texts.runTwice },
  {
    step: 'warm-start',
    name: 'run twice, and nothing counted',
    async arrange(world) {
      await deploy(world, answering(told));
      await runTwice(world);
    },
    says: texts.noCounter,
  },
  {
    step: 'warm-start',
    name: 'counted inside the handler',
    async arrange(world) {
      await deploy(
        world,
        `export const handler = async () => { let runs = 0; runs += 1; console.log('warm: ' + runs); return {}; };`,
      );
      await runTwice(world);
    },
    says: texts.alwaysSame,
  },
  {
    step: 'warm-start',
    name: 'a number that only looks warm',
    async arrange(world) {
      await deploy(world, `export const handler = async () => { console.log('warm: 2'); return {}; };`);
      await runTwice(world);
    },
    says: texts.alwaysSame,
  },
  {
    step: 'validator',
    name: 'none, and the function answers for itself',
    arrange: async () => {},
    says: texts.noValidator,
  },
  {
    step: 'validator',
    name: 'none, and the function fails',
    after: 'earlier labs',
    arrange: async () => {},
    says: texts.noValidator502,
  },
  {
    step: 'validator',
    name: 'chosen and not deployed',
    arrange: (world) => validate(world, { parameters: true }),
    says: texts.notDeployed,
  },
  {
    step: 'validator',
    name: 'the one that validates the body',
    async arrange(world) {
      await validate(world, { parameters: false });
      await redeploy(world);
    },
    says: texts.otherValidator,
  },
  {
    step: 'validator',
    name: 'deployed when the parameter was not required any more',
    after: 'whole lab',
    async arrange(world) {
      await world.aws.apigateway.updateMethod({
        ...(await place(world)),
        patchOperations: [
          { op: 'replace', path: '/requestParameters/method.request.querystring.input_text', value: 'false' },
        ],
      });
      await redeploy(world);
    },
    says: texts.nothingRequired,
  },
]);

async function attach({ aws, names }: World, policy: string): Promise<void> {
  const fn = await aws.lambda.getFunctionConfiguration({ FunctionName: names.fn });
  await aws.iam.attachRolePolicy({
    RoleName: fn.Role?.split('/').at(-1),
    PolicyArn: `arn:aws:iam::aws:policy/${policy}`,
  });
}

async function runTwice({ aws, names }: World): Promise<void> {
  const Payload = new TextEncoder().encode(JSON.stringify(proxyEvent('おはよう')));
  await aws.lambda.invoke({ FunctionName: names.fn, Payload });
  await aws.lambda.invoke({ FunctionName: names.fn, Payload });
}

const place = async (world: World) => ({
  restApiId: await apiOf(world),
  resourceId: await resourceOf(world, '/translate'),
  httpMethod: 'GET',
});

async function validate(world: World, { parameters }: { parameters: boolean }): Promise<void> {
  const at = await place(world);
  const { apigateway } = world.aws;
  const { id } = await apigateway.createRequestValidator({
    restApiId: at.restApiId,
    name: 'mine',
    validateRequestParameters: parameters,
    validateRequestBody: !parameters,
  });
  await apigateway.updateMethod({
    ...at,
    patchOperations: [{ op: 'replace', path: '/requestValidatorId', value: id }],
  });
}
