import type {
  BatchGetItemCommandInput,
  BatchGetItemCommandOutput,
  ConsumedCapacity,
  KeysAndAttributes,
} from '@aws-sdk/client-dynamodb';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { invalid } from '../errors.ts';
import { project } from '../expressions/projection.ts';
import { RETURN_CONSUMED_CAPACITY } from '../facts.ts';
import { usableTable } from '../tables/record.ts';
import { tableName } from '../tables/table-name.ts';
import { readItem as readKey } from '../values/read-value.ts';
import { sizeOfItem } from '../values/size.ts';
import { type Item, itemToWire } from '../values/value.ts';
import { readUnits } from './capacity.ts';
import { checkKey, itemKey } from './keys.ts';
import { readSelection } from './selection.ts';
import { readItem } from './storage.ts';
import { isExhausted, spend } from './throttle.ts';

const MOST = 100;
const MAX_RESPONSE_BYTES = 16 * 1024 * 1024;

export const batchGetItem: Operation<BatchGetItemCommandInput, BatchGetItemCommandOutput> = (input, ctx) => {
  enforce(input, { requestItems: { required: true }, returnConsumedCapacity: RETURN_CONSUMED_CAPACITY });
  const requests = Object.entries(input.RequestItems ?? {});
  if (requests.length === 0) throw invalid('The requestItems parameter is required for BatchGetItem');
  checkCounts(requests);
  const reads = requests.map((request) => readTable(ctx, ...request));

  const budget = { left: MAX_RESPONSE_BYTES };
  const answers = reads.map((read) => ({ ...read, ...getAll(ctx, read, budget) }));
  const consumed = answers
    .map(({ table, units }) =>
      spend(ctx, table, { table: units, indexes: {} }, 'read', input.ReturnConsumedCapacity),
    )
    .filter((one): one is ConsumedCapacity => one !== undefined);
  return {
    Responses: Object.fromEntries(answers.map(({ name, items }) => [name, items.map(itemToWire)])),
    UnprocessedKeys: Object.fromEntries(
      answers
        .filter(({ left }) => left.length > 0)
        .map(({ name, request, left }) => [name, { ...request, Keys: left.map(itemToWire) }]),
    ),
    ...(consumed.length > 0 && { ConsumedCapacity: consumed }),
  };
};

function checkCounts(requests: Array<[string, KeysAndAttributes]>): void {
  for (const [name, { Keys = [] }] of requests) {
    if (Keys.length <= MOST) continue;
    throw invalid(
      `1 validation error detected: Value at 'RequestItems.${name}.member.Keys' failed to satisfy constraint: Member must have length less than or equal to ${MOST}`,
    );
  }
  const total = requests.reduce((sum, [, { Keys = [] }]) => sum + Keys.length, 0);
  if (total > MOST) throw invalid('Too many items requested for the BatchGetItem call');
}

function readTable(ctx: Ctx, name: string, request: KeysAndAttributes) {
  const table = usableTable(ctx, tableName(name));
  const paths = readSelection(request);
  const keys = (request.Keys ?? []).map((key) => readKey(key));
  for (const key of keys) checkKey(table, key);
  if (new Set(keys.map((key) => itemKey(table, key))).size < keys.length) {
    throw invalid('Provided list of item keys contains duplicates');
  }
  return { name, table, request, paths, keys };
}

/** As many items as fit into what is left of the answer; the keys of the rest go back. */
function getAll(
  ctx: Ctx,
  { table, keys, paths, request }: ReturnType<typeof readTable>,
  budget: { left: number },
): { items: Item[]; left: Item[]; units: number } {
  const items: Item[] = [];
  let units = 0;
  for (const [at, key] of keys.entries()) {
    const item = readItem(ctx, table, key);
    const size = item ? sizeOfItem(item) : 0;
    if (size > budget.left || isExhausted(ctx, table, 'read')) return { items, units, left: keys.slice(at) };
    budget.left -= size;
    units += readUnits(size, request.ConsistentRead ? 'consistent' : 'eventual');
    if (item) items.push(paths ? project(item, paths) : item);
  }
  return { items, units, left: [] };
}
