import type { AttributeValue, ConditionalOperator, ExpectedAttributeValue } from '@aws-sdk/client-dynamodb';
import { type Condition, parseCondition } from '../expressions/condition.ts';
import { fromExpected } from '../expressions/legacy.ts';
import { openScope, refuseMixed, type Scope } from '../expressions/scope.ts';

/** What every conditional write may carry, in the older form and the newer. */
export interface Conditional {
  ConditionExpression?: string | undefined;
  ExpressionAttributeNames?: Record<string, string> | undefined;
  ExpressionAttributeValues?: Record<string, AttributeValue> | undefined;
  Expected?: Record<string, ExpectedAttributeValue> | undefined;
  ConditionalOperator?: ConditionalOperator | undefined;
}

/** Opens the request's placeholders, lets `read` parse what else uses them, and refuses what nobody used. */
export function readConditional<T>(
  input: Conditional,
  more: { old?: Record<string, unknown>; expressions?: Record<string, string | undefined> },
  read: (scope: Scope) => T,
): { condition: Condition | undefined; rest: T } {
  const expressions = { ...more.expressions, ConditionExpression: input.ConditionExpression };
  const { Expected, ConditionalOperator } = input;
  refuseMixed({ ...more.old, Expected, ConditionalOperator }, expressions);
  const scope = openScope(input, expressions, Object.keys(expressions));
  const rest = read(scope);
  const condition =
    input.ConditionExpression === undefined
      ? fromExpected(Expected, ConditionalOperator)
      : parseCondition(input.ConditionExpression, 'ConditionExpression', scope);
  scope.close();
  return { condition, rest };
}
