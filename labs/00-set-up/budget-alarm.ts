import type { Doing, Look, Step } from '#labs/kit/lab.ts';
import { orAbsent } from '#labs/kit/or-absent.ts';
import { absent, different, pass } from '#labs/kit/result.ts';
import { says } from '#labs/kit/text.ts';
import { texts } from './lab.texts.ts';

export const budgetAlarm: Step = {
  id: 'budget-alarm',
  kind: 'state',
  optional: true,
  title: texts.budgetTitle,
  hints: [texts.budgetHint1, texts.budgetAnswer],
  needs: ['account-answers'],
  async check(look) {
    const { target } = look;
    const answer = await orAbsent(look.aws.budgets.describeBudgets({ AccountId: target.account }));
    const names = (answer?.Budgets ?? []).flatMap(({ BudgetName }) => BudgetName ?? []);
    if (names.length === 0) {
      return absent(says(texts.noBudget), says(texts.noBudgetNext), {
        call: 'budgets:DescribeBudgets',
        field: 'Budgets',
        expected: 1,
        found: 0,
      });
    }
    const alarms = (await Promise.all(names.map((name) => alarmsOf(name, look)))).flat().length;
    const evidence = {
      call: 'budgets:DescribeNotificationsForBudget',
      field: 'Notifications',
      expected: 1,
      found: alarms,
    };
    return alarms > 0
      ? pass(evidence)
      : different(
          says(texts.noAlarm, { names: names.join(', ') }),
          says(texts.noAlarmNext, { name: names[0] ?? '' }),
          evidence,
        );
  },
  /** An alarm needs somebody's address, which is nobody's to choose but theirs: made in the sandbox only. */
  async apply(doing) {
    if (doing.target.kind === 'sandbox') await makeBudget(doing);
    else doing.note(says(texts.budgetByHand));
  },
};

async function alarmsOf(name: string, { aws, target }: Look) {
  const answer = await orAbsent(
    aws.budgets.describeNotificationsForBudget({ AccountId: target.account, BudgetName: name }),
  );
  return answer?.Notifications ?? [];
}

async function makeBudget({ aws, names, target }: Doing): Promise<void> {
  const AccountId = target.account;
  const BudgetName = `${names.prefix}serverless-hands-on`;
  const alarm = {
    Notification: {
      NotificationType: 'ACTUAL',
      ComparisonOperator: 'GREATER_THAN',
      Threshold: 80,
      ThresholdType: 'PERCENTAGE',
    },
    Subscribers: [{ SubscriptionType: 'EMAIL', Address: 'learner@example.com' }],
  } as const;
  const { Budgets = [] } = await aws.budgets.describeBudgets({ AccountId });
  if (Budgets.some((budget) => budget.BudgetName === BudgetName)) {
    const { Notification, Subscribers } = alarm;
    await aws.budgets.createNotification({
      AccountId,
      BudgetName,
      Notification,
      Subscribers: [...Subscribers],
    });
    return;
  }
  await aws.budgets.createBudget({
    AccountId,
    Budget: {
      BudgetName,
      BudgetType: 'COST',
      TimeUnit: 'MONTHLY',
      BudgetLimit: { Amount: '5', Unit: 'USD' },
    },
    NotificationsWithSubscribers: [{ Notification: alarm.Notification, Subscribers: [...alarm.Subscribers] }],
  });
}
