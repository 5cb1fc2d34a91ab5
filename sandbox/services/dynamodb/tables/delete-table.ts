import type { DeleteTableCommandInput, DeleteTableCommandOutput } from '@aws-sdk/client-dynamodb';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { invalid } from '../errors.ts';
import { eraseTable } from '../items/storage.ts';
import { describeDeleted } from './description.ts';
import { beginChange, requireTable } from './record.ts';
import { tableName } from './table-name.ts';

export const deleteTable: Operation<DeleteTableCommandInput, DeleteTableCommandOutput> = (input, ctx) => {
  const table = requireTable(ctx, tableName(input.TableName));
  if (table.change === 'DELETING') return { TableDescription: describeDeleted(table, ctx.now()) };
  if (table.change) throw inUse(table.name, table.change);
  if (table.deletionProtection) {
    throw invalid(
      'Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.',
    );
  }
  return ctx.atomic(() => {
    const deleting = beginChange(ctx, table, 'DELETING');
    eraseTable(ctx, table);
    return { TableDescription: describeDeleted(deleting, ctx.now()) };
  });
};

const DOING = { CREATING: 'created', UPDATING: 'updated', DELETING: 'deleted' };

export function inUse(name: string, change: keyof typeof DOING): AwsError {
  return new AwsError(
    'ResourceInUseException',
    `Attempt to change a resource which is still in use: Table is being ${DOING[change]}: ${name}`,
  );
}
