import { invalid } from '../errors.ts';
import { addNumbers } from '../values/number.ts';
import { attribute, type Item, setOf, typeOf, type Value } from '../values/value.ts';
import { follow, type Path } from './path.ts';
import type { Source, Update } from './update.ts';

/** The item after an update. Every operand is read from the item as it was before. */
export function applyUpdate(update: Update, before: Item): Item {
  const root: Value = { M: structuredClone(before) };
  const writes: Write[] = [
    ...update.set.map(({ path, to }) => ({ path, value: resolve(to, before) })),
    ...update.add.map(({ path, value }) => ({ path, value: added(follow(before, path), value) })),
    ...update.delete.flatMap(({ path, value }) => deleted(follow(before, path), path, value)),
  ];
  for (const write of writes.filter(({ value }) => value !== undefined).sort(byListIndex)) {
    assign(root, write.path, write.value as Value);
  }
  const removals = [
    ...update.remove,
    ...writes.flatMap(({ path, value }) => (value === undefined ? [path] : [])),
  ];
  // From the back, so that what closes up moves nothing that is still to be removed.
  for (const path of removals.sort((a, b) => lastIndex(b) - lastIndex(a))) remove(root, path);
  return root.M;
}

interface Write {
  path: Path;
  /** `undefined`: the attribute goes, as a set does when its last element is deleted. */
  value: Value | undefined;
}

function resolve(source: Source, item: Item): Value {
  if ('is' in source) {
    if (source.is === 'if_not_exists') return follow(item, source.path) ?? resolve(source.otherwise, item);
    const [left, right] = [resolve(source.left, item), resolve(source.right, item)];
    if (source.is === 'list_append') {
      if (!('L' in left && 'L' in right)) throw wrongType();
      return { L: [...left.L, ...right.L] };
    }
    if (!('N' in left && 'N' in right)) throw wrongType();
    return { N: addNumbers(left.N, right.N, source.is === '+' ? 1 : -1) };
  }
  if ('value' in source) return source.value;
  const value = follow(item, source.path);
  if (value) return value;
  throw invalid('The provided expression refers to an attribute that does not exist in the item');
}

function added(current: Value | undefined, more: Value): Value {
  if (current === undefined) return more;
  if (typeOf(current) !== typeOf(more)) throw wrongType();
  if ('N' in current && 'N' in more) return { N: addNumbers(current.N, more.N) };
  return withElements(current, [...new Set([...(setOf(current) ?? []), ...(setOf(more) ?? [])])]);
}

function deleted(current: Value | undefined, path: Path, less: Value): Write[] {
  if (current === undefined) return [];
  if (typeOf(current) !== typeOf(less)) throw wrongType();
  const left = (setOf(current) ?? []).filter((element) => !setOf(less)?.includes(element));
  return [{ path, value: left.length === 0 ? undefined : withElements(current, left) }];
}

function withElements(set: Value, elements: string[]): Value {
  if ('SS' in set) return { SS: elements };
  return 'NS' in set ? { NS: elements } : { BS: elements };
}

function assign(root: Value, path: Path, value: Value): void {
  const parent = parentOf(root, path);
  const step = path.at(-1);
  if (parent && typeof step === 'string' && 'M' in parent) {
    Object.defineProperty(parent.M, step, { value, enumerable: true, writable: true, configurable: true });
  } else if (parent && typeof step === 'number' && 'L' in parent) {
    parent.L[Math.min(step, parent.L.length)] = value;
  } else throw invalidPath();
}

function remove(root: Value, path: Path): void {
  const parent = parentOf(root, path);
  const step = path.at(-1);
  if (parent && typeof step === 'string' && 'M' in parent) delete parent.M[step];
  else if (parent && typeof step === 'number' && 'L' in parent) parent.L.splice(step, 1);
  else if (path.length > 1) throw invalidPath();
}

function parentOf(root: Value, path: Path): Value | undefined {
  let value: Value | undefined = root;
  for (const step of path.slice(0, -1)) {
    if (value === undefined) return undefined;
    if (typeof step === 'string') value = 'M' in value ? attribute(value.M, step) : undefined;
    else value = 'L' in value ? value.L[step] : undefined;
  }
  return value;
}

function lastIndex(path: Path): number {
  const last = path.at(-1);
  return typeof last === 'number' ? last : -1;
}

/** Elements beyond a list's end are appended in the order of their indexes. */
function byListIndex(one: Write, two: Write): number {
  return lastIndex(one.path) - lastIndex(two.path);
}

function invalidPath() {
  return invalid('The document path provided in the update expression is invalid for update');
}

function wrongType() {
  return invalid('An operand in the update expression has an incorrect data type');
}
