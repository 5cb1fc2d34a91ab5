import type { DescribeTableCommandInput, DescribeTableCommandOutput } from '@aws-sdk/client-dynamodb';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { countItems } from '../items/storage.ts';
import { describeWarm } from './description.ts';
import { requireTable, type TableRecord } from './record.ts';
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
  const counts = ctx.table<TableRecord['counted']>('counts');
  const counted = counts.get(table.id) ?? table.counted;
  if (ctx.now() < counted.at + COUNT_EVERY_MS) return { ...table, counted };
  const fresh = { at: ctx.now(), ...countItems(ctx, table) };
  counts.put(table.id, fresh);
  return { ...table, counted: fresh };
}
