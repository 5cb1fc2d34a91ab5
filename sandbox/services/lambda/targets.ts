import type { Ctx } from '#sandbox/core/context.ts';
import { invalidParameter, notHere } from './errors.ts';
import { readRef } from './names.ts';

/** Refuses a dead-letter queue or destination that nothing here could ever deliver to. */
export function checkTarget(ctx: Ctx, arn: string | undefined): void {
  if (!arn) return;
  const service = arn.split(':')[2];
  if (service === 'sqs') return;
  if (service === 'lambda') {
    if (readRef(ctx, arn).region === ctx.region) return;
    throw invalidParameter(`The destination ARN ${arn} is invalid.`);
  }
  if (service === 'sns' || service === 'events' || service === 's3') {
    throw notHere(`destinations of ${service}`, 'Use an SQS queue or a function.');
  }
  throw invalidParameter(`The destination ARN ${arn} is invalid.`);
}
