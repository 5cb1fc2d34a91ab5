import { encodeKey } from './key-code.ts';
import { compareNumbers } from './number.ts';
import { scalarOf, setOf, typeOf, type Value } from './value.ts';

export function equal(left: Value, right: Value): boolean {
  if (typeOf(left) !== typeOf(right)) return false;
  const [a, b] = [setOf(left), setOf(right)];
  if (a && b) return a.length === b.length && a.every((element) => b.includes(element));
  if ('L' in left && 'L' in right) {
    return (
      left.L.length === right.L.length && left.L.every((element, at) => equal(element, right.L[at] as Value))
    );
  }
  if ('M' in left && 'M' in right) {
    const names = Object.keys(left.M);
    return (
      names.length === Object.keys(right.M).length &&
      names.every(
        (name) => Object.hasOwn(right.M, name) && equal(left.M[name] as Value, right.M[name] as Value),
      )
    );
  }
  return JSON.stringify(left) === JSON.stringify(right);
}

/** Below, at or above zero; `undefined` where DynamoDB has no order: other types, or two different ones. */
export function order(left: Value, right: Value): number | undefined {
  if (typeOf(left) !== typeOf(right) || scalarOf(left) === undefined) return undefined;
  if ('N' in left && 'N' in right) return compareNumbers(left.N, right.N);
  const [a, b] = [encodeKey(left), encodeKey(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}
