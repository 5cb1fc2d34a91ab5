import { defineService } from '#sandbox/core/service.ts';
import { describeLogGroups } from './describe-groups.ts';
import { describeLogStreams } from './describe-streams.ts';
import { filterLogEvents } from './filter-events.ts';
import { getLogEvents } from './get-events.ts';
import { createLogGroup, deleteLogGroup, putLogGroupDeletionProtection } from './groups.ts';
import { needs } from './needs.ts';
import { putLogEvents } from './put-events.ts';
import { deleteRetentionPolicy, putRetentionPolicy } from './retention.ts';
import { createLogStream, deleteLogStream } from './streams.ts';
import {
  listTagsForResource,
  listTagsLogGroup,
  tagLogGroup,
  tagResource,
  untagLogGroup,
  untagResource,
} from './tags.ts';

export const service = defineService<typeof import('@aws-sdk/client-cloudwatch-logs')>({
  name: 'logs',
  client: () => import('@aws-sdk/client-cloudwatch-logs'),
  lacks: { DescribeLogGroups: ['accountIdentifiers', 'includeLinkedAccounts'], PutLogEvents: ['entity'] },
  needs,
  operations: {
    CreateLogGroup: createLogGroup,
    DeleteLogGroup: deleteLogGroup,
    DescribeLogGroups: describeLogGroups,
    PutLogGroupDeletionProtection: putLogGroupDeletionProtection,
    CreateLogStream: createLogStream,
    DeleteLogStream: deleteLogStream,
    DescribeLogStreams: describeLogStreams,
    PutLogEvents: putLogEvents,
    GetLogEvents: getLogEvents,
    FilterLogEvents: filterLogEvents,
    PutRetentionPolicy: putRetentionPolicy,
    DeleteRetentionPolicy: deleteRetentionPolicy,
    TagResource: tagResource,
    UntagResource: untagResource,
    ListTagsForResource: listTagsForResource,
    TagLogGroup: tagLogGroup,
    UntagLogGroup: untagLogGroup,
    ListTagsLogGroup: listTagsLogGroup,
  },
});
