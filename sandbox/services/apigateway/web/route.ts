import type { Method } from '@aws-sdk/client-api-gateway';
import type { Definition, ResourceRecord } from '../records.ts';
import { own } from '../tables.ts';

export interface Match {
  resource: ResourceRecord;
  method: Method;
  pathParameters: Record<string, string>;
}

/** Exact parts before variables, variables before greedy ones; `undefined` for an unknown path or a wrong method. */
export function route(definition: Definition, httpMethod: string, path: string): Match | undefined {
  const parts = partsOf(path);
  const candidates = Object.values(definition.resources)
    .map((resource) => ({ resource, pathParameters: matches(partsOf(resource.path), parts) }))
    .filter(
      (one): one is { resource: ResourceRecord; pathParameters: Record<string, string> } =>
        !!one.pathParameters,
    )
    .sort((a, b) => rank(b.resource, a.resource));
  for (const { resource, pathParameters } of candidates) {
    const method = own(resource.methods, httpMethod) ?? own(resource.methods, 'ANY');
    if (method) return { resource, method, pathParameters };
    // A resource that fits better hides the ones behind it, whatever methods they have.
    if (Object.keys(resource.methods).length > 0) return undefined;
  }
  return undefined;
}

function partsOf(path: string): string[] {
  const trimmed = path.replace(/^\//, '').replace(/\/$/, '');
  return trimmed === '' ? [] : trimmed.split('/');
}

function matches(pattern: string[], parts: string[]): Record<string, string> | undefined {
  const found: Record<string, string> = {};
  for (const [at, wanted] of pattern.entries()) {
    const greedy = /^\{(.+)\+\}$/.exec(wanted)?.[1];
    if (greedy) {
      if (parts.length <= at) return undefined;
      found[greedy] = parts.slice(at).join('/');
      return found;
    }
    const part = parts[at];
    if (part === undefined) return undefined;
    const variable = /^\{(.+)\}$/.exec(wanted)?.[1];
    if (variable) found[variable] = part;
    else if (wanted !== part) return undefined;
  }
  return pattern.length === parts.length ? found : undefined;
}

/** Compares two patterns that both fit, part by part. */
function rank(a: ResourceRecord, b: ResourceRecord): number {
  const [ones, others] = [partsOf(a.path).map(weight), partsOf(b.path).map(weight)];
  for (const [at, one] of ones.entries()) {
    const difference = one - (others[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return ones.length - others.length;
}

function weight(part: string): number {
  if (part.endsWith('+}')) return 1;
  return part.startsWith('{') ? 2 : 3;
}
