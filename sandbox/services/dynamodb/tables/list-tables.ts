import type { ListTablesCommandInput, ListTablesCommandOutput } from '@aws-sdk/client-dynamodb';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { findTable, type TableRecord } from './record.ts';
import { tableName } from './table-name.ts';

const MOST = 100;

export const listTables: Operation<ListTablesCommandInput, ListTablesCommandOutput> = (input, ctx) => {
  enforce(input, { limit: { min: 1, max: MOST } });
  const after = input.ExclusiveStartTableName;
  if (after !== undefined) tableName(after, 3, 'exclusiveStartTableName');
  const limit = input.Limit ?? MOST;
  const names = ctx
    .table<TableRecord>('tables')
    .list(after === undefined ? {} : { after })
    .map(([name]) => name)
    .filter((name) => findTable(ctx, name));
  const page = names.slice(0, limit);
  const last = page.at(-1);
  return {
    TableNames: page,
    ...(names.length > limit && last !== undefined && { LastEvaluatedTableName: last }),
  };
};
