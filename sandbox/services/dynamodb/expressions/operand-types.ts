import { typeOf, type ValueType } from '../values/value.ts';
import type { Operand } from './condition.ts';
import { printPath } from './path.ts';
import { wrong } from './tokens.ts';

const ORDERED: readonly ValueType[] = ['S', 'N', 'B'];
const TYPES = ['B', 'NULL', 'SS', 'BOOL', 'L', 'BS', 'N', 'NS', 'S', 'M'];

/** What AWS finds out about operands without an item: values of a type that the operator cannot take. */
export function checkOperands(what: string, operator: string, operands: Operand[]): void {
  const values = operands.flatMap((operand) => ('value' in operand ? [operand.value] : []));
  if (['<', '<=', '>', '>=', 'BETWEEN'].includes(operator)) {
    for (const value of values)
      if (!ORDERED.includes(typeOf(value))) throw badType(what, operator, typeOf(value));
  }
  if (operator === 'attribute_exists' || operator === 'attribute_not_exists')
    requirePath(what, operator, operands[0]);
  if (operator === 'attribute_type') checkAttributeType(what, operands);
  if (operator === 'begins_with') {
    for (const value of values)
      if (!('S' in value || 'B' in value)) throw badType(what, operator, typeOf(value));
  }
  const [first, second] = operands.map((operand) =>
    'path' in operand ? printPath(operand.path) : undefined,
  );
  const distinct = /^[=<>]/.test(operator) || operator === 'begins_with' || operator === 'contains';
  if (distinct && first !== undefined && first === second) {
    throw wrong(
      what,
      `The first operand must be distinct from the remaining operands for this operator or function; operator: ${operator}, first operand: ${first}`,
    );
  }
}

function requirePath(what: string, operator: string, operand: Operand | undefined): void {
  if (operand && 'path' in operand) return;
  throw wrong(what, `Operator or function requires a document path; operator or function: ${operator}`);
}

function checkAttributeType(what: string, operands: Operand[]): void {
  requirePath(what, 'attribute_type', operands[0]);
  const type = operands[1];
  if (!type || !('value' in type)) return;
  if (!('S' in type.value)) throw badType(what, 'attribute_type', typeOf(type.value));
  if (TYPES.includes(type.value.S)) return;
  throw wrong(
    what,
    `Invalid attribute type name found; type: ${type.value.S}, valid types: {${TYPES.join(',')}}`,
  );
}

function badType(what: string, operator: string, type: string) {
  const label = /^[a-z]/.test(operator) ? 'operator or function' : 'operator';
  return wrong(
    what,
    `Incorrect operand type for operator or function; ${label}: ${operator}, operand type: ${type}`,
  );
}
