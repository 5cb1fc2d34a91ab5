import type { Ctx } from '#sandbox/core/context.ts';
import { defineService, type Need, type Service } from '#sandbox/core/service.ts';
import { createBudget, deleteBudget, describeBudget, describeBudgets, updateBudget } from './budgets.ts';
import {
  createNotification,
  deleteNotification,
  describeNotificationsForBudget,
  describeSubscribersForNotification,
} from './notifications.ts';
import { listTagsForResource, tagResource, untagResource } from './tags.ts';

export const service = defineService<typeof import('@aws-sdk/client-budgets')>({
  name: 'budgets',
  client: () => import('@aws-sdk/client-budgets'),
  lacks: { DescribeBudget: ['ShowFilterExpression'], DescribeBudgets: ['ShowFilterExpression'] },
  global: true,
  operations: {
    CreateBudget: createBudget,
    UpdateBudget: updateBudget,
    DescribeBudget: describeBudget,
    DescribeBudgets: describeBudgets,
    DeleteBudget: deleteBudget,
    CreateNotification: createNotification,
    DeleteNotification: deleteNotification,
    DescribeNotificationsForBudget: describeNotificationsForBudget,
    DescribeSubscribersForNotification: describeSubscribersForNotification,
    ListTagsForResource: listTagsForResource,
    TagResource: tagResource,
    UntagResource: untagResource,
  },
  needs: {
    ...each('ModifyBudget', ['CreateBudget', 'UpdateBudget', 'DeleteBudget']),
    ...each('ModifyBudget', ['CreateNotification', 'DeleteNotification']),
    ...each('ViewBudget', ['DescribeBudget', 'DescribeBudgets']),
    ...each('ViewBudget', ['DescribeNotificationsForBudget', 'DescribeSubscribersForNotification']),
    ...each('ListTagsForResource', ['ListTagsForResource']),
    ...each('TagResource', ['TagResource']),
    ...each('UntagResource', ['UntagResource']),
  },
});

interface Named {
  BudgetName?: string;
  Budget?: { BudgetName?: string };
  NewBudget?: { BudgetName?: string };
  ResourceARN?: string;
}

/** Budgets has two permissions for most of its operations, one to look and one to change. */
function each(permission: string, operations: string[]): NonNullable<Service['needs']> {
  const need = (input: Named, { account }: Ctx): Need => {
    const name = input.BudgetName ?? input.Budget?.BudgetName ?? input.NewBudget?.BudgetName ?? '*';
    return {
      action: `budgets:${permission}`,
      resource: input.ResourceARN ?? `arn:aws:budgets::${account}:budget/${name}`,
    };
  };
  return Object.fromEntries(operations.map((operation) => [operation, need]));
}
