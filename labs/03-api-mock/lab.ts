import { findApi } from '#labs/kit/api.ts';
import { deployApi, ensureApi, ensureResource } from '#labs/kit/apply-api.ts';
import { deployedMethod, freshStage, gatewayAnswer, wrongAnswer } from '#labs/kit/deployed.ts';
import { expectAll, field, value } from '#labs/kit/expect.ts';
import { defineLab } from '#labs/kit/lab.ts';
import { findGet } from '#labs/kit/method.ts';
import { orAbsent } from '#labs/kit/or-absent.ts';
import { apiLogGroup, restApi } from '#labs/kit/resources.ts';
import { absent, different, pass } from '#labs/kit/result.ts';
import { says } from '#labs/kit/text.ts';
import { texts } from './lab.texts.ts';
import { readJson, sampleReports } from './sample.ts';

export const lab = defineLab({
  id: 'api-mock',
  title: texts.title,
  minutes: 30,
  cost: texts.cost,
  resources: ({ api, stage }) => [restApi(api), apiLogGroup(api, stage)],
  steps: [
    {
      id: 'create-api',
      kind: 'state',
      title: texts.createTitle,
      hints: [texts.createHint1, texts.createAnswer],
      async check(look) {
        const found = await findApi(look);
        if ('problem' in found) return found.problem;
        const types = found.api.endpointConfiguration?.types ?? [];
        return expectAll(
          value('apigateway:GetRestApis', 'endpointConfiguration.types', types).is(['REGIONAL'], () => ({
            message: says(texts.notRegional, { found: types.join(', ') }),
            next: says(texts.notRegionalNext),
          })),
        );
      },
      async apply(doing) {
        await ensureApi(doing);
      },
    },
    {
      id: 'sample-method',
      kind: 'state',
      title: texts.methodTitle,
      hints: [texts.methodHint1, texts.methodAnswer],
      needs: ['create-api'],
      async check(look) {
        const found = await findGet('/sample', look);
        if ('problem' in found) return found.problem;
        const { method } = found;
        return expectAll(
          field(method, 'authorizationType').is('NONE', (type) => ({
            message: says(texts.notOpen, { type }),
            next: says(texts.notOpenNext),
          })),
          field(method, 'apiKeyRequired').is(false, () => ({
            message: says(texts.keyRequired),
            next: says(texts.notOpenNext),
          })),
        );
      },
      async apply(doing) {
        const restApiId = await ensureApi(doing);
        const resourceId = await ensureResource(doing, restApiId, 'sample');
        await doing.aws.apigateway.putMethod({
          restApiId,
          resourceId,
          httpMethod: 'GET',
          authorizationType: 'NONE',
        });
      },
    },
    {
      id: 'mock-answer',
      kind: 'state',
      title: texts.mockTitle,
      hints: [texts.mockHint1, texts.mockHint2, texts.mockAnswer],
      needs: ['sample-method'],
      async check(look) {
        const found = await findGet('/sample', look);
        if ('problem' in found) return found.problem;
        const { place } = found;
        const integration = await orAbsent(look.aws.apigateway.getIntegration(place));
        if (!integration) {
          return absent(says(texts.noIntegration), says(texts.noIntegrationNext), {
            call: 'apigateway:GetIntegration',
            field: 'type',
            expected: 'MOCK',
            found: null,
          });
        }
        const template =
          integration.integrationResponses?.['200']?.responseTemplates?.['application/json'] ?? '';
        const picks = integration.requestTemplates?.['application/json'] ?? '';
        return expectAll(
          field(integration, 'type').is('MOCK', (type) => ({
            message: says(texts.notMock, { type }),
            next: says(texts.noIntegrationNext),
          })),
          value('apigateway:GetIntegration', 'requestTemplates', picks).isTrue(
            /"?statusCode"?\s*:\s*200/.test(picks),
            '{"statusCode": 200}',
            () => ({
              message: says(texts.requestTemplate),
              next: says(texts.requestTemplateNext),
            }),
          ),
          value('apigateway:GetIntegration', 'responseTemplates', template).isTrue(
            readJson(template) !== undefined,
            'JSON',
            () => ({
              message: template.trim() === '' ? says(texts.noTemplate) : says(texts.templateNotJson),
              next: says(texts.templateNext),
            }),
          ),
        );
      },
      async apply(doing) {
        const restApiId = await ensureApi(doing);
        const resourceId = await ensureResource(doing, restApiId, 'sample');
        const place = { restApiId, resourceId, httpMethod: 'GET' };
        const { apigateway } = doing.aws;
        await apigateway.putIntegration({
          ...place,
          type: 'MOCK',
          requestTemplates: { 'application/json': '{"statusCode": 200}' },
        });
        await apigateway.putMethodResponse({
          ...place,
          statusCode: '200',
          responseModels: { 'application/json': 'Empty' },
        });
        await apigateway.putIntegrationResponse({
          ...place,
          statusCode: '200',
          responseTemplates: { 'application/json': sampleReports },
        });
      },
    },
    {
      id: 'deploy-and-call',
      kind: 'state',
      title: texts.deployTitle,
      hints: [texts.deployHint1, texts.deployHint2, texts.deployAnswer],
      needs: ['mock-answer'],
      async check(look) {
        const found = await findApi(look);
        if ('problem' in found) return found.problem;
        const deployed = await deployedMethod(found.api, '/sample', look);
        if ('problem' in deployed) return deployed.problem;
        if (deployed.method.type !== 'mock') {
          return different(
            says(texts.deployedOther, { type: deployed.method.type }),
            says(texts.redeployNext),
            {
              call: 'apigateway:GetExport',
              field: 'integration.type',
              expected: 'mock',
              found: deployed.method.type,
            },
          );
        }
        const snapshot = {
          call: 'apigateway:GetExport',
          field: 'integration.type',
          expected: 'mock',
          found: 'mock',
        };
        if (!look.act) return pass(snapshot);
        const answer = await look.act.get(found.api.id, look.names.stage, '/sample');
        const evidence = { call: `GET ${answer.url}`, field: 'status', expected: 200, found: answer.status };
        if (answer.status === 200 && readJson(answer.body) !== undefined) return pass(snapshot, evidence);
        if (answer.status === 200) {
          return different(
            says(texts.answerNotJson, { body: answer.body.slice(0, 200) }),
            says(texts.redeployNext),
            evidence,
          );
        }
        return (
          (await freshStage(found.api, answer, look)) ??
          gatewayAnswer(answer, look.names.stage) ??
          wrongAnswer(answer, look.names.stage)
        );
      },
      async apply(doing) {
        await deployApi(doing, await ensureApi(doing));
      },
    },
  ],
});
