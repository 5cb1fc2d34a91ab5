import type { AttributeValue, QueryCommandInput } from '@aws-sdk/client-dynamodb';
import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import { parseCondition } from '../expressions/condition.ts';
import { readKeyCondition } from '../expressions/key-condition.ts';
import { fromFilter } from '../expressions/legacy.ts';
import { openScope } from '../expressions/scope.ts';
import { findTable, type TableRecord } from '../tables/record.ts';
import { readValue } from '../values/read-value.ts';
import { scalarOf } from '../values/value.ts';

/** The partition keys of the items that a call is about. */
export function leadingKeys(ctx: Ctx, name: string | undefined, items: object[]): string[] {
  const table = tableOf(ctx, name);
  if (!table) return [];
  return items.flatMap((item) => {
    const value = (item as Record<string, AttributeValue>)[table.key.hash];
    const key = value && validOnly(() => scalarOf(readValue(value)));
    return key === undefined ? [] : [key];
  });
}

/** The partition key that a query asks for; a query that says none is refused later anyway. */
export function queriedKey(ctx: Ctx, input: Partial<QueryCommandInput>): string | undefined {
  const table = tableOf(ctx, input.TableName);
  if (!table) return undefined;
  const key = table.indexes.find(({ name }) => name === input.IndexName)?.key ?? table.key;
  return validOnly(() => {
    const { KeyConditionExpression: expression } = input;
    const scope = openScope(input, { KeyConditionExpression: expression }, ['KeyConditionExpression']);
    const condition =
      expression === undefined
        ? fromFilter(input.KeyConditions, 'AND')
        : parseCondition(expression, 'KeyConditionExpression', scope);
    return condition && scalarOf(readKeyCondition(condition, key, table.attributes).hash);
  });
}

function tableOf(ctx: Ctx, name = ''): TableRecord | undefined {
  return findTable(ctx, name.slice(name.indexOf('/') + 1));
}

function validOnly<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof AwsError) return undefined;
    throw error;
  }
}
