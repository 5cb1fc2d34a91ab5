import type { Ctx } from '#sandbox/core/context.ts';
import { identity } from '#sandbox/identity/identity.ts';
import { roleByArn } from '#sandbox/identity/records/entities.ts';
import { rolePrincipal } from '#sandbox/services/sts/sessions.ts';
import { invalidParameter, notHere } from './errors.ts';
import { readRef } from './names.ts';

type Purpose = 'dead-letter queue' | 'destination';

/** Refuses a place to deliver to that is not there or that the function's role may not use, as AWS does beforehand. */
export function checkTarget(home: Ctx, arn: string | undefined, roleArn: string, purpose: Purpose): void {
  if (!arn) return;
  const service = arn.split(':')[2] ?? '';
  if (['sns', 'events', 's3'].includes(service)) {
    throw notHere(`destinations of ${service}`, 'Use an SQS queue or a function.');
  }
  const isFunction = service === 'lambda' && readRef(home, arn).region === home.region;
  if (service !== 'sqs' && !(isFunction && purpose === 'destination')) {
    throw invalidParameter(`The ${purpose} ARN ${arn} is invalid.`);
  }
  const [action, call, name] = isFunction
    ? ['lambda:InvokeFunction', 'Invoke', 'Lambda']
    : ['sqs:SendMessage', 'SendMessage', 'SQS'];
  if (may(home, roleArn, action, arn)) return;
  throw invalidParameter(
    purpose === 'destination'
      ? `The function's execution role does not have permissions to call ${call} on ${arn}`
      : `The provided execution role does not have permissions to call ${call} on ${name}`,
  );
}

function may(home: Ctx, roleArn: string, action: string, resource: string): boolean {
  const role = roleByArn(home, roleArn);
  if (!role) return false;
  const caller = rolePrincipal(role, 'lambda');
  return identity.decide({ action, resource }, { ...home, caller }).allowed;
}
