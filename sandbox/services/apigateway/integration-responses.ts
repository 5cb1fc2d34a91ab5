import type {
  DeleteIntegrationResponseRequest,
  GetIntegrationResponseRequest,
  IntegrationResponse,
  Method,
  PutIntegrationResponseRequest,
  UpdateIntegrationResponseRequest,
} from '@aws-sdk/client-api-gateway';
import type { Ctx } from '#sandbox/core/context.ts';
import { badRequest, notFound, refuse } from './errors.ts';
import { facts, outsideEnum, outsidePattern } from './facts.ts';
import { integrationIn, invalidExpression } from './integrations.ts';
import { methodIn } from './methods.ts';
import { applyPatch, type PatchRule } from './patch.ts';
import { own } from './tables.ts';

export function putIntegrationResponse(input: PutIntegrationResponseRequest, ctx: Ctx): IntegrationResponse {
  refuse([
    ...outsidePattern(input.statusCode, 'statusCode', facts.statusCode),
    ...outsideEnum(
      input.contentHandling,
      'putIntegrationResponseInput.contentHandling',
      facts.contentHandling,
    ),
  ]);
  const { method, save } = methodIn(ctx, input);
  const integration = method.methodIntegration;
  if (!integration) throw notFound('Invalid Integration identifier specified');
  const statusCode = input.statusCode ?? '';
  if (!own(method.methodResponses ?? {}, statusCode))
    throw notFound('Invalid Response status code specified');
  checkPattern(input.selectionPattern);
  checkTemplates(input.responseTemplates);
  checkParameters(method, statusCode, input.responseParameters);
  const response: IntegrationResponse = {
    statusCode,
    selectionPattern: input.selectionPattern,
    responseParameters: input.responseParameters,
    responseTemplates: input.responseTemplates,
    contentHandling: input.contentHandling,
  };
  integration.integrationResponses = { ...integration.integrationResponses, [statusCode]: response };
  save();
  return response;
}

export function getIntegrationResponse(input: GetIntegrationResponseRequest, ctx: Ctx): IntegrationResponse {
  refuse(outsidePattern(input.statusCode, 'statusCode', facts.statusCode));
  const integration = methodIn(ctx, input).method.methodIntegration;
  if (!integration) throw notFound('Invalid Integration identifier specified');
  const response = own(integration.integrationResponses ?? {}, input.statusCode ?? '');
  if (!response) throw notFound('Invalid Response status code specified');
  return response;
}

export function updateIntegrationResponse(
  input: UpdateIntegrationResponseRequest,
  ctx: Ctx,
): IntegrationResponse {
  const { method, save } = methodIn(ctx, input);
  const response = own(method.methodIntegration?.integrationResponses ?? {}, input.statusCode ?? '');
  if (!response) throw notFound('Invalid Response status code specified');
  const rules = rulesFor(method);
  applyPatch(response, input.patchOperations, {
    rules,
    wording: 'plain',
    input: 'updateIntegrationResponseInput',
  });
  save();
  return response;
}

export function deleteIntegrationResponse(
  input: DeleteIntegrationResponseRequest,
  ctx: Ctx,
): Record<string, never> {
  const { integration, save } = integrationIn(ctx, input);
  const { [input.statusCode ?? '']: gone, ...left } = integration.integrationResponses ?? {};
  if (!gone) throw notFound('Invalid Response status code specified');
  if (Object.keys(left).length > 0) integration.integrationResponses = left;
  else delete integration.integrationResponses;
  save();
  return {};
}

function rulesFor(method: Method): ReadonlyArray<PatchRule<IntegrationResponse>> {
  return [
    {
      path: '/selectionPattern',
      ops: ['replace', 'add', 'remove'],
      apply(response, { op, value }) {
        checkPattern(value);
        if (op === 'remove') delete response.selectionPattern;
        else response.selectionPattern = value;
      },
    },
    {
      path: '/contentHandling',
      ops: ['replace', 'add', 'remove'],
      apply(response, { value }) {
        if (value === 'CONVERT_TO_BINARY' || value === 'CONVERT_TO_TEXT') response.contentHandling = value;
        else if (value) throw badRequest(`Invalid content handling specified: ${value}`);
        else delete response.contentHandling;
      },
    },
    {
      path: '/responseParameters/{name}',
      ops: ['add', 'replace', 'remove'],
      apply(response, { op, name, value }) {
        const { [name]: before, ...others } = response.responseParameters ?? {};
        if (op === 'remove' && before === undefined) throw notFound('Invalid parameter name specified');
        const after = op === 'remove' ? others : { ...others, [name]: value ?? '' };
        checkParameters(method, response.statusCode ?? '', after);
        if (Object.keys(after).length > 0) response.responseParameters = after;
        else delete response.responseParameters;
      },
    },
    {
      path: '/responseTemplates/{name}',
      ops: ['add', 'replace', 'remove'],
      apply(response, { op, name, value }) {
        const { [name]: before, ...others } = response.responseTemplates ?? {};
        if (op === 'remove' && before === undefined) throw notFound('Content-Type specified was not found');
        const after = op === 'remove' ? others : { ...others, [name]: value ?? '' };
        checkTemplates(after);
        if (Object.keys(after).length > 0) response.responseTemplates = after;
        else delete response.responseTemplates;
      },
    },
  ];
}

function checkPattern(pattern: string | undefined): void {
  if (!pattern) return;
  try {
    new RegExp(pattern);
  } catch {
    throw badRequest('Invalid selection pattern specified');
  }
}

function checkTemplates(templates: Record<string, string> | undefined): void {
  for (const type of Object.keys(templates ?? {})) {
    if (/^[^\s/]+\/[^\s]+$/.test(type) || type === '$default') continue;
    throw badRequest(`Validation Result: warnings : [], errors : [Invalid content type specified: ${type}]`);
  }
}

const literal = /^'.*'$/s;
const source =
  /^(?:integration\.response\.(?:header|multivalueheader)\.[^\s]+|integration\.response\.body(?:\.|\[|$).*|context\.[\w.]+|stageVariables\.\w+)$/;

/** A header must be declared by the method's response before an integration may fill it. */
function checkParameters(
  method: Method,
  statusCode: string,
  parameters: Record<string, string> | undefined,
): void {
  const declared = own(method.methodResponses ?? {}, statusCode)?.responseParameters ?? {};
  for (const [key, value] of Object.entries(parameters ?? {})) {
    if (!Object.hasOwn(declared, key)) {
      throw badRequest(
        `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression parameter specified: ${key}]`,
      );
    }
    if (!literal.test(value) && !source.test(value)) throw invalidExpression(value);
  }
}
