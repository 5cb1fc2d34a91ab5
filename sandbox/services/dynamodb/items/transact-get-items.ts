import type {
  ConsumedCapacity,
  TransactGetItemsCommandInput,
  TransactGetItemsCommandOutput,
} from '@aws-sdk/client-dynamodb';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { invalid } from '../errors.ts';
import { project } from '../expressions/projection.ts';
import { RETURN_CONSUMED_CAPACITY } from '../facts.ts';
import { usableTable } from '../tables/record.ts';
import { tableName } from '../tables/table-name.ts';
import { readItem as readKey } from '../values/read-value.ts';
import { sizeOfItem } from '../values/size.ts';
import { itemToWire } from '../values/value.ts';
import { readUnits } from './capacity.ts';
import { checkKey, itemKey } from './keys.ts';
import { readSelection } from './selection.ts';
import { readItem } from './storage.ts';
import { spend, throttle } from './throttle.ts';
import { allDone, attempt, checkCount, refuseTwice } from './transaction.ts';

export const transactGetItems: Operation<TransactGetItemsCommandInput, TransactGetItemsCommandOutput> = (
  input,
  ctx,
) => {
  enforce(input, { transactItems: { required: true }, returnConsumedCapacity: RETURN_CONSUMED_CAPACITY });
  checkCount(input.TransactItems ?? []);
  const gets = (input.TransactItems ?? []).map(({ Get }) => {
    if (!Get) throw invalid('Invalid Request: TransactGetRequest should contain Get request');
    return { name: tableName(Get.TableName), key: readKey(Get.Key ?? {}), paths: readSelection(Get) };
  });
  const reads = gets.map((get) => ({ ...get, table: usableTable(ctx, get.name) }));
  const keys = reads.map(({ table, key }) =>
    attempt(() => {
      throttle(ctx, table, 'read');
      checkKey(table, key);
      return itemKey(table, key);
    }),
  );
  refuseTwice(keys.map((key) => ('done' in key ? key.done : undefined)));
  allDone(keys);

  const found = reads.map((read) => ({ ...read, item: readItem(ctx, read.table, read.key) }));
  const consumed = [...new Set(found.map(({ name }) => name))].flatMap((name): ConsumedCapacity[] => {
    const own = found.filter((one) => one.name === name);
    const units = own.reduce(
      (sum, { item }) => sum + readUnits(item ? sizeOfItem(item) : 0, 'transaction'),
      0,
    );
    const [first] = own;
    const reported =
      first &&
      spend(ctx, first.table, { table: units, indexes: {} }, 'read', input.ReturnConsumedCapacity, true);
    return reported ? [reported] : [];
  });
  return {
    Responses: found.map(({ item, paths }) =>
      item ? { Item: itemToWire(paths ? project(item, paths) : item) } : {},
    ),
    ...(consumed.length > 0 && { ConsumedCapacity: consumed }),
  };
};
