import {
  BudgetsClient,
  CreateBudgetCommand,
  CreateNotificationCommand,
  DeleteBudgetCommand,
  DeleteNotificationCommand,
  DescribeBudgetCommand,
  DescribeBudgetsCommand,
  DescribeNotificationsForBudgetCommand,
  DescribeSubscribersForNotificationCommand,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-budgets';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Opened, openSandbox } from '#sandbox/testing/open-sandbox.ts';

const AccountId = '111122223333';
const BudgetName = '月の予算';
const limit = { Amount: '1', Unit: 'USD' };
const Budget = { BudgetName, BudgetLimit: limit, TimeUnit: 'MONTHLY', BudgetType: 'COST' } as const;
const at = (Threshold: number) =>
  ({ NotificationType: 'ACTUAL', ComparisonOperator: 'GREATER_THAN', Threshold }) as const;
const Subscribers = [{ SubscriptionType: 'EMAIL' as const, Address: 'hana@example.com' }];

let sandbox: Opened;
let client: BudgetsClient;

beforeEach(() => {
  sandbox = openSandbox({ now: Date.UTC(2026, 10, 20, 12) });
  client = sandbox.client(BudgetsClient);
});

const create = () =>
  client.send(
    new CreateBudgetCommand({
      AccountId,
      Budget,
      NotificationsWithSubscribers: [{ Notification: at(80), Subscribers }],
      ResourceTags: [{ Key: 'course', Value: 'serverless-hands-on' }],
    }),
  );

describe('a budget', () => {
  it('is described with what AWS adds to it', async () => {
    await create();
    const { Budget: found } = await client.send(new DescribeBudgetCommand({ AccountId, BudgetName }));
    expect(found).toMatchObject({
      ...Budget,
      BudgetLimit: { Amount: '1.0', Unit: 'USD' },
      CostTypes: { IncludeTax: true, UseBlended: false },
      TimePeriod: { Start: new Date('2026-11-01'), End: new Date('2087-06-15') },
      CalculatedSpend: { ActualSpend: { Amount: '0.0', Unit: 'USD' } },
    });
    const { Budgets } = await client.send(new DescribeBudgetsCommand({ AccountId }));
    expect(Budgets).toEqual([found]);
  });

  it('is the same from every region', async () => {
    await create();
    const elsewhere = sandbox.client(BudgetsClient, { region: 'us-east-1' });
    const { Budgets } = await elsewhere.send(new DescribeBudgetsCommand({ AccountId }));
    expect(Budgets).toHaveLength(1);
  });

  it('exists once, and not when it is deleted', async () => {
    await create();
    await expect(create()).rejects.toMatchObject({
      name: 'DuplicateRecordException',
      message: `Error creating budget: ${BudgetName} - the budget already exists.`,
    });
    await client.send(new DeleteBudgetCommand({ AccountId, BudgetName }));
    await expect(client.send(new DescribeBudgetCommand({ AccountId, BudgetName }))).rejects.toMatchObject({
      name: 'NotFoundException',
      message: `Unable to get budget: ${BudgetName} - the budget doesn't exist.`,
    });
  });

  it('tells whom at which threshold', async () => {
    await create();
    await client.send(
      new CreateNotificationCommand({ AccountId, BudgetName, Notification: at(100), Subscribers }),
    );
    const ask = { AccountId, BudgetName };
    const { Notifications } = await client.send(new DescribeNotificationsForBudgetCommand(ask));
    expect(Notifications).toEqual([
      { ...at(80), ThresholdType: 'PERCENTAGE', NotificationState: 'OK' },
      { ...at(100), ThresholdType: 'PERCENTAGE', NotificationState: 'OK' },
    ]);
    const of = new DescribeSubscribersForNotificationCommand({ ...ask, Notification: at(80) });
    expect((await client.send(of)).Subscribers).toEqual(Subscribers);
    await client.send(new DeleteNotificationCommand({ ...ask, Notification: at(80) }));
    await expect(client.send(of)).rejects.toMatchObject({ name: 'NotFoundException' });
  });

  it('keeps its tags', async () => {
    await create();
    const ResourceARN = `arn:aws:budgets::${AccountId}:budget/${BudgetName}`;
    const { ResourceTags } = await client.send(new ListTagsForResourceCommand({ ResourceARN }));
    expect(ResourceTags).toEqual([{ Key: 'course', Value: 'serverless-hands-on' }]);
  });

  it.each([
    [{ AccountId: '999999999999' }, 'AccessDeniedException', '999999999999'],
    [{ Budget: { ...Budget, BudgetLimit: undefined } }, 'InvalidParameterException', 'BudgetLimit'],
    [{ Budget: { ...Budget, BudgetName: 'a:b' } }, 'InvalidParameterException', "at 'budget.budgetName'"],
    [{ Budget: { ...Budget, TimeUnit: 'YEARLY' } }, 'InvalidParameterException', "at 'budget.timeUnit'"],
    [
      { NotificationsWithSubscribers: [{ Notification: at(1), Subscribers: [] }] },
      'InvalidParameterException',
      "at 'notificationsWithSubscribers.1.member.subscribers'",
    ],
  ])('is refused: %j', async (more, name, message) => {
    await expect(
      client.send(new CreateBudgetCommand({ AccountId, Budget, ...more } as never)),
    ).rejects.toMatchObject({ name, message: expect.stringContaining(message) });
  });
});
