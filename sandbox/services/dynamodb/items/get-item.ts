import type { GetItemCommandInput, GetItemCommandOutput } from '@aws-sdk/client-dynamodb';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { project } from '../expressions/projection.ts';
import { READ } from '../facts.ts';
import { usableTable } from '../tables/record.ts';
import { tableName } from '../tables/table-name.ts';
import { readItem as readKey } from '../values/read-value.ts';
import { sizeOfItem } from '../values/size.ts';
import { itemToWire } from '../values/value.ts';
import { readUnits } from './capacity.ts';
import { checkKey } from './keys.ts';
import { readSelection } from './selection.ts';
import { readItem } from './storage.ts';
import { spend, throttle } from './throttle.ts';

export const getItem: Operation<GetItemCommandInput, GetItemCommandOutput> = (input, ctx) => {
  const name = tableName(input.TableName);
  enforce(input, { ...READ, key: { required: true }, attributesToGet: { minLength: 1 } });
  const key = readKey(input.Key ?? {});
  const paths = readSelection(input);
  const table = usableTable(ctx, name);
  throttle(ctx, table, 'read');
  checkKey(table, key);
  const item = readItem(ctx, table, key);
  const units = readUnits(item ? sizeOfItem(item) : 0, input.ConsistentRead ? 'consistent' : 'eventual');
  const consumed = spend(ctx, table, { table: units, indexes: {} }, 'read', input.ReturnConsumedCapacity);
  return {
    ...(item && { Item: itemToWire(paths ? project(item, paths) : item) }),
    ...(consumed && { ConsumedCapacity: consumed }),
  };
};
