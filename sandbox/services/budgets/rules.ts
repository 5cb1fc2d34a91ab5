import type { Constraint, Constraints } from '#sandbox/core/constraints.ts';

/** From botocore 1.43's model of AWS Budgets (2016-10-20). */
const required = true;
const accountId: Constraint = { required, minLength: 12, maxLength: 12, pattern: /^\d{12}$/ };
const budgetName: Constraint = { required, minLength: 1, maxLength: 100, pattern: /^[^:\\]+$/ };
const notificationOf = (at: string): Constraints => ({
  [at]: { required },
  [`${at}.notificationType`]: { required, oneOf: ['ACTUAL', 'FORECASTED'] },
  [`${at}.comparisonOperator`]: { required, oneOf: ['GREATER_THAN', 'LESS_THAN', 'EQUAL_TO'] },
  [`${at}.threshold`]: { required, min: 0, max: 15_000_000_000_000 },
  [`${at}.thresholdType`]: { oneOf: ['PERCENTAGE', 'ABSOLUTE_VALUE'] },
});
const subscribersOf = (at: string): Constraints => ({
  [at]: { required, minLength: 1, maxLength: 11 },
  [`${at}.member.subscriptionType`]: { required, oneOf: ['SNS', 'EMAIL'] },
  [`${at}.member.address`]: { required, minLength: 1 },
});
const budgetOf = (at: string): Constraints => ({
  [at]: { required },
  [`${at}.budgetName`]: budgetName,
  [`${at}.timeUnit`]: { required, oneOf: ['DAILY', 'MONTHLY', 'QUARTERLY', 'ANNUALLY', 'CUSTOM'] },
  [`${at}.budgetType`]: {
    required,
    oneOf: [
      'USAGE',
      'COST',
      'RI_UTILIZATION',
      'RI_COVERAGE',
      'SAVINGS_PLANS_UTILIZATION',
      'SAVINGS_PLANS_COVERAGE',
    ],
  },
  [`${at}.budgetLimit.amount`]: { required, pattern: /^([0-9]*\.)?[0-9]+$/ },
  [`${at}.budgetLimit.unit`]: { required, minLength: 1 },
});

export const rules = {
  account: { accountId, maxResults: { min: 1, max: 1000 } },
  budget: { accountId, budgetName },
  notifications: { accountId, budgetName, maxResults: { min: 1, max: 100 } },
  create: {
    accountId,
    ...budgetOf('budget'),
    notificationsWithSubscribers: { maxLength: 10 },
    ...notificationOf('notificationsWithSubscribers.member.notification'),
    ...subscribersOf('notificationsWithSubscribers.member.subscribers'),
    resourceTags: { maxLength: 200 },
  },
  update: { accountId, ...budgetOf('newBudget') },
  notification: { accountId, budgetName, ...notificationOf('notification') },
  createNotification: {
    accountId,
    budgetName,
    ...notificationOf('notification'),
    ...subscribersOf('subscribers'),
  },
  tag: { resourceARN: { required, minLength: 20, maxLength: 1011 } },
} satisfies Record<string, Constraints>;

/** AWS Budgets answers violations with a code of its own. */
export const invalid = 'InvalidParameterException';

/** As many as the model lets CreateBudget take. */
export const mostNotifications = 10;
