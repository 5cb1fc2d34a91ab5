import { readAnswer } from '#labs/kit/answer.ts';
import { findApi } from '#labs/kit/api.ts';
import { deployApi, ensureApi, ensureResource } from '#labs/kit/apply-api.ts';
import { deployCode } from '#labs/kit/apply-function.ts';
import { callTranslate } from '#labs/kit/call-api.ts';
import { deployedMethod } from '#labs/kit/deployed.ts';
import { failedRun } from '#labs/kit/diagnose.ts';
import { expectAll, field, value } from '#labs/kit/expect.ts';
import { missingFunction, readFunction, roleNameOf } from '#labs/kit/function.ts';
import { runsSinceDeploy } from '#labs/kit/function-log.ts';
import { marked } from '#labs/kit/history.ts';
import { type Doing, defineLab } from '#labs/kit/lab.ts';
import { findGet } from '#labs/kit/method.ts';
import { proxyEvent } from '#labs/kit/proxy-event.ts';
import { apiLogGroup, executionRoleOf, lambdaFunction, logGroup, restApi } from '#labs/kit/resources.ts';
import { absent, different, pass } from '#labs/kit/result.ts';
import { says } from '#labs/kit/text.ts';

import { checkIntegration } from './check-integration.ts';
import { checkPermission } from './check-permission.ts';
import { invocationUri } from './integration-uri.ts';
import { texts } from './lab.texts.ts';

const path = '/translate';

const queryParameter = 'method.request.querystring.input_text';

export const lab = defineLab({
  id: 'api-lambda',
  title: texts.title,
  minutes: 40,
  cost: texts.cost,
  resources: ({ fn, logGroup: log, api, stage }) => [
    lambdaFunction(fn),
    executionRoleOf(fn),
    logGroup(log),
    restApi(api),
    apiLogGroup(api, stage),
  ],
  steps: [
    {
      id: 'translate-method',
      kind: 'state',
      title: texts.methodTitle,
      hints: [texts.methodHint1, texts.methodAnswer],
      async check(look) {
        const found = await findGet(path, look);
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
        const place = await placeOf(doing);
        await doing.aws.apigateway.putMethod({ ...place, authorizationType: 'NONE' });
      },
    },
    {
      id: 'query-parameter',
      kind: 'state',
      title: texts.queryTitle,
      hints: [texts.queryHint1, texts.queryAnswer],
      needs: ['translate-method'],
      async check(look) {
        const found = await findGet(path, look);
        if ('problem' in found) return found.problem;
        const parameters = found.method.requestParameters ?? {};
        const names = Object.keys(parameters);
        const evidence = {
          call: 'apigateway:GetMethod',
          field: 'requestParameters',
          expected: { [queryParameter]: true },
          found: parameters,
        };
        if (parameters[queryParameter] === true) return pass(evidence);
        if (queryParameter in parameters)
          return different(says(texts.queryOptional), says(texts.queryNext), evidence);
        const others = names.map((name) => name.split('.').slice(2).join(' ')).join(', ') || '–';
        return absent(says(texts.queryMissing, { others }), says(texts.queryNext), evidence);
      },
      async apply(doing) {
        const place = await placeOf(doing);
        await doing.aws.apigateway.updateMethod({
          ...place,
          patchOperations: [{ op: 'add', path: `/requestParameters/${queryParameter}`, value: 'true' }],
        });
      },
    },
    {
      id: 'proxy-integration',
      kind: 'state',
      title: texts.proxyTitle,
      hints: [texts.proxyHint1, texts.proxyAnswer],
      needs: ['translate-method'],
      check: checkIntegration,
      async apply(doing) {
        const place = await placeOf(doing);
        await doing.aws.apigateway.putIntegration({
          ...place,
          type: 'AWS_PROXY',
          integrationHttpMethod: 'POST',
          uri: invocationUri(doing),
        });
      },
    },
    {
      id: 'api-may-invoke',
      kind: 'state',
      title: texts.permissionTitle,
      hints: [texts.permissionHint1, texts.permissionAnswer],
      needs: ['proxy-integration'],
      check: checkPermission,
      async apply(doing) {
        const { restApiId } = await placeOf(doing);
        const { region, account } = doing.target;
        await doing.aws.lambda.addPermission({
          FunctionName: doing.names.fn,
          StatementId: `api-${restApiId}-translate`,
          Action: 'lambda:InvokeFunction',
          Principal: 'apigateway.amazonaws.com',
          SourceArn: `arn:aws:execute-api:${region}:${account}:${restApiId}/*/GET/translate`,
        });
      },
    },
    {
      id: 'code-reads-query',
      kind: 'state',
      title: texts.codeTitle,
      hints: [texts.codeHint1, texts.codeHint2, texts.codeAnswer],
      // Where nothing may be called a good run is the evidence, and before there is an API a run is no sign of this step.
      needs: ['api-may-invoke'],
      async check(look) {
        const fn = await readFunction(look);
        if (!fn) return missingFunction(look);
        if (!look.act) return runsSinceDeploy(fn, look);
        const { act, names } = look;
        const runs = await Promise.all(
          ['こんばんは', 'ありがとう'].map((text) => act.invoke(names.fn, proxyEvent(marked(text)))),
        );
        const failed = runs.find((one) => one.failed);
        if (failed) return failedRun(failed, { fn: names.fn, role: roleNameOf(fn) });
        const [one, other] = runs.map(({ payload }) => readAnswer(payload).outputText ?? '');
        return expectAll(
          value('lambda:Invoke', 'body.output_text', one).isTrue(
            one !== '' && one !== other,
            'Good evening',
            (found) => ({ message: says(texts.queryIgnored, { found }), next: says(texts.codeNext) }),
          ),
        );
      },
      async apply(doing) {
        const fn = await deployCode(doing, await doing.solution());
        await doing.aws.lambda.invoke({
          FunctionName: fn.FunctionName,
          Payload: new TextEncoder().encode(JSON.stringify(proxyEvent('こんにちは'))),
        });
      },
    },
    {
      id: 'deploy-and-call',
      kind: 'state',
      title: texts.deployTitle,
      hints: [texts.deployHint1, texts.deployHint2, texts.deployAnswer],
      needs: ['query-parameter', 'api-may-invoke', 'code-reads-query'],
      async check(look) {
        const found = await findApi(look);
        if ('problem' in found) return found.problem;
        const deployed = await deployedMethod(found.api, path, look);
        if ('problem' in deployed) return deployed.problem;
        const { method } = deployed;
        const snapshot = expectAll(
          value('apigateway:GetExport', 'integration.type', method.type).is('aws_proxy', (type) => ({
            message: says(texts.deployedOther, { type }),
            next: says(texts.redeployNext),
          })),
          value('apigateway:GetExport', 'required query', method.requiredQuery).isTrue(
            method.requiredQuery.includes('input_text'),
            ['input_text'],
            () => ({ message: says(texts.deployedWithoutQuery), next: says(texts.redeployNext) }),
          ),
        );
        const fn = await readFunction(look);
        const { act } = look;
        if (snapshot.outcome !== 'pass' || !act || !fn) return snapshot;
        return callTranslate(
          marked('こんばんは'),
          { api: found.api, fn, evidence: snapshot.evidence },
          { ...look, act },
        );
      },
      async apply(doing) {
        const restApiId = await ensureApi(doing);
        await deployApi(doing, restApiId);
        await doing.get(
          restApiId,
          doing.names.stage,
          `/translate?input_text=${encodeURIComponent('こんばんは')}`,
        );
      },
    },
    {
      id: 'stage-throttle',
      kind: 'state',
      optional: true,
      title: texts.throttleTitle,
      hints: [texts.throttleHint1, texts.throttleAnswer],
      needs: ['deploy-and-call'],
      async check(look) {
        const found = await findApi(look);
        if ('problem' in found) return found.problem;
        const stage = await look.aws.apigateway.getStage({
          restApiId: found.api.id,
          stageName: look.names.stage,
        });
        const settings = stage.methodSettings?.['*/*'];
        const rate = settings?.throttlingRateLimit;
        const evidence = {
          call: 'apigateway:GetStage',
          field: 'methodSettings.throttlingRateLimit',
          expected: 5,
          found: rate ?? null,
        };
        return rate !== undefined && rate <= 50 && (settings?.throttlingBurstLimit ?? 0) <= 100
          ? pass(evidence)
          : absent(says(texts.noThrottle), says(texts.noThrottleNext), evidence);
      },
      async apply(doing) {
        await doing.aws.apigateway.updateStage({
          restApiId: await ensureApi(doing),
          stageName: doing.names.stage,
          patchOperations: [
            { op: 'replace', path: '/*/*/throttling/rateLimit', value: '5' },
            { op: 'replace', path: '/*/*/throttling/burstLimit', value: '10' },
          ],
        });
      },
    },
  ],
});

async function placeOf(doing: Doing) {
  const restApiId = await ensureApi(doing);
  return { restApiId, resourceId: await ensureResource(doing, restApiId, 'translate'), httpMethod: 'GET' };
}
