import type { Put, PutItemCommandInput, PutItemCommandOutput } from '@aws-sdk/client-dynamodb';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { invalid } from '../errors.ts';
import { WRITE } from '../facts.ts';
import { usableTable } from '../tables/record.ts';
import { tableName } from '../tables/table-name.ts';
import { readItem } from '../values/read-value.ts';
import { MAX_ITEM_BYTES, sizeOfItem } from '../values/size.ts';
import { itemToWire } from '../values/value.ts';
import { writeUnits } from './capacity.ts';
import { type Conditional, readConditional } from './condition-of.ts';
import { checkKeysOf } from './keys.ts';
import { spend, throttle } from './throttle.ts';
import { collectionMetrics, perform, type Write } from './write.ts';

export const putItem: Operation<PutItemCommandInput, PutItemCommandOutput> = (input, ctx) => {
  tableName(input.TableName);
  enforce(input, { ...WRITE, item: { required: true } });
  if (input.ReturnValues && !['NONE', 'ALL_OLD'].includes(input.ReturnValues)) {
    throw invalid('ReturnValues can only be ALL_OLD or NONE');
  }
  const write = readPut(input);
  const table = usableTable(ctx, write.tableName);
  throttle(ctx, table, 'write');
  const { before, after } = perform(ctx, table, write);
  const consumed = spend(ctx, table, writeUnits(table, before, after), 'write', input.ReturnConsumedCapacity);
  const metrics = collectionMetrics(table, write.target, input.ReturnItemCollectionMetrics);
  return {
    ...(input.ReturnValues === 'ALL_OLD' && before && { Attributes: itemToWire(before) }),
    ...(consumed && { ConsumedCapacity: consumed }),
    ...(metrics && { ItemCollectionMetrics: metrics }),
  };
};

export function readPut(input: Conditional & Put): Write {
  const item = readItem(input.Item ?? {});
  const { condition } = readConditional(input, {}, () => undefined);
  if (sizeOfItem(item) > MAX_ITEM_BYTES) throw invalid('Item size has exceeded the maximum allowed size');
  return {
    tableName: tableName(input.TableName),
    target: item,
    check: (table) => checkKeysOf(table, item),
    condition,
    change: () => item,
    showOnFailure: input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD',
  };
}
