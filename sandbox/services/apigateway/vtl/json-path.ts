import { type Budget, spend } from './budget.ts';
import { holds } from './json-path-filter.ts';
import { type PathStep, parsePath } from './json-path-parse.ts';
import type { Json } from './values.ts';

/**
 * What `$input.json` and `$input.path` select. A definite path gives its one value, or `undefined` where there is
 * none; a path with `*`, `..`, a slice or a filter gives the list of all it finds.
 */
export function selectPath(root: Json, path: string, budget: Budget): Json | undefined {
  const steps = parsePath(path);
  let found: Json[] = [root];
  let definite = true;
  for (const step of steps) {
    if (step.kind === 'length') {
      const [only] = found;
      return Array.isArray(only)
        ? only.length
        : only && typeof only === 'object'
          ? Object.keys(only).length
          : undefined;
    }
    definite &&=
      (step.kind === 'names' && step.names.length === 1) ||
      (step.kind === 'indexes' && step.indexes.length === 1);
    found = found.flatMap((value) => {
      spend(budget, 1);
      return [...children(value, step, root, budget)];
    });
    spend(budget, found.length);
  }
  return definite ? found[0] : found;
}

function* children(value: Json, step: PathStep, root: Json, budget: Budget): Generator<Json> {
  switch (step.kind) {
    case 'names':
      for (const name of step.names) yield* member(value, name);
      return;
    case 'indexes':
      for (const index of step.indexes) {
        const item = Array.isArray(value) ? value.at(index) : undefined;
        if (item !== undefined) yield item;
      }
      return;
    case 'slice':
      if (Array.isArray(value)) yield* value.slice(step.from, step.to);
      return;
    case 'all':
      yield* itemsIn(value);
      return;
    case 'filter':
      for (const item of Array.isArray(value) ? value : [value]) {
        spend(budget, 1);
        if (holds(step.test, item, root)) yield item;
      }
      return;
    case 'deep':
      yield* deep(value, budget);
      return;
    case 'length':
      return;
  }
}

function* member(value: Json, name: string): Generator<Json> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return;
  if (Object.hasOwn(value, name)) yield value[name] as Json;
}

function itemsIn(value: Json): Json[] {
  if (Array.isArray(value)) return value;
  return value !== null && typeof value === 'object' ? Object.values(value) : [];
}

function* deep(value: Json, budget: Budget): Generator<Json> {
  const waiting = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    spend(budget, 1);
    yield next;
    for (const item of itemsIn(next).toReversed()) waiting.push(item);
  }
}
