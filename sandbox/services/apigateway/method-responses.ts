import type {
  DeleteMethodResponseRequest,
  GetMethodResponseRequest,
  MethodResponse,
  PutMethodResponseRequest,
  UpdateMethodResponseRequest,
} from '@aws-sdk/client-api-gateway';
import type { Ctx } from '#sandbox/core/context.ts';
import { badRequest, conflict, notFound, refuse } from './errors.ts';
import { facts, outsidePattern } from './facts.ts';
import { checkModels, methodIn } from './methods.ts';
import { applyPatch, flag, type PatchRule } from './patch.ts';
import type { Definition } from './records.ts';
import { own } from './tables.ts';

export function putMethodResponse(input: PutMethodResponseRequest, ctx: Ctx): MethodResponse {
  refuse(outsidePattern(input.statusCode, 'statusCode', facts.statusCode));
  const { definition, method, save } = methodIn(ctx, input);
  const statusCode = input.statusCode ?? '';
  checkModels(definition, input.responseModels);
  checkHeaders(input.responseParameters);
  if (own(method.methodResponses ?? {}, statusCode)) {
    throw conflict('Response already exists for this resource');
  }
  const response: MethodResponse = {
    statusCode,
    responseParameters: input.responseParameters,
    responseModels: input.responseModels,
  };
  method.methodResponses = { ...method.methodResponses, [statusCode]: response };
  save();
  return response;
}

export function getMethodResponse(input: GetMethodResponseRequest, ctx: Ctx): MethodResponse {
  return responseIn(ctx, input).response;
}

export function updateMethodResponse(input: UpdateMethodResponseRequest, ctx: Ctx): MethodResponse {
  refuse(outsidePattern(input.statusCode, 'statusCode', facts.statusCode));
  const { definition, response, save } = responseIn(ctx, input);
  const rules = rulesFor(definition);
  applyPatch(response, input.patchOperations, {
    rules,
    wording: 'plain',
    input: 'updateMethodResponseInput',
  });
  save();
  return response;
}

export function deleteMethodResponse(input: DeleteMethodResponseRequest, ctx: Ctx): Record<string, never> {
  const { method, save } = responseIn(ctx, input);
  const { [input.statusCode ?? '']: _gone, ...left } = method.methodResponses ?? {};
  if (Object.keys(left).length > 0) method.methodResponses = left;
  else delete method.methodResponses;
  save();
  return {};
}

function responseIn(ctx: Ctx, input: GetMethodResponseRequest) {
  const found = methodIn(ctx, input);
  const response = own(found.method.methodResponses ?? {}, input.statusCode ?? '');
  if (!response) throw notFound('Invalid Response status code specified');
  return { ...found, response };
}

function rulesFor(definition: Definition): ReadonlyArray<PatchRule<MethodResponse>> {
  return [
    {
      path: '/responseParameters/{name}',
      ops: ['add', 'replace', 'remove'],
      apply(response, { op, name, value }) {
        const { [name]: before, ...others } = response.responseParameters ?? {};
        if (op !== 'add' && before === undefined) throw notFound('Invalid parameter name specified');
        const after = op === 'remove' ? others : { ...others, [name]: flag(value) };
        checkHeaders(after);
        if (Object.keys(after).length > 0) response.responseParameters = after;
        else delete response.responseParameters;
      },
    },
    {
      path: '/responseModels/{name}',
      ops: ['add', 'replace', 'remove'],
      apply(response, { op, name, value }) {
        const { [name]: before, ...others } = response.responseModels ?? {};
        if (op !== 'add' && before === undefined) throw notFound('Content-Type specified was not found');
        const after = op === 'remove' ? others : { ...others, [name]: value ?? '' };
        checkModels(definition, after);
        if (Object.keys(after).length > 0) response.responseModels = after;
        else delete response.responseModels;
      },
    },
  ];
}

function checkHeaders(parameters: Record<string, boolean> | undefined): void {
  for (const key of Object.keys(parameters ?? {})) {
    if (/^method\.response\.header\.[^\s]+$/.test(key)) continue;
    throw badRequest(
      `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression specified: ${key}]`,
    );
  }
}
