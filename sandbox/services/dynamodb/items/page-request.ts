import type {
  AttributeValue,
  ConditionalOperator,
  Condition as OldCondition,
  Select,
} from '@aws-sdk/client-dynamodb';
import { invalid, invalidParameter } from '../errors.ts';
import { type Condition, parseCondition } from '../expressions/condition.ts';
import { fromFilter } from '../expressions/legacy.ts';
import type { Path } from '../expressions/path.ts';
import { parseProjection } from '../expressions/projection.ts';
import type { Scope } from '../expressions/scope.ts';
import type { IndexRecord, TableRecord } from '../tables/record.ts';
import { readItem } from '../values/read-value.ts';
import { type Item, typeOf, type Value } from '../values/value.ts';
import { indexKey, itemKey, keyNames } from './keys.ts';
import { projectedNames } from './projected.ts';
import { attributesToGet } from './selection.ts';

interface Input {
  IndexName?: string | undefined;
  Select?: Select | undefined;
  ConsistentRead?: boolean | undefined;
  FilterExpression?: string | undefined;
  ProjectionExpression?: string | undefined;
  AttributesToGet?: string[] | undefined;
  ConditionalOperator?: ConditionalOperator | undefined;
}

export function findIndex(table: TableRecord, input: Input): IndexRecord | undefined {
  if (input.IndexName === undefined) return undefined;
  const index = table.indexes.find(({ name }) => name === input.IndexName);
  if (!index || index.change === 'DELETING') {
    throw invalid(`The table does not have the specified index: ${input.IndexName}`);
  }
  if (index.change === 'CREATING') {
    throw invalid(`Cannot read from backfilling global secondary index: ${index.name}`);
  }
  if (index.global && input.ConsistentRead) {
    throw invalid('Consistent reads are not supported on global secondary indexes');
  }
  return index;
}

export function readFilter(
  input: Input,
  old: Record<string, OldCondition> | undefined,
  scope: Scope,
): Condition | undefined {
  return input.FilterExpression === undefined
    ? fromFilter(old, input.ConditionalOperator)
    : parseCondition(input.FilterExpression, 'FilterExpression', scope);
}

export function readPaths(input: Input, scope: Scope): Path[] | undefined {
  const asked = input.ProjectionExpression !== undefined || input.AttributesToGet !== undefined;
  if (input.Select === 'SPECIFIC_ATTRIBUTES' && !asked) {
    throw invalid(
      'Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES',
    );
  }
  if (asked && input.Select !== undefined && input.Select !== 'SPECIFIC_ATTRIBUTES') {
    const parameter = input.ProjectionExpression === undefined ? 'AttributesToGet' : 'ProjectionExpression';
    const what = input.Select === 'COUNT' ? 'only the Count' : input.Select;
    throw invalid(`Cannot specify the ${parameter} when choosing to get ${what}`);
  }
  if (input.ProjectionExpression === undefined) return attributesToGet(input.AttributesToGet);
  return parseProjection(input.ProjectionExpression, scope);
}

/** Whether an index has all that is asked of it; a local one is helped out by the table, a global one is not. */
export function mustFetch(
  table: TableRecord,
  index: IndexRecord | undefined,
  select: Select | undefined,
  paths: Path[] | undefined,
): boolean {
  if (!index) {
    if (select === 'ALL_PROJECTED_ATTRIBUTES') {
      throw invalidParameter('ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName');
    }
    return false;
  }
  if (index.projection === 'ALL') return false;
  if (select === 'ALL_ATTRIBUTES' && index.global) {
    throw invalidParameter(
      `Select type ALL_ATTRIBUTES is not supported for global secondary index ${index.name} because its projection type is not ALL`,
    );
  }
  const held = projectedNames(table, index);
  const lacking = (paths ?? []).map(([name]) => name as string).filter((name) => !held.has(name));
  if (lacking.length > 0 && index.global) {
    throw invalidParameter(`Global secondary index ${index.name} does not project [${lacking.join(', ')}]`);
  }
  return select === 'ALL_ATTRIBUTES' || lacking.length > 0;
}

/** Where an ExclusiveStartKey stands in the order. */
export function readStart(
  table: TableRecord,
  index: IndexRecord | undefined,
  start: Record<string, AttributeValue> | undefined,
): { at: string; key: Item } | undefined {
  if (!start) return undefined;
  const key = readItem(start);
  const names = new Set([...keyNames(table.key), ...(index ? keyNames(index.key) : [])]);
  const fits =
    Object.keys(key).length === names.size &&
    [...names].every(
      (name) => Object.hasOwn(key, name) && typeOf(key[name] as Value) === table.attributes[name],
    );
  const at = fits ? (index ? indexKey(table, index, key) : itemKey(table, key)) : undefined;
  if (at === undefined) throw invalid('The provided starting key is invalid');
  return { at, key };
}
