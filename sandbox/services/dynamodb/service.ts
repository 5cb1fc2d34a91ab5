import { defineService } from '#sandbox/core/service.ts';
import { describeContinuousBackups, updateContinuousBackups } from './tables/backups.ts';
import { createTable } from './tables/create-table.ts';
import { deleteTable } from './tables/delete-table.ts';
import { describeTable } from './tables/describe-table.ts';
import { describeLimits } from './tables/limits.ts';
import { listTables } from './tables/list-tables.ts';
import { listTagsOfResource, tagResource, untagResource } from './tables/tags.ts';
import { describeTimeToLive, updateTimeToLive } from './tables/time-to-live.ts';
import { updateTable } from './tables/update-table.ts';

export const service = defineService<typeof import('@aws-sdk/client-dynamodb')>({
  name: 'dynamodb',
  client: () => import('@aws-sdk/client-dynamodb'),
  operations: {
    CreateTable: createTable,
    DescribeTable: describeTable,
    UpdateTable: updateTable,
    DeleteTable: deleteTable,
    ListTables: listTables,
    TagResource: tagResource,
    UntagResource: untagResource,
    ListTagsOfResource: listTagsOfResource,
    UpdateTimeToLive: updateTimeToLive,
    DescribeTimeToLive: describeTimeToLive,
    DescribeLimits: describeLimits,
    DescribeContinuousBackups: describeContinuousBackups,
    UpdateContinuousBackups: updateContinuousBackups,
  },
});
