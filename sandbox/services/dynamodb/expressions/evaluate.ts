import { equal, order } from '../values/compare.ts';
import { encodeKey } from '../values/key-code.ts';
import { fromBase64, type Item, scalarOf, setOf, typeOf, type Value } from '../values/value.ts';
import type { Comparator, Condition, Operand } from './condition.ts';
import { follow } from './path.ts';

/** Whether a condition holds for an item; no item is as one without attributes. */
export function holds(condition: Condition, item: Item): boolean {
  switch (condition.is) {
    case 'and':
      return holds(condition.left, item) && holds(condition.right, item);
    case 'or':
      return holds(condition.left, item) || holds(condition.right, item);
    case 'not':
      return !holds(condition.of, item);
    case 'between': {
      const [of, low, high] = [condition.of, condition.low, condition.high].map((one) => resolve(one, item));
      return compare('>=', of, low) && compare('<=', of, high);
    }
    case 'in':
      return condition.among.some((one) => compare('=', resolve(condition.of, item), resolve(one, item)));
    case 'attribute_exists':
      return resolve(condition.args[0], item) !== undefined;
    case 'attribute_not_exists':
      return resolve(condition.args[0], item) === undefined;
    case 'attribute_type':
    case 'begins_with':
    case 'contains': {
      const [value, argument] = condition.args.map((operand) => resolve(operand, item));
      return value !== undefined && argument !== undefined && TESTS[condition.is](value, argument);
    }
    default:
      return compare(condition.is, resolve(condition.left, item), resolve(condition.right, item));
  }
}

const TESTS = {
  attribute_type: (value: Value, type: Value) => 'S' in type && typeOf(value) === type.S,
  begins_with: beginsWith,
  contains,
};

export function beginsWith(value: Value, prefix: Value): boolean {
  if ('S' in value && 'S' in prefix) return value.S.startsWith(prefix.S);
  return 'B' in value && 'B' in prefix && encodeKey(value).startsWith(encodeKey(prefix));
}

function contains(value: Value, part: Value): boolean {
  if ('S' in value) return 'S' in part && value.S.includes(part.S);
  if ('B' in value) return 'B' in part && bytesText(value.B).includes(bytesText(part.B));
  if ('L' in value) return value.L.some((element) => equal(element, part));
  const set = setOf(value);
  const element = scalarOf(part);
  return (
    set !== undefined &&
    element !== undefined &&
    typeOf(value) === `${typeOf(part)}S` &&
    set.includes(element)
  );
}

/** One character a byte, so that a part is found at whole bytes only. */
function bytesText(base64: string): string {
  return atob(base64);
}

function compare(by: Comparator, left: Value | undefined, right: Value | undefined): boolean {
  if (left === undefined || right === undefined) return by === '<>' && left !== right;
  if (by === '=') return equal(left, right);
  if (by === '<>') return !equal(left, right);
  const sign = order(left, right);
  if (sign === undefined) return false;
  if (by === '<') return sign < 0;
  if (by === '<=') return sign <= 0;
  return by === '>' ? sign > 0 : sign >= 0;
}

function resolve(operand: Operand | undefined, item: Item): Value | undefined {
  if (operand === undefined) return undefined;
  if ('value' in operand) return operand.value;
  if ('path' in operand) return follow(item, operand.path);
  const value = resolve(operand.size, item);
  const size = value && sizeFor(value);
  return size === undefined ? undefined : { N: String(size) };
}

/** What `size()` says: characters, bytes or elements; other types have none. */
function sizeFor(value: Value): number | undefined {
  if ('S' in value) return value.S.length;
  if ('B' in value) return fromBase64(value.B).length;
  if ('L' in value) return value.L.length;
  if ('M' in value) return Object.keys(value.M).length;
  return setOf(value)?.length;
}
