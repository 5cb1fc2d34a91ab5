import type {
  ChangeMessageVisibilityCommandInput,
  ChangeMessageVisibilityCommandOutput,
  DeleteMessageCommandInput,
  DeleteMessageCommandOutput,
} from '@aws-sdk/client-sqs';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { existingQueue, messages, missing } from './records.ts';

/** Only the last receipt of a message counts; deleting with an older one is answered alike and does nothing. */
export const deleteMessage: Operation<DeleteMessageCommandInput, DeleteMessageCommandOutput> = (
  input,
  ctx,
) => {
  const { home, queue } = existingQueue(ctx, input.QueueUrl);
  const key = keyOf(queue.name, input.ReceiptHandle);
  if (messages(home).get(key)?.receipt === input.ReceiptHandle) messages(home).delete(key);
  return {};
};

export const changeMessageVisibility: Operation<
  ChangeMessageVisibilityCommandInput,
  ChangeMessageVisibilityCommandOutput
> = (input, ctx) => {
  const { home, queue } = existingQueue(ctx, input.QueueUrl);
  const key = keyOf(queue.name, input.ReceiptHandle);
  const message = messages(home).get(key);
  if (message?.receipt !== input.ReceiptHandle || (message?.visibleAt ?? 0) <= home.now()) {
    throw new AwsError(
      'MessageNotInflight',
      `Value ${input.ReceiptHandle} for parameter ReceiptHandle is invalid. Reason: Message does not exist or is not available for visibility timeout change.`,
    );
  }
  if (message) {
    messages(home).put(key, { ...message, visibleAt: home.now() + (input.VisibilityTimeout ?? 0) * 1000 });
  }
  return {};
};

function keyOf(queue: string, receipt: string | undefined): string {
  if (!receipt) throw missing('ReceiptHandle');
  try {
    const [key = ''] = atob(receipt).split(' ');
    if (key.startsWith(`${queue}/`)) return key;
  } catch {
    // Not one of ours: refused below.
  }
  throw new AwsError(
    'ReceiptHandleIsInvalid',
    `The input receipt handle "${receipt}" is not a valid receipt handle.`,
  );
}
