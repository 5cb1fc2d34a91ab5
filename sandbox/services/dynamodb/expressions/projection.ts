import { attribute, type Item, type Value } from '../values/value.ts';
import { type Path, parsePath, refuseOverlaps } from './path.ts';
import type { Scope } from './scope.ts';
import { cursor } from './tokens.ts';

export function parseProjection(source: string, scope: Scope, what = 'ProjectionExpression'): Path[] {
  const at = cursor(source, what);
  const paths: Path[] = [];
  do paths.push(parsePath(at, scope));
  while (at.accept(','));
  if (at.peek().kind !== 'end') throw at.fail();
  refuseOverlaps(paths, what);
  return paths;
}

/** The parts of an item that the paths lead to; list elements close up, as on AWS. */
export function project(item: Item, paths: readonly Path[]): Item {
  const picked = pick({ M: item }, paths);
  return picked && 'M' in picked ? picked.M : {};
}

function pick(value: Value, paths: readonly Path[]): Value | undefined {
  if (paths.some((path) => path.length === 0)) return value;
  const steps = [...new Set(paths.map(([step]) => step as string | number))];
  const rest = (step: string | number) =>
    paths.filter(([first]) => first === step).map((path) => path.slice(1));
  if ('M' in value) {
    const entries = steps.flatMap((step) => {
      const inner = typeof step === 'string' ? attribute(value.M, step) : undefined;
      const picked = inner && pick(inner, rest(step));
      return picked ? [[step, picked] as const] : [];
    });
    return entries.length > 0 ? { M: Object.fromEntries(entries) } : undefined;
  }
  if ('L' in value) {
    const indexes = steps.filter((step) => typeof step === 'number').sort((a, b) => a - b);
    const elements = indexes.flatMap((index) => {
      const inner = value.L[index];
      const picked = inner && pick(inner, rest(index));
      return picked ? [picked] : [];
    });
    return elements.length > 0 ? { L: elements } : undefined;
  }
  return undefined;
}
