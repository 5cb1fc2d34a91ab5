import type {
  ConditionCheck,
  Delete,
  DeleteItemCommandInput,
  DeleteItemCommandOutput,
} from '@aws-sdk/client-dynamodb';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { invalid } from '../errors.ts';
import { WRITE } from '../facts.ts';
import { usableTable } from '../tables/record.ts';
import { tableName } from '../tables/table-name.ts';
import { readItem } from '../values/read-value.ts';
import { itemToWire } from '../values/value.ts';
import { writeUnits } from './capacity.ts';
import { type Conditional, readConditional } from './condition-of.ts';
import { checkKey } from './keys.ts';
import { spend, throttle } from './throttle.ts';
import { collectionMetrics, perform, type Write } from './write.ts';

export const deleteItem: Operation<DeleteItemCommandInput, DeleteItemCommandOutput> = (input, ctx) => {
  tableName(input.TableName);
  enforce(input, { ...WRITE, key: { required: true } });
  if (input.ReturnValues && !['NONE', 'ALL_OLD'].includes(input.ReturnValues)) {
    throw invalid('ReturnValues can only be ALL_OLD or NONE');
  }
  const write = readDelete(input);
  const table = usableTable(ctx, write.tableName);
  throttle(ctx, table, 'write');
  const { before } = perform(ctx, table, write);
  const consumed = spend(
    ctx,
    table,
    writeUnits(table, before, undefined),
    'write',
    input.ReturnConsumedCapacity,
  );
  const metrics = collectionMetrics(table, write.target, input.ReturnItemCollectionMetrics);
  return {
    ...(input.ReturnValues === 'ALL_OLD' && before && { Attributes: itemToWire(before) }),
    ...(consumed && { ConsumedCapacity: consumed }),
    ...(metrics && { ItemCollectionMetrics: metrics }),
  };
};

export function readDelete(input: Conditional & Delete): Write {
  return { ...readByKey(input), change: () => undefined };
}

/** Part of transactions only: looks at an item and leaves it alone. */
export function readConditionCheck(input: ConditionCheck): Write {
  return { ...readByKey(input), change: (before) => before };
}

function readByKey(
  input: Conditional & Pick<Delete, 'TableName' | 'Key' | 'ReturnValuesOnConditionCheckFailure'>,
) {
  const key = readItem(input.Key ?? {});
  const { condition } = readConditional(input, {}, () => undefined);
  return {
    tableName: tableName(input.TableName),
    target: key,
    check: (table: Parameters<Write['check']>[0]) => checkKey(table, key),
    condition,
    showOnFailure: input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD',
  };
}
