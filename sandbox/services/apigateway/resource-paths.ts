import { badRequest, conflict } from './errors.ts';
import { facts } from './facts.ts';
import type { Definition, ResourceRecord } from './records.ts';

export function checkPathPart(pathPart: string | undefined): string {
  if (pathPart !== undefined && new RegExp(facts.pathPart).test(pathPart)) return pathPart;
  throw badRequest(
    "Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end.",
  );
}

/** Puts a resource under a parent by AWS's rules for variables and names, and renews the paths of all below it. */
export function placeUnder(
  definition: Definition,
  resource: ResourceRecord,
  { parent, pathPart }: { parent: ResourceRecord; pathPart: string },
): void {
  if (parent.pathPart?.endsWith('+}')) {
    throw badRequest(`Cannot create a child of a resource with a greedy path variable: ${parent.pathPart}`);
  }
  const siblings = Object.values(definition.resources).filter(
    (other) => other.parentId === parent.id && other.id !== resource.id,
  );
  if (siblings.some((sibling) => sibling.pathPart === pathPart)) {
    throw conflict(`Another resource with the same parent already has this name: ${pathPart}`);
  }
  const variable = pathPart.startsWith('{') && siblings.find((sibling) => sibling.pathPart?.startsWith('{'));
  if (variable) {
    throw badRequest(
      `A sibling (${variable.pathPart}) of this resource already has a variable path part -- only one is allowed`,
    );
  }
  resource.parentId = parent.id;
  resource.pathPart = pathPart;
  renewPath(definition, resource, parent.path);
}

function renewPath(definition: Definition, resource: ResourceRecord, parentPath: string): void {
  resource.path = `${parentPath === '/' ? '' : parentPath}/${resource.pathPart}`;
  for (const child of Object.values(definition.resources)) {
    if (child.parentId === resource.id) renewPath(definition, child, resource.path);
  }
}
