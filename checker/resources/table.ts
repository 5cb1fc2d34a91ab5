import { orAbsent } from '#labs/kit/or-absent.ts';
import { costOfTable } from './costs.ts';
import { declaredOf, type Kind, type Live } from './kind.ts';

/** Held by its name and its table id: a table made anew under the same name is another one. */
export const tableKind: Kind = {
  atMost: 1,
  after: ['scalable-target'],
  onlyWhenGone: [],
  async find(look) {
    const found = await Promise.all(
      declaredOf(look, 'table').map(async ({ name }): Promise<Live[]> => {
        const table = (await orAbsent(look.aws.dynamodb.describeTable({ TableName: name })))?.Table;
        if (!table || table.TableStatus === 'DELETING') return [];
        const { ProvisionedThroughput: units, CreationDateTime: made } = table;
        return [
          {
            type: 'table',
            id: name,
            name,
            arn: table.TableArn ?? '',
            identity: { tableId: table.TableId ?? '' },
            cost: costOfTable({
              read: units?.ReadCapacityUnits ?? 0,
              write: units?.WriteCapacityUnits ?? 0,
              bytes: table.TableSizeBytes ?? 0,
            }),
            parts: {},
            ...(made ? { madeAt: made.getTime() } : {}),
            ...(table.DeletionProtectionEnabled ? { guarded: true as const } : {}),
          },
        ];
      }),
    );
    return found.flat();
  },
  async remove({ id }, aws) {
    await aws.dynamodb.deleteTable({ TableName: id });
  },
  isGone: async ({ id }, aws) =>
    (await orAbsent(aws.dynamodb.describeTable({ TableName: id }))) === undefined,
  grants: ({ arn }) =>
    ['dynamodb:DescribeTable', 'dynamodb:DeleteTable'].map((action) => ({ action, resource: arn })),
};
