import type {
  BatchResultErrorEntry,
  DeleteMessageBatchCommandInput,
  DeleteMessageBatchCommandOutput,
  SendMessageBatchCommandInput,
  SendMessageBatchCommandOutput,
} from '@aws-sdk/client-sqs';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { MOST_MESSAGES } from './facts.ts';
import { deleteMessage } from './handled-messages.ts';
import { existingQueue } from './records.ts';
import { sendMessage } from './send-message.ts';

export const sendMessageBatch: Operation<
  SendMessageBatchCommandInput,
  SendMessageBatchCommandOutput
> = async (input, ctx) => {
  existingQueue(ctx, input.QueueUrl);
  const { done, failed } = await eachEntry(input.Entries, async ({ Id, ...entry }) => {
    const sent = await sendMessage({ QueueUrl: input.QueueUrl, ...entry }, ctx);
    return { Id, ...sent, MessageId: sent.MessageId, MD5OfMessageBody: sent.MD5OfMessageBody };
  });
  return { Successful: done, Failed: failed };
};

export const deleteMessageBatch: Operation<
  DeleteMessageBatchCommandInput,
  DeleteMessageBatchCommandOutput
> = async (input, ctx) => {
  existingQueue(ctx, input.QueueUrl);
  const { done, failed } = await eachEntry(input.Entries, async ({ Id, ReceiptHandle }) => {
    await deleteMessage({ QueueUrl: input.QueueUrl, ReceiptHandle }, ctx);
    return { Id };
  });
  return { Successful: done, Failed: failed };
};

/** One entry's failure is told beside the others' success. */
async function eachEntry<Entry extends { Id: string | undefined }, Result>(
  entries: Entry[] | undefined,
  handle: (entry: Entry) => Promise<Result>,
): Promise<{ done: Result[]; failed: BatchResultErrorEntry[] }> {
  const done: Result[] = [];
  const failed: BatchResultErrorEntry[] = [];
  for (const entry of checked(entries)) {
    try {
      done.push(await handle(entry));
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      failed.push({ Id: entry.Id, SenderFault: true, Code: error.code, Message: error.message });
    }
  }
  return { done, failed };
}

function checked<Entry extends { Id: string | undefined }>(entries: Entry[] | undefined): Entry[] {
  if (!entries || entries.length === 0) {
    throw new AwsError('EmptyBatchRequest', 'There should be at least one entry in the request.');
  }
  if (entries.length > MOST_MESSAGES) {
    throw new AwsError(
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are ${MOST_MESSAGES}. You have sent ${entries.length}.`,
    );
  }
  const twin = entries.find(({ Id }, index) => entries.findIndex((other) => other.Id === Id) !== index);
  if (twin) throw new AwsError('BatchEntryIdsNotDistinct', `Id ${twin.Id} repeated.`);
  return entries;
}
