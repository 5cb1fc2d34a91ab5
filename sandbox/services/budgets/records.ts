import type { Budget, Notification, ResourceTag, Subscriber } from '@aws-sdk/client-budgets';
import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Table } from '#sandbox/core/store.ts';

export interface BudgetRecord {
  name: string;
  /** As it was given; its dates are apart, because records are JSON. */
  budget: Omit<Budget, 'TimePeriod' | 'LastUpdatedTime' | 'CalculatedSpend' | 'HealthStatus'>;
  from: number;
  to: number;
  updatedAt: number;
  notifications: NotificationRecord[];
  tags: ResourceTag[];
}

export interface NotificationRecord {
  notification: Notification;
  subscribers: Subscriber[];
}

export const budgets = (ctx: Ctx): Table<BudgetRecord> => ctx.table('budgets');

/** Names may be written in any script. */
export function budgetKey(name: string): string {
  return encodeURIComponent(name);
}

export function budgetNamed(ctx: Ctx, name = '', doing = 'get'): BudgetRecord {
  const record = budgets(ctx).get(budgetKey(name));
  if (record) return record;
  throw new AwsError('NotFoundException', `Unable to ${doing} budget: ${name} - the budget doesn't exist.`);
}

export function keep(ctx: Ctx, record: BudgetRecord): void {
  budgets(ctx).put(budgetKey(record.name), record);
}

/** Everybody names an account, and may name only their own. */
export function refuseForeign(ctx: Ctx, accountId: string | undefined): void {
  if (accountId === ctx.account) return;
  throw new AwsError(
    'AccessDeniedException',
    `Account ${ctx.account} may not see the budgets of ${accountId}.`,
  );
}
