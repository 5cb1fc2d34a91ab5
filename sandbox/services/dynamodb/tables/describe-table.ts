import type { DescribeTableCommandInput, DescribeTableCommandOutput } from '@aws-sdk/client-dynamodb';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { countItems } from '../items/storage.ts';
import { describeWarm } from './description.ts';
import { requireTable, saveTable, type TableRecord } from './record.ts';
import { tableName } from './table-name.ts';

export const describeTable: Operation<DescribeTableCommandInput, DescribeTableCommandOutput> = (
  input,
  ctx,
) => {
  const table = recounted(ctx, requireTable(ctx, tableName(input.TableName)));
  return { Table: describeWarm(table, ctx.now()) };
};

const COUNT_EVERY_MS = 6 * 60 * 60_000;

function recounted(ctx: Ctx, table: TableRecord): TableRecord {
  if (ctx.now() < table.counted.at + COUNT_EVERY_MS) return table;
  const fresh = { ...table, counted: { at: ctx.now(), ...countItems(ctx, table) } };
  saveTable(ctx, fresh);
  return fresh;
}
