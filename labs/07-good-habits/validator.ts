import { deployApi, ensureApi, ensureResource } from '#labs/kit/apply-api.ts';
import { freshStage, gatewayAnswer } from '#labs/kit/deployed.ts';
import type { Look, Step } from '#labs/kit/lab.ts';
import { findGet } from '#labs/kit/method.ts';
import { orAbsent } from '#labs/kit/or-absent.ts';
import { absent, different, type Evidence, pass, type Result } from '#labs/kit/result.ts';
import { says } from '#labs/kit/text.ts';
import { texts } from './lab.texts.ts';

const path = '/translate';
const refusal = 'Missing required request parameters: [input_text]';

/** `required` is a note and no more until a validator enforces it. */
export const validator: Step = {
  id: 'validator',
  kind: 'state',
  title: texts.validatorTitle,
  hints: [texts.validatorHint1, texts.validatorHint2, texts.validatorAnswer],
  async check(look) {
    const found = await findGet(path, look);
    if ('problem' in found) return found.problem;
    const { api, method } = found;
    if (!look.act) {
      const evidence = await validatorDeployed(api, look);
      return evidence.found === true ? pass(evidence) : whyNot(api, method, evidence, look);
    }
    const answer = await look.act.get(api.id, look.names.stage, path);
    const evidence = {
      call: `GET ${path} without input_text`,
      field: 'answer',
      expected: `400 ${refusal}`,
      found: `${answer.status} ${answer.body.slice(0, 200)}`,
    };
    if (answer.status === 400 && answer.body.includes(refusal)) return pass(evidence);
    return (
      (await freshStage(api, answer, look)) ??
      gatewayAnswer(answer, look.names.stage) ??
      whyNot(api, method, evidence, look, answer.status === 502)
    );
  },
  async apply(doing) {
    const { apigateway } = doing.aws;
    const restApiId = await ensureApi(doing);
    const resourceId = await ensureResource(doing, restApiId, 'translate');
    const { items = [] } = await apigateway.getRequestValidators({ restApiId });
    const known = items.find(({ validateRequestParameters }) => validateRequestParameters);
    const made =
      known ??
      (await apigateway.createRequestValidator({
        restApiId,
        name: 'Validate query string parameters and headers',
        validateRequestParameters: true,
        validateRequestBody: false,
      }));
    await apigateway.updateMethod({
      restApiId,
      resourceId,
      httpMethod: 'GET',
      patchOperations: [{ op: 'replace', path: '/requestValidatorId', value: made.id }],
    });
    await deployApi(doing, restApiId);
  },
};

/** The draft tells what to do next: choose a validator, another one, or deploy. */
async function whyNot(
  api: { id: string },
  method: {
    requestValidatorId?: string | undefined;
    requestParameters?: Record<string, boolean> | undefined;
  },
  evidence: Evidence,
  { aws, names }: Look,
  is502 = false,
): Promise<Result> {
  const { requestValidatorId } = method;
  const chosen = requestValidatorId
    ? await orAbsent(aws.apigateway.getRequestValidator({ restApiId: api.id, requestValidatorId }))
    : undefined;
  if (!chosen)
    return absent(
      says(is502 ? texts.noValidator502 : texts.noValidator),
      says(texts.validatorNext),
      evidence,
    );
  if (!chosen.validateRequestParameters)
    return different(
      says(texts.otherValidator, { name: chosen.name ?? '' }),
      says(texts.validatorNext),
      evidence,
    );
  if (!method.requestParameters?.['method.request.querystring.input_text'])
    return different(says(texts.nothingRequired), says(texts.nothingRequiredNext), evidence);
  return different(
    says(texts.notDeployed, { stage: names.stage }),
    says(texts.notDeployedNext, { stage: names.stage }),
    evidence,
  );
}

/** Whether what is deployed has GET with a validator that looks at parameters. */
async function validatorDeployed(api: { id: string }, { aws, names }: Look): Promise<Evidence> {
  const exported = await orAbsent(
    aws.apigateway.getExport({
      restApiId: api.id,
      stageName: names.stage,
      exportType: 'oas30',
      parameters: { extensions: 'apigateway' },
      accepts: 'application/json',
    }),
  );
  const document = exported
    ? (JSON.parse(new TextDecoder().decode(exported.body)) as Exported)
    : ({} satisfies Exported);
  const get = document.paths?.[path]?.get;
  const name =
    get?.['x-amazon-apigateway-request-validator'] ?? document['x-amazon-apigateway-request-validator'];
  const rules = document['x-amazon-apigateway-request-validators']?.[name ?? ''];
  const isRequired = get?.parameters?.some((one) => one.name === 'input_text' && one.required) ?? false;
  return {
    call: 'apigateway:GetExport',
    field: 'request-validator',
    expected: true,
    found: isRequired && rules?.validateRequestParameters === true,
  };
}

interface Exported {
  paths?: Record<
    string,
    {
      get?: {
        parameters?: Array<{ name: string; required?: boolean }>;
        'x-amazon-apigateway-request-validator'?: string;
      };
    }
  >;
  'x-amazon-apigateway-request-validator'?: string;
  'x-amazon-apigateway-request-validators'?: Record<string, { validateRequestParameters?: boolean }>;
}
