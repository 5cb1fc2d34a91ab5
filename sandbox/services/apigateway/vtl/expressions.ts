import type { BinaryOperator, Expression } from './ast.ts';
import { spend, spendText } from './budget.ts';
import { keyOf } from './collection-methods.ts';
import { referenceValue, renderNodes, type Scope, valueText } from './evaluate.ts';
import { isTrue, listOf, mapOf, sameValue, type Value } from './values.ts';

export function expressionValue(expression: Expression, scope: Scope): Value {
  spend(scope.budget, 1);
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'interpolated':
      return renderNodes(expression.nodes, scope);
    case 'reference':
      return referenceValue(expression.reference, scope);
    case 'list':
      return listOf(expression.items.map((item) => expressionValue(item, scope)));
    case 'range':
      return range(expressionValue(expression.from, scope), expressionValue(expression.to, scope), scope);
    case 'map':
      return mapOf(
        expression.entries.map(([key, value]) => [
          keyOf(expressionValue(key, scope), scope.budget),
          expressionValue(value, scope),
        ]),
      );
    case 'not':
      return !isTrue(expressionValue(expression.operand, scope));
    case 'negative': {
      const value = expressionValue(expression.operand, scope);
      return typeof value === 'number' ? -value : null;
    }
    case 'binary':
      return binary(expression, scope);
  }
}

function range(from: Value, to: Value, scope: Scope): Value {
  if (typeof from !== 'number' || typeof to !== 'number') return null;
  const length = Math.abs(to - from) + 1;
  spend(scope.budget, length);
  const step = from <= to ? 1 : -1;
  return listOf(Array.from({ length }, (_, index) => from + index * step));
}

function binary(expression: Expression & { kind: 'binary' }, scope: Scope): Value {
  const left = expressionValue(expression.left, scope);
  if (expression.operator === 'and' && !isTrue(left)) return false;
  if (expression.operator === 'or' && isTrue(left)) return true;
  const right = expressionValue(expression.right, scope);
  return operators[expression.operator](left, right, scope);
}

const operators: Record<BinaryOperator, (left: Value, right: Value, scope: Scope) => Value> = {
  and: (_left, right) => isTrue(right),
  or: (_left, right) => isTrue(right),
  '==': (left, right, { budget }) => sameValue(left, right, budget),
  '!=': (left, right, { budget }) => !sameValue(left, right, budget),
  '<': ordered((left, right) => left < right),
  '<=': ordered((left, right) => left <= right),
  '>': ordered((left, right) => left > right),
  '>=': ordered((left, right) => left >= right),
  '+': plus,
  '-': arithmetic((left, right) => left - right),
  '*': arithmetic((left, right) => left * right),
  '/': arithmetic((left, right, whole) => (whole ? Math.trunc(left / right) : left / right)),
  '%': arithmetic((left, right) => left % right),
};

/** What is not two numbers has no order. */
function ordered(holds: (left: number, right: number) => boolean) {
  return (left: Value, right: Value): Value =>
    typeof left === 'number' && typeof right === 'number' && holds(left, right);
}

function plus(left: Value, right: Value, scope: Scope): Value {
  if (typeof left === 'number' && typeof right === 'number') return left + right;
  const text = valueText(left, scope) + valueText(right, scope);
  spendText(scope.budget, text.length);
  return text;
}

/** Integers stay integers, and what cannot be computed (a division by zero too) is nothing. */
function arithmetic(compute: (left: number, right: number, whole: boolean) => number) {
  return (left: Value, right: Value): Value => {
    if (typeof left !== 'number' || typeof right !== 'number') return null;
    const result = compute(left, right, Number.isInteger(left) && Number.isInteger(right));
    return Number.isFinite(result) ? result + 0 : null;
  };
}
