import type {
  ConsumedCapacity,
  TransactWriteItem,
  TransactWriteItemsCommandInput,
  TransactWriteItemsCommandOutput,
} from '@aws-sdk/client-dynamodb';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { invalid } from '../errors.ts';
import { RETURN_CONSUMED_CAPACITY } from '../facts.ts';
import { type TableRecord, usableTable } from '../tables/record.ts';
import { sizeOfItem } from '../values/size.ts';
import { addSpent, NOTHING_SPENT, report, type Spent, writeUnits } from './capacity.ts';
import { readConditionCheck, readDelete } from './delete-item.ts';
import { once } from './idempotency.ts';
import { itemKey } from './keys.ts';
import { readPut } from './put-item.ts';
import { charge, throttle } from './throttle.ts';
import { allDone, attempt, checkCount, MAX_TRANSACTION_BYTES, refuseTwice } from './transaction.ts';
import { readUpdate } from './update-item.ts';
import { collectionMetrics, commit, prepare, type Write } from './write.ts';

export const transactWriteItems: Operation<
  TransactWriteItemsCommandInput,
  TransactWriteItemsCommandOutput
> = (input, ctx) => {
  enforce(input, {
    transactItems: { required: true },
    returnConsumedCapacity: RETURN_CONSUMED_CAPACITY,
    returnItemCollectionMetrics: { oneOf: ['SIZE', 'NONE'] },
    clientRequestToken: { minLength: 1, maxLength: 36 },
  });
  checkCount(input.TransactItems ?? []);
  const writes = (input.TransactItems ?? []).map(readAction);
  const actions = writes.map((write) => ({ write, table: usableTable(ctx, write.tableName) }));
  const spent = once(ctx, input, () => run(ctx, actions));
  return answer(input, actions, spent);
};

interface Action {
  write: Write;
  table: TableRecord;
}

/** All that can be wrong is found before anything is written. */
function run(ctx: Ctx, actions: Action[]): Spent[] {
  return ctx.atomic(() => {
    const checks = actions.map(({ write, table }) =>
      attempt(() => {
        throttle(ctx, table, 'write');
        write.check(table);
        return itemKey(table, write.target);
      }),
    );
    refuseTwice(checks.map((check) => ('done' in check ? check.done : undefined)));
    const prepared = allDone(
      actions.map(({ write, table }, at) => {
        const check = checks[at];
        return check && 'reason' in check ? check : attempt(() => prepare(ctx, table, write));
      }),
    );
    const bytes = prepared.reduce((sum, { after }) => sum + (after ? sizeOfItem(after) : 0), 0);
    if (bytes > MAX_TRANSACTION_BYTES) {
      throw invalid('Transaction request size has exceeded the maximum allowed size of 4 MB');
    }
    return prepared.map((written, at) => {
      const { table } = actions[at] as Action;
      if (written.before !== written.after) commit(ctx, table, written);
      const spent = writeUnits(table, written.before, written.after, 2);
      charge(ctx, table, spent, 'write');
      return spent;
    });
  });
}

function readAction({ ConditionCheck, Put, Update, Delete }: TransactWriteItem): Write {
  if ([ConditionCheck, Put, Update, Delete].filter((action) => action !== undefined).length !== 1) {
    throw invalid('TransactItems can only contain one of Check, Put, Update or Delete');
  }
  if (Put) return readPut(Put);
  if (Update) return readUpdate(Update).write;
  if (Delete) return readDelete(Delete);
  return readConditionCheck(ConditionCheck as NonNullable<typeof ConditionCheck>);
}

function answer(
  input: TransactWriteItemsCommandInput,
  actions: Action[],
  spent: Spent[],
): Omit<TransactWriteItemsCommandOutput, '$metadata'> {
  const names = [...new Set(actions.map(({ table }) => table.name))];
  const own = (name: string) =>
    actions.flatMap((action, at) => (action.table.name === name ? [{ ...action, at }] : []));
  const consumed = names.flatMap((name): ConsumedCapacity[] => {
    const total = own(name).reduce((sum, { at }) => addSpent(sum, spent[at] ?? NOTHING_SPENT), NOTHING_SPENT);
    const [first] = own(name);
    const reported = first && report(first.table, total, input.ReturnConsumedCapacity, 'write');
    return reported ? [reported] : [];
  });
  const metrics = names.flatMap((name) => {
    const all = own(name).flatMap(({ table, write }) => {
      const one = collectionMetrics(table, write.target, input.ReturnItemCollectionMetrics);
      return one ? [one] : [];
    });
    return all.length > 0 ? [[name, all] as const] : [];
  });
  return {
    ...(consumed.length > 0 && { ConsumedCapacity: consumed }),
    ...(metrics.length > 0 && { ItemCollectionMetrics: Object.fromEntries(metrics) }),
  };
}
