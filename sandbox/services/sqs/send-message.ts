import type { SendMessageCommandInput, SendMessageCommandOutput } from '@aws-sdk/client-sqs';
import type { Operation } from '#sandbox/core/service.ts';
import { numberOf } from './attributes.ts';
import { md5OfAttributes, md5OfBody, storedAttributes, utf8 } from './message-attributes.ts';
import { existingQueue, invalidValue, messageKey, messages, missing, unsupported } from './records.ts';

export const sendMessage: Operation<SendMessageCommandInput, SendMessageCommandOutput> = (input, ctx) => {
  const { home, queue } = existingQueue(ctx, input.QueueUrl);
  const body = input.MessageBody;
  if (!body) throw missing('MessageBody');
  if (input.MessageDeduplicationId || input.MessageGroupId) {
    throw unsupported('The sandbox has no FIFO queues: leave MessageGroupId and MessageDeduplicationId out.');
  }
  const most = numberOf(queue, 'MaximumMessageSize');
  if (utf8(body).length > most) {
    throw invalidValue(
      `One or more parameters are invalid. Reason: Message must be shorter than ${most} bytes.`,
    );
  }
  const delay = input.DelaySeconds ?? numberOf(queue, 'DelaySeconds');
  if (delay < 0 || delay > 900) {
    throw invalidValue(
      `Value ${delay} for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= 900.`,
    );
  }
  const attributes = storedAttributes(input.MessageAttributes);
  const traceHeader = input.MessageSystemAttributes?.AWSTraceHeader?.StringValue;
  const id = ctx.parts.random.uuid();
  const now = home.now();
  messages(home).put(messageKey(queue.name, now, id), {
    id,
    body,
    attributes,
    ...(traceHeader === undefined ? {} : { traceHeader }),
    senderId: ctx.caller.userId,
    sentAt: now,
    visibleAt: now + delay * 1000,
    receives: 0,
  });
  const digest = md5OfAttributes(ctx, attributes);
  return {
    MessageId: id,
    MD5OfMessageBody: md5OfBody(ctx, body),
    ...(digest === undefined ? {} : { MD5OfMessageAttributes: digest }),
  };
};
