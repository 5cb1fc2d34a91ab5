import type {
  CreateRequestValidatorRequest,
  DeleteRequestValidatorRequest,
  GetRequestValidatorRequest,
  GetRequestValidatorsRequest,
  RequestValidator,
  RequestValidators,
  UpdateRequestValidatorRequest,
} from '@aws-sdk/client-api-gateway';
import type { Ctx } from '#sandbox/core/context.ts';
import { badRequest, conflict, notFound } from './errors.ts';
import { pageOf } from './paging.ts';
import { applyPatch, flag, type PatchRule } from './patch.ts';
import { definitionOf, newId, own, tables } from './tables.ts';

export function createRequestValidator(input: CreateRequestValidatorRequest, ctx: Ctx): RequestValidator {
  const definition = tables.apis(ctx).get(input.restApiId ?? '') && definitionOf(ctx, input.restApiId);
  if (!definition) throw badRequest('Invalid REST API identifier specified');
  const validator: RequestValidator = {
    id: newId(ctx, 6),
    name: input.name,
    validateRequestBody: input.validateRequestBody ?? false,
    validateRequestParameters: input.validateRequestParameters ?? false,
  };
  definition.validators[validator.id ?? ''] = validator;
  tables.definitions(ctx).put(input.restApiId ?? '', definition);
  return validator;
}

export function getRequestValidator(input: GetRequestValidatorRequest, ctx: Ctx): RequestValidator {
  return validatorIn(ctx, input).validator;
}

export function getRequestValidators(input: GetRequestValidatorsRequest, ctx: Ctx): RequestValidators {
  const { validators } = definitionOf(ctx, input.restApiId);
  return pageOf(Object.values(validators), ({ id }) => id ?? '', input);
}

export function updateRequestValidator(input: UpdateRequestValidatorRequest, ctx: Ctx): RequestValidator {
  const { validator, save } = validatorIn(ctx, input);
  applyPatch(validator, input.patchOperations, {
    rules,
    wording: 'listed',
    input: 'updateRequestValidatorInput',
  });
  save();
  return validator;
}

export function deleteRequestValidator(
  input: DeleteRequestValidatorRequest,
  ctx: Ctx,
): Record<string, never> {
  const { definition, validator, save } = validatorIn(ctx, input);
  for (const resource of Object.values(definition.resources)) {
    const used = Object.values(resource.methods).find(
      ({ requestValidatorId }) => requestValidatorId === validator.id,
    );
    if (used) {
      throw conflict(
        `Cannot delete request validator '${validator.name ?? validator.id}', is referenced in method request: ${resource.path}/${used.httpMethod}`,
      );
    }
  }
  delete definition.validators[validator.id ?? ''];
  save();
  return {};
}

function validatorIn(ctx: Ctx, input: GetRequestValidatorRequest) {
  const apiId = input.restApiId ?? '';
  const definition = tables.apis(ctx).get(apiId) && definitionOf(ctx, apiId);
  const validator = definition && own(definition.validators, input.requestValidatorId ?? '');
  if (!definition || !validator) throw notFound('Invalid Request Validator identifier specified');
  return { definition, validator, save: () => tables.definitions(ctx).put(apiId, definition) };
}

const rules: ReadonlyArray<PatchRule<RequestValidator>> = [
  {
    path: '/name',
    ops: ['replace'],
    apply(validator, { value }) {
      if (!value) throw badRequest('Request Validator name cannot be blank');
      validator.name = value;
    },
  },
  {
    path: '/validateRequestParameters',
    ops: ['replace'],
    apply: (validator, { value }) => {
      validator.validateRequestParameters = flag(value);
    },
  },
  {
    path: '/validateRequestBody',
    ops: ['replace'],
    apply: (validator, { value }) => {
      validator.validateRequestBody = flag(value);
    },
  },
];
