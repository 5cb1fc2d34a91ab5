import { defineService } from '#sandbox/core/service.ts';
import { getQueueAttributes, setQueueAttributes } from './attributes.ts';
import { deleteMessageBatch, sendMessageBatch } from './batches.ts';
import { changeMessageVisibility, deleteMessage } from './handled-messages.ts';
import { needs } from './needs.ts';
import { createQueue, deleteQueue, getQueueUrl, listQueues, purgeQueue } from './queues.ts';
import { receiveMessage } from './receive-message.ts';
import { sendMessage } from './send-message.ts';
import { listQueueTags, tagQueue, untagQueue } from './tags.ts';

export const service = defineService<typeof import('@aws-sdk/client-sqs')>({
  name: 'sqs',
  client: () => import('@aws-sdk/client-sqs'),
  lacks: { ReceiveMessage: ['ReceiveRequestAttemptId'] },
  operations: {
    CreateQueue: createQueue,
    GetQueueUrl: getQueueUrl,
    ListQueues: listQueues,
    DeleteQueue: deleteQueue,
    PurgeQueue: purgeQueue,
    GetQueueAttributes: getQueueAttributes,
    SetQueueAttributes: setQueueAttributes,
    SendMessage: sendMessage,
    SendMessageBatch: sendMessageBatch,
    ReceiveMessage: receiveMessage,
    DeleteMessage: deleteMessage,
    DeleteMessageBatch: deleteMessageBatch,
    ChangeMessageVisibility: changeMessageVisibility,
    TagQueue: tagQueue,
    UntagQueue: untagQueue,
    ListQueueTags: listQueueTags,
  },
  needs,
});
