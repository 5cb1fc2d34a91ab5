import type {
  Budget,
  CreateBudgetCommandInput,
  CreateBudgetCommandOutput,
  DeleteBudgetCommandInput,
  DeleteBudgetCommandOutput,
  DescribeBudgetCommandInput,
  DescribeBudgetCommandOutput,
  DescribeBudgetsCommandInput,
  DescribeBudgetsCommandOutput,
  UpdateBudgetCommandInput,
  UpdateBudgetCommandOutput,
} from '@aws-sdk/client-budgets';
import { enforce } from '#sandbox/core/constraints.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { described, given } from './budget-shape.ts';
import { added } from './notifications.ts';
import { afterToken, pageOf } from './paging.ts';
import { budgetKey, budgetNamed, budgets, keep, type NotificationRecord, refuseForeign } from './records.ts';
import { invalid, rules } from './rules.ts';

export const createBudget: Operation<CreateBudgetCommandInput, CreateBudgetCommandOutput> = (input, ctx) => {
  enforce(input, rules.create, invalid);
  refuseForeign(ctx, input.AccountId);
  const budget: Partial<Budget> = input.Budget ?? {};
  const name = budget.BudgetName ?? '';
  if (budgets(ctx).get(budgetKey(name))) {
    throw new AwsError(
      'DuplicateRecordException',
      `Error creating budget: ${name} - the budget already exists.`,
    );
  }
  const notifications = (input.NotificationsWithSubscribers ?? []).reduce<NotificationRecord[]>(
    (all, one) => added(all, one.Notification, one.Subscribers),
    [],
  );
  keep(ctx, { ...given(budget, ctx.now()), name, notifications, tags: input.ResourceTags ?? [] });
  return {};
};

export const updateBudget: Operation<UpdateBudgetCommandInput, UpdateBudgetCommandOutput> = (input, ctx) => {
  enforce(input, rules.update, invalid);
  refuseForeign(ctx, input.AccountId);
  const budget: Partial<Budget> = input.NewBudget ?? {};
  const before = budgetNamed(ctx, budget.BudgetName, 'update');
  keep(ctx, { ...before, ...given(budget, ctx.now()) });
  return {};
};

export const describeBudget: Operation<DescribeBudgetCommandInput, DescribeBudgetCommandOutput> = (
  input,
  ctx,
) => {
  enforce(input, rules.budget, invalid);
  refuseForeign(ctx, input.AccountId);
  return { Budget: described(budgetNamed(ctx, input.BudgetName)) };
};

export const describeBudgets: Operation<DescribeBudgetsCommandInput, DescribeBudgetsCommandOutput> = (
  input,
  ctx,
) => {
  enforce(input, rules.account, invalid);
  refuseForeign(ctx, input.AccountId);
  const { items, NextToken } = pageOf(budgets(ctx).list(afterToken(input.NextToken)), input.MaxResults);
  return { Budgets: items.map(described), ...(NextToken === undefined ? {} : { NextToken }) };
};

export const deleteBudget: Operation<DeleteBudgetCommandInput, DeleteBudgetCommandOutput> = (input, ctx) => {
  enforce(input, rules.budget, invalid);
  refuseForeign(ctx, input.AccountId);
  budgets(ctx).delete(budgetKey(budgetNamed(ctx, input.BudgetName, 'delete').name));
  return {};
};
