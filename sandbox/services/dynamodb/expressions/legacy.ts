import type {
  AttributeValueUpdate,
  ConditionalOperator,
  ExpectedAttributeValue,
  Condition as OldCondition,
} from '@aws-sdk/client-dynamodb';
import { invalid, invalidParameter } from '../errors.ts';
import { readValue } from '../values/read-value.ts';
import { typeOf, type Value } from '../values/value.ts';
import type { Condition, Operand } from './condition.ts';
import type { Update } from './update.ts';

/** The interface from before expressions, made into what the expressions are parsed to. */
export function fromFilter(
  filter: Record<string, OldCondition> | undefined,
  by: ConditionalOperator | undefined,
): Condition | undefined {
  const tests = Object.entries(filter ?? {}).map(([name, old]) =>
    fromTest(
      name,
      old.ComparisonOperator,
      old.AttributeValueList?.map((value) => readValue(value)),
    ),
  );
  return join(tests, by);
}

export function fromExpected(
  expected: Record<string, ExpectedAttributeValue> | undefined,
  by: ConditionalOperator | undefined,
): Condition | undefined {
  const tests = Object.entries(expected ?? {}).map(([name, old]): Condition => {
    if (old.ComparisonOperator !== undefined) {
      if (old.Exists !== undefined) {
        throw invalidParameter(
          `Exists and ComparisonOperator cannot be used together for Attribute: ${name}`,
        );
      }
      const list = old.AttributeValueList ?? (old.Value ? [old.Value] : []);
      return fromTest(
        name,
        old.ComparisonOperator,
        list.map((value) => readValue(value)),
      );
    }
    if (old.AttributeValueList) {
      throw invalidParameter(
        `AttributeValueList can only be used with a ComparisonOperator for Attribute: ${name}`,
      );
    }
    if (old.Exists === false) {
      if (old.Value) {
        throw invalidParameter(`Value cannot be used when Exists is set to false for Attribute: ${name}`);
      }
      return { is: 'attribute_not_exists', args: [{ path: [name] }] };
    }
    if (!old.Value) {
      throw invalidParameter(
        `Value must be provided when Exists is ${old.Exists ?? 'null'} for Attribute: ${name}`,
      );
    }
    return { is: '=', left: { path: [name] }, right: { value: readValue(old.Value) } };
  });
  return join(tests, by);
}

export function fromAttributeUpdates(updates: Record<string, AttributeValueUpdate>): Update {
  const update: Update = { set: [], remove: [], add: [], delete: [] };
  for (const [name, { Action = 'PUT', Value: given }] of Object.entries(updates)) {
    const path: [string] = [name];
    if (!given) {
      if (Action !== 'DELETE') {
        throw invalidParameter(`Only DELETE action is allowed when no attribute value is specified`);
      }
      update.remove.push(path);
      continue;
    }
    const value = readValue(given);
    if (Action === 'PUT') update.set.push({ path, to: { value } });
    else if (Action === 'ADD') addTo(update, path, value);
    else deleteFrom(update, path, value);
  }
  return update;
}

function addTo(update: Update, path: [string], value: Value): void {
  if ('L' in value) {
    update.set.push({
      path,
      to: {
        is: 'list_append',
        left: { is: 'if_not_exists', path, otherwise: { value: { L: [] } } },
        right: { value },
      },
    });
  } else if ('N' in value || isSet(value)) update.add.push({ path, value });
  else throw invalidParameter(`ADD action is not supported for the type ${typeOf(value)}`);
}

function deleteFrom(update: Update, path: [string], value: Value): void {
  if (!isSet(value)) {
    throw invalidParameter(`DELETE action with value is not supported for the type ${typeOf(value)}`);
  }
  update.delete.push({ path, value });
}

function isSet(value: Value): boolean {
  return 'SS' in value || 'NS' in value || 'BS' in value;
}

const COMPARATORS = { EQ: '=', NE: '<>', LT: '<', LE: '<=', GT: '>', GE: '>=' } as const;
const OPERANDS: Record<string, number> = { BETWEEN: 2, NULL: 0, NOT_NULL: 0 };

function fromTest(name: string, operator: string | undefined, values: Value[] = []): Condition {
  if (operator === undefined)
    throw invalidParameter(`ComparisonOperator must be given for Attribute: ${name}`);
  const of: Operand = { path: [name] };
  const operands = values.map((value): Operand => ({ value }));
  if (operator === 'IN' ? operands.length === 0 : operands.length !== (OPERANDS[operator] ?? 1)) {
    throw invalidParameter(`Invalid number of argument(s) for the ${operator} ComparisonOperator`);
  }
  const [first, second] = operands as [Operand, Operand];
  if (operator in COMPARATORS) {
    return { is: COMPARATORS[operator as keyof typeof COMPARATORS], left: of, right: first };
  }
  switch (operator) {
    case 'BETWEEN':
      return { is: 'between', of, low: first, high: second };
    case 'IN':
      return { is: 'in', of, among: operands };
    case 'NULL':
      return { is: 'attribute_not_exists', args: [of] };
    case 'NOT_NULL':
      return { is: 'attribute_exists', args: [of] };
    case 'BEGINS_WITH':
      return { is: 'begins_with', args: [of, first] };
    case 'CONTAINS':
      return { is: 'contains', args: [of, first] };
    case 'NOT_CONTAINS':
      return {
        is: 'and',
        left: { is: 'attribute_exists', args: [of] },
        right: { is: 'not', of: { is: 'contains', args: [of, first] } },
      };
    default:
      throw invalid(`Unsupported ComparisonOperator: ${operator}`);
  }
}

function join(tests: Condition[], by: ConditionalOperator | undefined): Condition | undefined {
  if (tests.length === 0) return undefined;
  const is = by === 'OR' ? 'or' : 'and';
  return tests.reduce((left, right) => ({ is, left, right }));
}
