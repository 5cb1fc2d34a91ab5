import { defineService } from '#sandbox/core/service.ts';
import { batchGetItem } from './items/batch-get-item.ts';
import { batchWriteItem } from './items/batch-write-item.ts';
import { deleteItem } from './items/delete-item.ts';
import { getItem } from './items/get-item.ts';
import { putItem } from './items/put-item.ts';
import { query } from './items/query.ts';
import { scan } from './items/scan.ts';
import { transactGetItems } from './items/transact-get-items.ts';
import { transactWriteItems } from './items/transact-write-items.ts';
import { updateItem } from './items/update-item.ts';
import { needs } from './permissions/needs.ts';
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
  needs,
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
    PutItem: putItem,
    GetItem: getItem,
    UpdateItem: updateItem,
    DeleteItem: deleteItem,
    Query: query,
    Scan: scan,
    BatchGetItem: batchGetItem,
    BatchWriteItem: batchWriteItem,
    TransactGetItems: transactGetItems,
    TransactWriteItems: transactWriteItems,
  },
});
