import type { QueryCommandInput, QueryCommandOutput } from '@aws-sdk/client-dynamodb';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { invalid } from '../errors.ts';
import { attributeNames } from '../expressions/attribute-names.ts';
import { type Condition, parseCondition } from '../expressions/condition.ts';
import { type KeyCondition, type RangeCondition, readKeyCondition } from '../expressions/key-condition.ts';
import { fromFilter } from '../expressions/legacy.ts';
import { openScope, refuseMixed } from '../expressions/scope.ts';
import { READ } from '../facts.ts';
import { type IndexRecord, type KeyNames, type TableRecord, usableTable } from '../tables/record.ts';
import { tableName } from '../tables/table-name.ts';
import { equal } from '../values/compare.ts';
import { END, encodeKey, TOP } from '../values/key-code.ts';
import type { Value } from '../values/value.ts';
import { indexSpace, itemSpace, keyNames, partition } from './keys.ts';
import { readPage } from './page.ts';
import { findIndex, mustFetch, readFilter, readPaths, readStart } from './page-request.ts';
import type { Stretch } from './walk.ts';

export const query: Operation<QueryCommandInput, QueryCommandOutput> = (input, ctx) => {
  const name = tableName(input.TableName);
  enforce(input, READ);
  if (input.Limit !== undefined && input.Limit < 1) {
    throw invalid(
      "1 validation error detected: Value at 'Limit' failed to satisfy constraint: Member must have value greater than or equal to 1",
    );
  }
  const { KeyConditionExpression, FilterExpression, ProjectionExpression } = input;
  const expressions = { KeyConditionExpression, FilterExpression, ProjectionExpression };
  const { AttributesToGet, QueryFilter, KeyConditions, ConditionalOperator } = input;
  refuseMixed({ AttributesToGet, QueryFilter, ConditionalOperator, KeyConditions }, expressions);
  const scope = openScope(input, expressions, ['FilterExpression', 'KeyConditionExpression']);
  const filter = readFilter(input, QueryFilter, scope);
  const condition =
    KeyConditionExpression === undefined
      ? fromFilter(KeyConditions, 'AND')
      : parseCondition(KeyConditionExpression, 'KeyConditionExpression', scope);
  const paths = readPaths(input, scope);
  scope.close();
  if (!condition) {
    throw invalid(
      'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.',
    );
  }

  const table = usableTable(ctx, name);
  const index = findIndex(table, input);
  const key = index?.key ?? table.key;
  const wanted = readKeyCondition(condition, key, table.attributes);
  refuseKeysIn(filter, key, FilterExpression === undefined ? 'QueryFilter' : 'Filter Expression');
  const reverse = input.ScanIndexForward === false;
  const start = readStart(table, index, input.ExclusiveStartKey);
  if (start && !equal(start.key[key.hash] as Value, wanted.hash)) {
    throw invalid('The provided starting key is outside query boundaries based on provided conditions');
  }
  return readPage(ctx, table, {
    stretch: narrowed(stretchOf(table, index, wanted, reverse), start?.at),
    index,
    limit: input.Limit,
    filter,
    paths,
    select: input.Select,
    fetch: mustFetch(table, index, input.Select, paths),
    consistent: input.ConsistentRead === true,
    reportCapacity: input.ReturnConsumedCapacity,
  });
};

/** What is left of a stretch behind the key where the last page ended. */
export function narrowed(stretch: Stretch, start: string | undefined): Stretch {
  if (start === undefined) return stretch;
  const { low, high, reverse } = stretch;
  return reverse
    ? { low, high: start < high ? start : high, reverse }
    : { low: start > low ? start : low, high, reverse };
}

function stretchOf(
  table: TableRecord,
  index: IndexRecord | undefined,
  { hash, range }: KeyCondition,
  reverse: boolean,
): Stretch {
  const base = (index ? indexSpace(table, index) : itemSpace(table)) + partition(hash);
  const [low, high] = range ? boundsOf(base, range) : [base, base + TOP];
  return { low, high, reverse };
}

/** An encoded key is always followed by END, so that what is below, at and above it can be told apart. */
function boundsOf(base: string, range: RangeCondition): [low: string, high: string] {
  const below = (value: Value) => base + encodeKey(value);
  const above = (value: Value) => `${base}${encodeKey(value)}${END}${TOP}`;
  switch (range.is) {
    case 'between':
      return [below(range.low), above(range.high)];
    case 'begins_with':
      return [below(range.value), below(range.value) + TOP];
    case '=':
      return [below(range.value), above(range.value)];
    case '<':
      return [base, below(range.value)];
    case '<=':
      return [base, above(range.value)];
    case '>':
      return [above(range.value), base + TOP];
    case '>=':
      return [below(range.value), base + TOP];
  }
}

function refuseKeysIn(filter: Condition | undefined, key: KeyNames, what: string): void {
  const used = filter ? attributeNames(filter) : [];
  const name = keyNames(key).find((one) => used.includes(one));
  if (name === undefined) return;
  throw invalid(`${what} can only contain non-primary key attributes: Primary key attribute: ${name}`);
}
