import { AwsError } from '#sandbox/core/errors.ts';
import { defineService } from '#sandbox/core/service.ts';

/** Services just large enough to see what the core does with a call. */
export const tables = defineService<typeof import('@aws-sdk/client-dynamodb')>({
  name: 'dynamodb',
  client: () => import('@aws-sdk/client-dynamodb'),
  operations: {
    CreateTable({ TableName = '' }, ctx) {
      ctx.table('tables').put(TableName, { name: TableName });
      return {};
    },
    ListTables: (_input, ctx) => ({
      TableNames: ctx
        .table('tables')
        .list()
        .map(([name]) => name),
    }),
    DeleteTable({ TableName = '' }, ctx) {
      if (!ctx.table('tables').delete(TableName)) {
        throw new AwsError(
          'ResourceNotFoundException',
          `Requested resource not found: Table: ${TableName} not found`,
        );
      }
      return {};
    },
    DescribeEndpoints() {
      throw new TypeError('private: /home/somebody');
    },
  },
  needs: {
    CreateTable: ({ TableName }, ctx) => ({
      action: 'dynamodb:CreateTable',
      resource: `arn:aws:dynamodb:${ctx.region}:${ctx.account}:table/${TableName}`,
    }),
  },
});
