import type {
  AttributeValueUpdate,
  ReturnValue,
  Update as UpdateInput,
  UpdateItemCommandInput,
  UpdateItemCommandOutput,
} from '@aws-sdk/client-dynamodb';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { invalid, invalidParameter } from '../errors.ts';
import { applyUpdate } from '../expressions/apply-update.ts';
import { fromAttributeUpdates } from '../expressions/legacy.ts';
import type { Path } from '../expressions/path.ts';
import { project } from '../expressions/projection.ts';
import { parseUpdate, pathsOf, type Update } from '../expressions/update.ts';
import { WRITE } from '../facts.ts';
import { type TableRecord, usableTable } from '../tables/record.ts';
import { tableName } from '../tables/table-name.ts';
import { readItem } from '../values/read-value.ts';
import { MAX_ITEM_BYTES, sizeOfItem } from '../values/size.ts';
import { type Item, itemToWire } from '../values/value.ts';
import { writeUnits } from './capacity.ts';
import { type Conditional, readConditional } from './condition-of.ts';
import { checkKey, keyNames, misfit } from './keys.ts';
import { spend, throttle } from './throttle.ts';
import { collectionMetrics, perform, type Write, type Written } from './write.ts';

export const updateItem: Operation<UpdateItemCommandInput, UpdateItemCommandOutput> = (input, ctx) => {
  tableName(input.TableName);
  enforce(input, { ...WRITE, key: { required: true } });
  const { write, paths } = readUpdate(input);
  const table = usableTable(ctx, write.tableName);
  throttle(ctx, table, 'write');
  const written = perform(ctx, table, write);
  const attributes = returned(input.ReturnValues, written, paths);
  const consumed = spend(
    ctx,
    table,
    writeUnits(table, written.before, written.after),
    'write',
    input.ReturnConsumedCapacity,
  );
  const metrics = collectionMetrics(table, write.target, input.ReturnItemCollectionMetrics);
  return {
    ...(attributes && Object.keys(attributes).length > 0 && { Attributes: itemToWire(attributes) }),
    ...(consumed && { ConsumedCapacity: consumed }),
    ...(metrics && { ItemCollectionMetrics: metrics }),
  };
};

type Input = Conditional &
  Omit<UpdateInput, 'UpdateExpression'> & {
    UpdateExpression?: string | undefined;
    AttributeUpdates?: Record<string, AttributeValueUpdate> | undefined;
  };

export function readUpdate(input: Input): { write: Write; paths: Path[] } {
  const key = readItem(input.Key ?? {});
  const { UpdateExpression, AttributeUpdates } = input;
  const { condition, rest: update } = readConditional(
    input,
    { old: { AttributeUpdates }, expressions: { UpdateExpression } },
    (scope): Update =>
      UpdateExpression === undefined
        ? fromAttributeUpdates(AttributeUpdates ?? {})
        : parseUpdate(UpdateExpression, scope),
  );
  const paths = pathsOf(update);
  const write: Write = {
    tableName: tableName(input.TableName),
    target: key,
    check: (table) => {
      checkKey(table, key);
      refuseKeys(table, paths);
    },
    condition,
    change: (before, table) => checked(table, applyUpdate(update, before ?? key)),
    showOnFailure: input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD',
  };
  return { write, paths };
}

function refuseKeys(table: TableRecord, paths: Path[]): void {
  const name = keyNames(table.key).find((key) => paths.some(([first]) => first === key));
  if (name === undefined) return;
  throw invalidParameter(`Cannot update attribute ${name}. This attribute is part of the key`);
}

function checked(table: TableRecord, item: Item): Item {
  if (sizeOfItem(item) > MAX_ITEM_BYTES) {
    throw invalid('Item size to update has exceeded the maximum allowed size');
  }
  const wrong = misfit(table, item);
  if (!wrong) return item;
  if (wrong.why === 'type') {
    throw invalidParameter(
      'The update expression attempted to update the secondary index key to unsupported type',
    );
  }
  throw invalid(
    `One or more parameter values are not valid. The update expression attempted to update the secondary index key to a value that is not supported. The AttributeValue for a key attribute cannot contain an empty ${wrong.kind} value.`,
  );
}

function returned(
  asked: ReturnValue | undefined,
  { before, after }: Written,
  paths: Path[],
): Item | undefined {
  if (asked === 'ALL_OLD') return before;
  if (asked === 'ALL_NEW') return after;
  if (asked === 'UPDATED_OLD') return before && project(before, paths);
  return asked === 'UPDATED_NEW' && after ? project(after, paths) : undefined;
}
