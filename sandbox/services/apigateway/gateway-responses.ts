import type {
  DeleteGatewayResponseRequest,
  GatewayResponse,
  GatewayResponses,
  GatewayResponseType,
  GetGatewayResponseRequest,
  GetGatewayResponsesRequest,
  PutGatewayResponseRequest,
  UpdateGatewayResponseRequest,
} from '@aws-sdk/client-api-gateway';
import type { Ctx } from '#sandbox/core/context.ts';
import { badRequest, notFound, refuse } from './errors.ts';
import { facts, outsideEnum, outsidePattern } from './facts.ts';
import { defaultStatus, defaultTemplates, gatewayResponseOf, gatewayTypes } from './gateway-defaults.ts';
import { pageOf } from './paging.ts';
import { applyPatch, type PatchRule } from './patch.ts';
import { definitionOf, own, tables } from './tables.ts';

export function putGatewayResponse(input: PutGatewayResponseRequest, ctx: Ctx): GatewayResponse {
  const type = typeOf(input);
  refuse(outsidePattern(input.statusCode, 'putGatewayResponseInput.statusCode', facts.statusCode));
  const definition = definitionOf(ctx, input.restApiId);
  checkParameters(input.responseParameters);
  const response: GatewayResponse = {
    responseType: type,
    statusCode: input.statusCode ?? defaultStatus[type],
    responseParameters: input.responseParameters ?? {},
    responseTemplates: input.responseTemplates ?? defaultTemplates,
    defaultResponse: false,
  };
  definition.gatewayResponses[type] = response;
  tables.definitions(ctx).put(input.restApiId ?? '', definition);
  return response;
}

export function getGatewayResponse(input: GetGatewayResponseRequest, ctx: Ctx): GatewayResponse {
  const type = typeOf(input);
  return gatewayResponseOf(definitionOf(ctx, input.restApiId), type);
}

export function getGatewayResponses(input: GetGatewayResponsesRequest, ctx: Ctx): GatewayResponses {
  const definition = definitionOf(ctx, input.restApiId);
  const all = gatewayTypes.map((type) => gatewayResponseOf(definition, type));
  return pageOf(all, ({ responseType }) => responseType ?? '', input);
}

export function updateGatewayResponse(input: UpdateGatewayResponseRequest, ctx: Ctx): GatewayResponse {
  const type = typeOf(input);
  const definition = definitionOf(ctx, input.restApiId);
  const response = structuredClone(gatewayResponseOf(definition, type));
  applyPatch(response, input.patchOperations, {
    rules,
    wording: 'path',
    input: 'updateGatewayResponseInput',
  });
  response.defaultResponse = false;
  definition.gatewayResponses[type] = response;
  tables.definitions(ctx).put(input.restApiId ?? '', definition);
  return response;
}

export function deleteGatewayResponse(input: DeleteGatewayResponseRequest, ctx: Ctx): Record<string, never> {
  const type = typeOf(input);
  const definition = definitionOf(ctx, input.restApiId);
  if (!own(definition.gatewayResponses, type)) throw notFound('Gateway response type not defined on api');
  delete definition.gatewayResponses[type];
  tables.definitions(ctx).put(input.restApiId ?? '', definition);
  return {};
}

function typeOf({ responseType }: GetGatewayResponseRequest): GatewayResponseType {
  refuse(outsideEnum(responseType ?? '', 'responseType', gatewayTypes));
  return responseType as GatewayResponseType;
}

function checkParameters(parameters: Record<string, string> | undefined): void {
  for (const key of Object.keys(parameters ?? {})) {
    if (/^gatewayresponse\.header\.[^\s]+$/.test(key)) continue;
    throw badRequest(`Invalid parameter name specified: ${key}`);
  }
}

const rules: ReadonlyArray<PatchRule<GatewayResponse>> = [
  {
    path: '/statusCode',
    ops: ['replace'],
    apply(response, { value }) {
      if (!value) throw badRequest('Invalid null or empty value in statusCode');
      refuse(outsidePattern(value, 'statusCode', facts.statusCode));
      response.statusCode = value;
    },
  },
  mapRule('responseParameters', 'Invalid parameter name specified'),
  mapRule('responseTemplates', 'Content-Type specified was not found'),
];

function mapRule(
  member: 'responseParameters' | 'responseTemplates',
  absent: string,
): PatchRule<GatewayResponse> {
  return {
    path: `/${member}/{name}`,
    ops: ['add', 'replace', 'remove'],
    apply(response, { op, name, value }) {
      const { [name]: before, ...others } = response[member] ?? {};
      if (op !== 'add' && before === undefined) throw notFound(absent);
      if (op !== 'remove' && !value) throw badRequest(`Invalid null or empty value in ${member}`);
      response[member] = op === 'remove' ? others : { ...others, [name]: value ?? '' };
      if (member === 'responseParameters') checkParameters(response.responseParameters);
    },
  };
}
