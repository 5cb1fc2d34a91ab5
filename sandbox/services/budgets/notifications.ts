import type {
  CreateNotificationCommandInput,
  CreateNotificationCommandOutput,
  DeleteNotificationCommandInput,
  DeleteNotificationCommandOutput,
  DescribeNotificationsForBudgetCommandInput,
  DescribeNotificationsForBudgetCommandOutput,
  DescribeSubscribersForNotificationCommandInput,
  DescribeSubscribersForNotificationCommandOutput,
  Notification,
  Subscriber,
} from '@aws-sdk/client-budgets';
import { enforce } from '#sandbox/core/constraints.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { afterToken, pageOf } from './paging.ts';
import { type BudgetRecord, budgetNamed, keep, type NotificationRecord, refuseForeign } from './records.ts';
import { invalid, mostNotifications, rules } from './rules.ts';

export const createNotification: Operation<
  CreateNotificationCommandInput,
  CreateNotificationCommandOutput
> = (input, ctx) => {
  enforce(input, rules.createNotification, invalid);
  refuseForeign(ctx, input.AccountId);
  const record = budgetNamed(ctx, input.BudgetName);
  keep(ctx, { ...record, notifications: added(record.notifications, input.Notification, input.Subscribers) });
  return {};
};

export const deleteNotification: Operation<
  DeleteNotificationCommandInput,
  DeleteNotificationCommandOutput
> = (input, ctx) => {
  enforce(input, rules.notification, invalid);
  refuseForeign(ctx, input.AccountId);
  const record = budgetNamed(ctx, input.BudgetName);
  const gone = notificationOf(record, input.Notification);
  keep(ctx, { ...record, notifications: record.notifications.filter((one) => one !== gone) });
  return {};
};

export const describeNotificationsForBudget: Operation<
  DescribeNotificationsForBudgetCommandInput,
  DescribeNotificationsForBudgetCommandOutput
> = (input, ctx) => {
  enforce(input, rules.notifications, invalid);
  refuseForeign(ctx, input.AccountId);
  const { notifications } = budgetNamed(ctx, input.BudgetName);
  const { after = '' } = afterToken(input.NextToken);
  const all = notifications.map(({ notification }, i) => [String(i).padStart(3, '0'), notification] as const);
  const rest = all.filter(([place]) => place > after);
  const { items, NextToken } = pageOf(rest, input.MaxResults);
  return { Notifications: items, ...(NextToken === undefined ? {} : { NextToken }) };
};

export const describeSubscribersForNotification: Operation<
  DescribeSubscribersForNotificationCommandInput,
  DescribeSubscribersForNotificationCommandOutput
> = (input, ctx) => {
  enforce(input, rules.notification, invalid);
  refuseForeign(ctx, input.AccountId);
  return { Subscribers: notificationOf(budgetNamed(ctx, input.BudgetName), input.Notification).subscribers };
};

/** A notification is known by what it watches for: there are no ids. Nothing is sent from a sandbox. */
export function added(
  all: NotificationRecord[],
  notification: Notification | undefined,
  subscribers: Subscriber[] = [],
): NotificationRecord[] {
  if (!notification) throw new AwsError(invalid, 'A notification is required.');
  if (all.some((one) => same(one.notification, notification))) {
    throw new AwsError(
      'DuplicateRecordException',
      'Error creating notification - the notification already exists.',
    );
  }
  if (all.length >= mostNotifications) {
    throw new AwsError(
      'CreationLimitExceededException',
      `A budget can have no more than ${mostNotifications} notifications.`,
    );
  }
  for (const { SubscriptionType, Address = '' } of subscribers) {
    const right = SubscriptionType === 'SNS' ? /^arn:aws[a-z-]*:sns:/ : /^[^@\s]+@[^@\s]+\.[^@\s]+$/;
    if (!right.test(Address))
      throw new AwsError(invalid, `The address of a subscriber is not valid: ${Address}`);
  }
  const whole = { ThresholdType: 'PERCENTAGE', NotificationState: 'OK', ...notification } as const;
  return [...all, { notification: whole, subscribers }];
}

function notificationOf(record: BudgetRecord, notification: Notification | undefined): NotificationRecord {
  const found = record.notifications.find((one) => notification && same(one.notification, notification));
  if (found) return found;
  throw new AwsError(
    'NotFoundException',
    `Unable to find the notification of budget: ${record.name} - the notification doesn't exist.`,
  );
}

function same(a: Notification, b: Notification): boolean {
  return (
    a.NotificationType === b.NotificationType &&
    a.ComparisonOperator === b.ComparisonOperator &&
    a.Threshold === b.Threshold &&
    (a.ThresholdType ?? 'PERCENTAGE') === (b.ThresholdType ?? 'PERCENTAGE')
  );
}
