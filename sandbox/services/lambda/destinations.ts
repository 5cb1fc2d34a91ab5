import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import { utf8 } from './encoding.ts';
import { configKey } from './event-invoke-config.ts';
import type { QueuedEvent } from './event-queue.ts';
import { count } from './metrics.ts';
import { functionArn } from './names.ts';
import { eventInvokeConfigs, type FunctionRecord, LATEST } from './records.ts';
import { roleSession } from './role-session.ts';
import type { Outcome } from './run.ts';

interface Ending {
  condition: string;
  outcome?: Outcome;
}

/** Tells those whom the function's configuration names how an event ended, with the rights of the function's role. */
export async function deliver(
  home: Ctx,
  queued: QueuedEvent,
  record: FunctionRecord,
  ending: Ending,
): Promise<void> {
  const success = ending.condition === 'Success';
  const destinations = eventInvokeConfigs(home).get(configKey(queued.ref))?.destinations;
  const target = success ? destinations?.OnSuccess?.Destination : destinations?.OnFailure?.Destination;
  if (target) {
    const message = JSON.stringify(recordOf(home, queued, record, ending));
    const sent = await send(home, record, target, { queued, message, attributes: {} });
    if (!sent) count(home, record.name, 'DestinationDeliveryFailures', 1);
  }
  if (success || !record.deadLetterArn) return;
  const attributes = {
    RequestID: { DataType: 'String', StringValue: queued.requestId },
    ErrorCode: { DataType: 'Number', StringValue: '200' },
    ErrorMessage: { DataType: 'String', StringValue: errorMessage(ending).slice(0, 1024) },
  };
  const sent = await send(home, record, record.deadLetterArn, {
    queued,
    message: queued.payload,
    attributes,
  });
  if (!sent) count(home, record.name, 'DeadLetterErrors', 1);
}

function recordOf(home: Ctx, queued: QueuedEvent, record: FunctionRecord, { condition, outcome }: Ending) {
  return {
    version: '1.0',
    timestamp: new Date(home.now()).toISOString(),
    requestContext: {
      requestId: queued.requestId,
      functionArn: functionArn({ ...queued.ref, qualifier: queued.ref.qualifier ?? LATEST }),
      condition,
      approximateInvokeCount: queued.attempts,
    },
    requestPayload: parsed(queued.payload),
    ...(outcome
      ? {
          responseContext: {
            statusCode: 200,
            executedVersion: record.version,
            ...(outcome.functionError ? { functionError: outcome.functionError } : {}),
          },
          responsePayload: parsed(utf8.decode(outcome.payload)),
        }
      : {}),
  };
}

async function send(
  home: Ctx,
  record: FunctionRecord,
  target: string,
  {
    queued,
    message,
    attributes,
  }: { queued: QueuedEvent; message: string; attributes: Record<string, object> },
): Promise<boolean> {
  const [, , service, region = home.region, account, name] = target.split(':');
  try {
    const as = roleSession(home, record).principal;
    if (service === 'sqs') {
      // SQS reads the path of the address alone.
      const input = {
        QueueUrl: `http://queue/${account}/${name}`,
        MessageBody: message,
        MessageAttributes: attributes,
        MessageSystemAttributes: { AWSTraceHeader: { DataType: 'String', StringValue: queued.traceId } },
      };
      await home.call('sqs', 'SendMessage', input, { as, region });
    } else {
      const input = { FunctionName: target, InvocationType: 'Event', Payload: utf8.encode(message) };
      await home.call('lambda', 'Invoke', input, { as, region });
    }
    return true;
  } catch (error) {
    if (error instanceof AwsError) return false;
    throw error;
  }
}

function errorMessage({ outcome, condition }: Ending): string {
  const payload = outcome && parsed(utf8.decode(outcome.payload));
  const isError = typeof payload === 'object' && payload !== null && 'errorMessage' in payload;
  return isError ? String(payload.errorMessage) : condition;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
