import type {
  CreateModelRequest,
  DeleteModelRequest,
  GetModelRequest,
  GetModelsRequest,
  Model,
  Models,
  UpdateModelRequest,
} from '@aws-sdk/client-api-gateway';
import type { Ctx } from '#sandbox/core/context.ts';
import { badRequest, conflict, notFound } from './errors.ts';
import { pageOf } from './paging.ts';
import { applyPatch, type PatchRule } from './patch.ts';
import type { Definition } from './records.ts';
import { definitionOf, newId, own, tables } from './tables.ts';

export function createModel(input: CreateModelRequest, ctx: Ctx): Model {
  const definition = definitionOf(ctx, input.restApiId);
  if (!input.name) throw badRequest('Model name must be non-empty');
  if (!/^[a-zA-Z0-9]+$/.test(input.name)) throw badRequest('Model name must be alphanumeric');
  if (own(definition.models, input.name)) throw conflict('Model name already exists for this REST API');
  checkSchema(input.schema);
  const model: Model = {
    id: newId(ctx, 6),
    name: input.name,
    description: input.description,
    schema: input.schema,
    contentType: input.contentType,
  };
  definition.models[input.name] = model;
  tables.definitions(ctx).put(input.restApiId ?? '', definition);
  return model;
}

export function getModel(input: GetModelRequest, ctx: Ctx): Model {
  if (input.flatten) throw badRequest('The sandbox does not flatten models: it shows them as they were made');
  return modelIn(ctx, input).model;
}

export function getModels(input: GetModelsRequest, ctx: Ctx): Models {
  return pageOf(Object.values(definitionOf(ctx, input.restApiId).models), ({ name }) => name ?? '', input);
}

export function updateModel(input: UpdateModelRequest, ctx: Ctx): Model {
  const { model, save } = modelIn(ctx, input);
  applyPatch(model, input.patchOperations, { rules, wording: 'listed', input: 'updateModelInput' });
  save();
  return model;
}

export function deleteModel(input: DeleteModelRequest, ctx: Ctx): Record<string, never> {
  const { definition, model, save } = modelIn(ctx, input);
  const user = userOf(definition, model.name ?? '');
  if (user) throw conflict(`Cannot delete model '${model.name}', is referenced in method request: ${user}`);
  delete definition.models[model.name ?? ''];
  save();
  return {};
}

function modelIn(ctx: Ctx, input: { restApiId: string | undefined; modelName: string | undefined }) {
  const definition = definitionOf(ctx, input.restApiId);
  const model = own(definition.models, input.modelName ?? '');
  if (!model) throw notFound(`Invalid model name specified: ${input.modelName}`);
  return { definition, model, save: () => tables.definitions(ctx).put(input.restApiId ?? '', definition) };
}

function userOf(definition: Definition, name: string): string | undefined {
  for (const { path, methods } of Object.values(definition.resources)) {
    for (const { httpMethod, requestModels } of Object.values(methods)) {
      if (Object.values(requestModels ?? {}).includes(name)) return `${path}/${httpMethod}`;
    }
  }
  return undefined;
}

function checkSchema(schema: string | undefined): void {
  if (!schema) throw badRequest('Model schema must have at least 1 property or array items defined');
  try {
    JSON.parse(schema);
  } catch {
    throw badRequest(
      'Invalid model specified: Validation Result: warnings : [], errors : [Invalid model schema specified]',
    );
  }
}

const rules: ReadonlyArray<PatchRule<Model>> = [
  {
    path: '/description',
    ops: ['replace'],
    apply: (model, { value }) => {
      model.description = value;
    },
  },
  {
    path: '/schema',
    ops: ['replace'],
    apply(model, { value }) {
      checkSchema(value);
      model.schema = value;
    },
  },
];
