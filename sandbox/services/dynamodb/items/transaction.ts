import type { CancellationReason } from '@aws-sdk/client-dynamodb';
import { AwsError } from '#sandbox/core/errors.ts';
import { invalid } from '../errors.ts';
import { violation } from '../tables/table-name.ts';

export const MOST_ACTIONS = 100;
export const MAX_TRANSACTION_BYTES = 4 * 1024 * 1024;

export function checkCount(actions: readonly object[]): void {
  const path = 'transactItems';
  if (actions.length === 0) {
    throw invalid(violation("'[]'", path, 'Member must have length greater than or equal to 1'));
  }
  if (actions.length > MOST_ACTIONS) {
    const shown = actions.map((action) => `TransactItem(${Object.keys(action).join(', ')})`).join(', ');
    throw invalid(
      violation(`'[${shown}]'`, path, `Member must have length less than or equal to ${MOST_ACTIONS}`),
    );
  }
}

export function refuseTwice(keys: Array<string | undefined>): void {
  const known = keys.filter((key) => key !== undefined);
  if (new Set(known).size === known.length) return;
  throw invalid('Transaction request cannot include multiple operations on one item');
}

/** What one action came to: its result, or why it stops the whole transaction. */
export type Outcome<T> = { done: T } | { reason: CancellationReason };

/** Errors of one action become its reason; any other error is the request's own. */
export function attempt<T>(action: () => T): Outcome<T> {
  try {
    return { done: action() };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const { message, members } = error;
    if (error.code === 'ValidationException')
      return { reason: { Code: 'ValidationError', Message: message } };
    if (error.code === 'ProvisionedThroughputExceededException') {
      return { reason: { Code: 'ProvisionedThroughputExceeded', Message: message } };
    }
    if (error.code !== 'ConditionalCheckFailedException') throw error;
    const item = members.Item as CancellationReason['Item'];
    return { reason: { Code: 'ConditionalCheckFailed', Message: message, ...(item && { Item: item }) } };
  }
}

/** The results, or the cancellation with a reason for each action. */
export function allDone<T>(outcomes: Array<Outcome<T>>): T[] {
  const reasons = outcomes.map((outcome) => ('reason' in outcome ? outcome.reason : { Code: 'None' }));
  if (reasons.every(({ Code }) => Code === 'None')) {
    return outcomes.flatMap((outcome) => ('done' in outcome ? [outcome.done] : []));
  }
  throw new AwsError(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${reasons.map(({ Code }) => Code).join(', ')}]`,
    { members: { CancellationReasons: reasons } },
  );
}
