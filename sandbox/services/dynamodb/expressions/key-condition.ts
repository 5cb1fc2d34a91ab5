import { invalid, invalidParameter } from '../errors.ts';
import type { KeyNames } from '../tables/record.ts';
import { scalarOf, typeOf, type Value } from '../values/value.ts';
import type { Condition, Operand } from './condition.ts';
import { wrong } from './tokens.ts';

/** What a query asks of the keys. */
export interface KeyCondition {
  hash: Value;
  range?: RangeCondition;
}

export type RangeCondition =
  | { is: '=' | '<' | '<=' | '>' | '>=' | 'begins_with'; value: Value }
  | { is: 'between'; low: Value; high: Value };

type Test = { name: string } & RangeCondition;

const WHAT = 'KeyConditionExpression';

/** From a parsed KeyConditionExpression, or from what the older KeyConditions were made into. */
export function readKeyCondition(
  condition: Condition,
  key: KeyNames,
  types: Readonly<Record<string, string>>,
): KeyCondition {
  const tests = flatten(condition).map(readTest);
  const names = tests.map(({ name }) => name);
  if (new Set(names).size < names.length) {
    throw invalid('KeyConditionExpressions must only contain one condition per key');
  }
  const hash = tests.find(({ name }) => name === key.hash);
  if (!hash) throw missed(key.hash);
  const range = key.range === undefined ? undefined : tests.find(({ name }) => name === key.range);
  if (tests.length > 2 || (tests.length === 2 && !range)) {
    throw key.range === undefined ? invalid('Query key condition not supported') : missed(key.range);
  }
  if (hash.is !== '=') throw invalid('Query key condition not supported');
  for (const test of range ? [hash, range] : [hash]) checkValues(test, types[test.name] as string);
  return { hash: hash.value, ...(range && { range }) };
}

function flatten(condition: Condition): Condition[] {
  return condition.is === 'and' ? [...flatten(condition.left), ...flatten(condition.right)] : [condition];
}

function readTest(condition: Condition): Test {
  switch (condition.is) {
    case 'between':
      return {
        is: 'between',
        name: nameOf(condition.of),
        low: constantOf(condition.low),
        high: constantOf(condition.high),
      };
    case 'begins_with':
      return { is: 'begins_with', name: nameOf(condition.args[0]), value: constantOf(condition.args[1]) };
    case '=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return { is: condition.is, name: nameOf(condition.left), value: constantOf(condition.right) };
    default:
      throw wrong(WHAT, `Invalid operator used in KeyConditionExpression: ${condition.is.toUpperCase()}`);
  }
}

function nameOf(operand: Operand | undefined): string {
  if (!operand || !('path' in operand)) {
    throw wrong(
      WHAT,
      'Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition',
    );
  }
  const [name, ...more] = operand.path;
  if (more.length > 0) {
    throw wrong(WHAT, 'KeyConditionExpressions cannot have conditions on nested attributes');
  }
  return name as string;
}

function constantOf(operand: Operand | undefined): Value {
  if (operand && 'value' in operand) return operand.value;
  throw wrong(
    WHAT,
    'Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition',
  );
}

function checkValues(test: Test, expected: string): void {
  const values = test.is === 'between' ? [test.low, test.high] : [test.value];
  for (const value of values) {
    if (typeOf(value) !== expected) {
      throw invalidParameter('Condition parameter type does not match schema type');
    }
    if (scalarOf(value) === '' && test.is === '=') {
      throw invalid(
        `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty ${expected === 'B' ? 'binary' : 'string'} value. Key: ${test.name}`,
      );
    }
  }
}

function missed(name: string) {
  return invalid(`Query condition missed key schema element: ${name}`);
}
