import type {
  BatchWriteItemCommandInput,
  BatchWriteItemCommandOutput,
  ConsumedCapacity,
  ItemCollectionMetrics,
  WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { invalid } from '../errors.ts';
import { RETURN_CONSUMED_CAPACITY } from '../facts.ts';
import { type TableRecord, usableTable } from '../tables/record.ts';
import { violation } from '../tables/table-name.ts';
import { addSpent, NOTHING_SPENT, writeUnits } from './capacity.ts';
import { readDelete } from './delete-item.ts';
import { itemKey } from './keys.ts';
import { readPut } from './put-item.ts';
import { isExhausted, spend } from './throttle.ts';
import { collectionMetrics, perform, type Write } from './write.ts';

const MOST = 25;

/** What AWS refuses as a whole is refused as a whole; a table without capacity is left unprocessed. */
export const batchWriteItem: Operation<BatchWriteItemCommandInput, BatchWriteItemCommandOutput> = (
  input,
  ctx,
) => {
  enforce(input, {
    requestItems: { required: true },
    returnConsumedCapacity: RETURN_CONSUMED_CAPACITY,
    returnItemCollectionMetrics: { oneOf: ['SIZE', 'NONE'] },
  });
  const requests = Object.entries(input.RequestItems ?? {});
  if (requests.length === 0) throw invalid('The requestItems parameter is required for BatchWriteItem');
  checkCounts(requests);
  const batches = requests.map(([name, writes]) => readBatch(ctx, name, writes));

  const consumed: ConsumedCapacity[] = [];
  const metrics: Record<string, ItemCollectionMetrics[]> = {};
  const unprocessed: Record<string, WriteRequest[]> = {};
  for (const { name, table, requests, writes } of batches) {
    if (isExhausted(ctx, table, 'write')) {
      unprocessed[name] = requests;
      continue;
    }
    let spent = NOTHING_SPENT;
    for (const write of writes) {
      const { before, after } = perform(ctx, table, write);
      spent = addSpent(spent, writeUnits(table, before, after));
      const one = collectionMetrics(table, write.target, input.ReturnItemCollectionMetrics);
      if (one) metrics[name] = [...(metrics[name] ?? []), one];
    }
    const reported = spend(ctx, table, spent, 'write', input.ReturnConsumedCapacity);
    if (reported) consumed.push(reported);
  }
  return {
    UnprocessedItems: unprocessed,
    ...(Object.keys(metrics).length > 0 && { ItemCollectionMetrics: metrics }),
    ...(consumed.length > 0 && { ConsumedCapacity: consumed }),
  };
};

function checkCounts(requests: Array<[string, WriteRequest[]]>): void {
  if (requests.some(([, writes]) => writes.length > MOST || writes.length === 0)) {
    const shown = requests.map(([name, writes]) => `${name}=[${writes.map(print).join(', ')}]`).join(', ');
    throw invalid(
      violation(
        `'{${shown}}'`,
        'requestItems',
        `Map value must satisfy constraint: [Member must have length less than or equal to ${MOST}, Member must have length greater than or equal to 1]`,
      ),
    );
  }
  const total = requests.reduce((sum, [, writes]) => sum + writes.length, 0);
  if (total > MOST) throw invalid('Too many items requested for the BatchWriteItem call');
}

function print({ PutRequest, DeleteRequest }: WriteRequest): string {
  const kind = PutRequest ? 'PutRequest' : 'DeleteRequest';
  const names = Object.keys(PutRequest?.Item ?? DeleteRequest?.Key ?? {});
  return `WriteRequest(${kind}=${kind}([${names.join(', ')}]))`;
}

function readBatch(
  ctx: Ctx,
  name: string,
  requests: WriteRequest[],
): { name: string; table: TableRecord; requests: WriteRequest[]; writes: Write[] } {
  const writes = requests.map((request) => readOne(name, request));
  const table = usableTable(ctx, (writes[0] as Write).tableName);
  for (const write of writes) write.check(table);
  if (new Set(writes.map(({ target }) => itemKey(table, target))).size < writes.length) {
    throw invalid('Provided list of item keys contains duplicates');
  }
  return { name, table, requests, writes };
}

function readOne(TableName: string, { PutRequest, DeleteRequest }: WriteRequest): Write {
  if (PutRequest && DeleteRequest) {
    throw invalid(
      'Supplied WriteRequest has more than one request, must contain exactly one of the supported types',
    );
  }
  if (PutRequest) return readPut({ TableName, Item: PutRequest.Item });
  if (DeleteRequest) return readDelete({ TableName, Key: DeleteRequest.Key });
  throw invalid('Supplied WriteRequest is empty, must contain exactly one of the supported types');
}
