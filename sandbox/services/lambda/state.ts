import type { FunctionConfiguration, LastUpdateStatusReasonCode } from '@aws-sdk/client-lambda';
import type { Ctx } from '#sandbox/core/context.ts';
import { lambdaError } from './errors.ts';
import { type FunctionRef, functionArn } from './names.ts';
import type { FunctionRecord } from './records.ts';

/** Short enough not to be waited for, long enough that code which does not wait meets what it would meet on AWS. */
const SETTLING_MS = 120;

const BEING_CREATED = 'The function is being created.';

type StateFields = Pick<
  FunctionConfiguration,
  | 'State'
  | 'StateReason'
  | 'StateReasonCode'
  | 'LastUpdateStatus'
  | 'LastUpdateStatusReason'
  | 'LastUpdateStatusReasonCode'
>;

export function stateOf(record: FunctionRecord, now: number): StateFields {
  if (now >= record.settlesAt) return { State: 'Active', LastUpdateStatus: 'Successful' };
  if (record.settling === 'create') {
    return { State: 'Pending', StateReason: BEING_CREATED, StateReasonCode: 'Creating' };
  }
  return {
    State: 'Active',
    LastUpdateStatus: 'InProgress',
    LastUpdateStatusReason: BEING_CREATED,
    // AWS answers this, though its model does not list it.
    LastUpdateStatusReasonCode: 'Creating' as string as LastUpdateStatusReasonCode,
  };
}

/** When a change made now will have settled; nothing is idle before that. */
export function settlesAt(ctx: Ctx): number {
  ctx.later(() => {}, SETTLING_MS);
  return ctx.now() + SETTLING_MS;
}

/** Changing a function that is still changing is a conflict, as on AWS. */
export function refuseWhileChanging(ctx: Ctx, ref: FunctionRef, record: FunctionRecord): void {
  refuseWhilePending(ctx, record);
  if (ctx.now() >= record.settlesAt) return;
  const { qualifier: _, ...unqualified } = ref;
  throw lambdaError(
    'ResourceConflictException',
    `The operation cannot be performed at this time. An update is in progress for resource: ${functionArn(unqualified)}`,
  );
}

export function refuseWhilePending(ctx: Ctx, record: FunctionRecord): void {
  if (stateOf(record, ctx.now()).State !== 'Pending') return;
  throw lambdaError(
    'ResourceConflictException',
    'The operation cannot be performed at this time. The function is currently in the following state: Pending',
  );
}

export function refuseOtherRevision(
  given: string | undefined,
  current: string | undefined,
  operation: string,
): void {
  if (given === undefined || given === current) return;
  throw lambdaError(
    'PreconditionFailedException',
    `The Revision Id provided does not match the latest Revision Id. Call the ${operation} API to retrieve the latest Revision Id`,
  );
}
