import type {
  CreateResourceRequest,
  DeleteResourceRequest,
  GetResourceRequest,
  GetResourcesRequest,
  Method,
  Resource,
  Resources,
  UpdateResourceRequest,
} from '@aws-sdk/client-api-gateway';
import type { Ctx } from '#sandbox/core/context.ts';
import { badRequest, notFound } from './errors.ts';
import { pageOf } from './paging.ts';
import { applyPatch, type PatchRule } from './patch.ts';
import type { Definition, ResourceRecord } from './records.ts';
import { checkPathPart, placeUnder } from './resource-paths.ts';
import { definitionOf, newId, own, resourceIn } from './tables.ts';

export function createResource(input: CreateResourceRequest, ctx: Ctx): Resource {
  const { definition, resource: parent, save } = resourceIn(ctx, { ...input, resourceId: input.parentId });
  const pathPart = checkPathPart(input.pathPart);
  const id = newId(ctx, 6);
  const resource: ResourceRecord = { id, path: '', methods: {} };
  placeUnder(definition, resource, { parent, pathPart });
  definition.resources[id] = resource;
  save();
  return show(resource, []);
}

export function getResource(input: GetResourceRequest, ctx: Ctx): Resource {
  return show(resourceIn(ctx, input).resource, input.embed);
}

export function getResources(input: GetResourcesRequest, ctx: Ctx): Resources {
  const resources = Object.values(definitionOf(ctx, input.restApiId).resources);
  const { items, position } = pageOf(resources, (resource) => resource.path, input);
  return { items: items.map((resource) => show(resource, input.embed)), position };
}

export function updateResource(input: UpdateResourceRequest, ctx: Ctx): Resource {
  const { definition, resource, save } = resourceIn(ctx, input);
  const rules = rulesFor(definition);
  applyPatch(resource, input.patchOperations, { rules, wording: 'listed', input: 'updateResourceInput' });
  save();
  return show(resource, []);
}

export function deleteResource(input: DeleteResourceRequest, ctx: Ctx): Record<string, never> {
  const { definition, resource, save } = resourceIn(ctx, input);
  if (!resource.parentId) throw badRequest('Root resource cannot be deleted.');
  for (const id of below(definition, resource.id)) delete definition.resources[id];
  save();
  return {};
}

function rulesFor(definition: Definition): ReadonlyArray<PatchRule<ResourceRecord>> {
  return [
    {
      path: '/parentId',
      ops: ['replace'],
      apply(resource, { value }) {
        if (!resource.parentId) throw badRequest('Root resource cannot update its parentId.');
        const parent = own(definition.resources, value ?? '');
        if (!parent) throw notFound('Invalid Resource identifier specified');
        if (below(definition, resource.id).includes(parent.id))
          throw badRequest('Resources cannot be cyclical.');
        placeUnder(definition, resource, { parent, pathPart: resource.pathPart ?? '' });
      },
    },
    {
      path: '/pathPart',
      ops: ['replace'],
      apply(resource, { value }) {
        const parent = own(definition.resources, resource.parentId ?? '');
        if (!parent) throw badRequest('Root resource cannot update its pathPart.');
        placeUnder(definition, resource, { parent, pathPart: checkPathPart(value) });
      },
    },
  ];
}

/** A resource and all that hangs from it. */
function below(definition: Definition, id: string): string[] {
  const children = Object.values(definition.resources).filter((resource) => resource.parentId === id);
  return [id, ...children.flatMap((child) => below(definition, child.id))];
}

function show(resource: ResourceRecord, embed: string[] | undefined): Resource {
  const { id, parentId, pathPart, path, methods } = resource;
  const names = Object.keys(methods);
  if (names.length === 0) return { id, parentId, pathPart, path };
  const full = embed?.includes('methods');
  const resourceMethods: Record<string, Method> = full
    ? methods
    : Object.fromEntries(names.map((name) => [name, {}]));
  return { id, parentId, pathPart, path, resourceMethods };
}
