import type { LoggedCall } from '#sandbox/core/call-log.ts';
import type { OpenCtx } from '#sandbox/core/service.ts';
import { eventName, eventSource, isManagementWrite, resourcesOf, trailRegion } from './event-facts.ts';
import { eventKey, events, keptMs, timeKey } from './records.ts';

/**
 * Keeps what changes an account, as CloudTrail's event history does; for whoever logs calls to call with each of
 * them. Reads are left out: AWS has them too, but a check that looks every second would bury what a learner did.
 */
export function recordCall(open: OpenCtx, call: LoggedCall): void {
  const { service, operation, account, principal } = call;
  if (!service || !operation || !account || !principal || !call.region) return;
  if (!isManagementWrite(service, operation)) return;
  const region = trailRegion(service, call.region);
  const as = { kind: 'service', service: 'cloudtrail.amazonaws.com', account, arn: '', userId: '' } as const;
  const ctx = open({ service: 'cloudtrail', account, region, as });
  const record = {
    id: ctx.parts.random.uuid(),
    at: call.at,
    name: eventName(service, operation),
    source: eventSource(service),
    userName: principal.split(/[:/]/).at(-1) ?? principal,
    principal,
    sourceIp: call.sourceIp,
    userAgent: call.userAgent,
    requestId: call.requestId,
    parameters: call.input ?? null,
    resources: resourcesOf(service, call.input),
    ...(call.accessKeyId === undefined ? {} : { accessKeyId: call.accessKeyId }),
    ...(call.errorCode === undefined ? {} : { errorCode: call.errorCode }),
    ...(call.errorMessage === undefined ? {} : { errorMessage: call.errorMessage }),
  };
  events(ctx).put(eventKey(record), record);
  for (const [key] of events(ctx).list({ limit: 2 })) {
    if (key < timeKey(ctx.now() - keptMs)) events(ctx).delete(key);
  }
}
