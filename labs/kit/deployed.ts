import { texts } from './api.texts.ts';
import type { Answered, Look } from './lab.ts';
import { orAbsent } from './or-absent.ts';
import { absent, different, late, type Result, unknown } from './result.ts';
import { says } from './text.ts';

/** One method of what is deployed: the snapshot that answers, not the draft that is edited. */
export interface DeployedMethod {
  /** `mock`, `aws_proxy` … */
  type: string;
  httpMethod: string | undefined;
  uri: string | undefined;
  /** Names of required query parameters. */
  requiredQuery: readonly string[];
  requestTemplates: Readonly<Record<string, string>>;
}

/** Looks a method up in the stage's deployed snapshot, or says that it is not deployed, or not any more. */
export async function deployedMethod(
  api: { id: string },
  path: string,
  look: Look,
): Promise<{ method: DeployedMethod } | { problem: Result }> {
  const { aws, names } = look;
  const { stage } = names;
  const exported = await orAbsent(
    aws.apigateway.getExport({
      restApiId: api.id,
      stageName: stage,
      exportType: 'oas30',
      parameters: { extensions: 'integrations' },
      accepts: 'application/json',
    }),
  );
  const where = { stage, path };
  const next = says(texts.deployNext, { stage });
  if (!exported) {
    const evidence = { call: 'apigateway:GetExport', field: 'stageName', expected: stage, found: null };
    return { problem: absent(says(texts.noStage, { stage }), next, evidence) };
  }
  const document = JSON.parse(new TextDecoder().decode(exported.body)) as Exported;
  const operation = document.paths?.[path]?.get ?? document.paths?.[path]?.['x-amazon-apigateway-any-method'];
  if (!operation) {
    const evidence = {
      call: 'apigateway:GetExport',
      field: `paths.${path}.get`,
      expected: true,
      found: null,
    };
    return { problem: different(says(texts.notInSnapshot, where), next, evidence) };
  }
  return { method: methodOf(operation) };
}

interface Exported {
  paths?: Record<string, Record<string, ExportedOperation | undefined>>;
}

interface ExportedOperation {
  parameters?: Array<{ name: string; in: string; required?: boolean }>;
  'x-amazon-apigateway-integration'?: {
    type?: string;
    httpMethod?: string;
    uri?: string;
    requestTemplates?: Record<string, string>;
  };
}

function methodOf({
  parameters = [],
  'x-amazon-apigateway-integration': integration = {},
}: ExportedOperation): DeployedMethod {
  return {
    type: (integration.type ?? '').toLowerCase(),
    httpMethod: integration.httpMethod,
    uri: integration.uri,
    requiredQuery: parameters.filter((one) => one.in === 'query' && one.required).map(({ name }) => name),
    requestTemplates: integration.requestTemplates ?? {},
  };
}

const freshMs = 90_000;

/** Whether the stage was changed so lately that its answers are not yet to be believed. */
export async function freshStage(
  api: { id: string },
  answer: Answered,
  look: Look,
): Promise<Result | undefined> {
  const stage = await orAbsent(
    look.aws.apigateway.getStage({ restApiId: api.id, stageName: look.names.stage }),
  );
  const changed = stage?.lastUpdatedDate?.getTime() ?? 0;
  if (look.target.kind === 'sandbox' || look.now() - changed > freshMs) return undefined;
  return late(says(texts.fresh, { status: answer.status }), says(texts.freshNext), {
    call: `GET ${answer.url}`,
    field: 'status',
    expected: 200,
    found: answer.status,
  });
}

/** What an answer of the gateway itself means, where it has a meaning of its own. */
export function gatewayAnswer(answer: Answered, stage: string): Result | undefined {
  const { url, status, body } = answer;
  const evidence = { call: `GET ${url}`, field: 'status', expected: 200, found: status };
  if (status === 403 && /Missing Authentication Token/.test(body)) {
    return different(says(texts.missingToken, { url }), says(texts.deployNext, { stage }), evidence);
  }
  if (status === 403 && /Forbidden/.test(body))
    return different(says(texts.apiKey, { url }), says(texts.apiKeyNext), evidence);
  if (status === 429) return late(says(texts.slowDown, { url }), says(texts.slowDownNext), evidence);
  if (status === 503)
    return unknown('broken', says(texts.unavailable, { url }), says(texts.slowDownNext), evidence);
  return undefined;
}

/** Any other answer than the one asked for, said as it is. */
export function wrongAnswer({ url, status, body }: Answered, stage: string): Result {
  return different(
    says(texts.wrongStatus, { url, status, body: body.slice(0, 200) }),
    says(texts.deployNext, { stage }),
    { call: `GET ${url}`, field: 'status', expected: 200, found: status },
  );
}
