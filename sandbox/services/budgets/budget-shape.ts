import type { Budget, Spend } from '@aws-sdk/client-budgets';
import { AwsError } from '#sandbox/core/errors.ts';
import type { BudgetRecord } from './records.ts';
import { invalid } from './rules.ts';

/** What is kept of a budget as it was given. */
export function given(
  budget: Partial<Budget>,
  now: number,
): Pick<BudgetRecord, 'budget' | 'from' | 'to' | 'updatedAt'> {
  const { TimePeriod, LastUpdatedTime: _, CalculatedSpend, HealthStatus: __, ...rest } = budget;
  const { BudgetName, TimeUnit, BudgetType, AutoAdjustData } = rest;
  if (!TimeUnit || !BudgetType) throw new AwsError(invalid, 'TimeUnit and BudgetType are required.');
  if (CalculatedSpend !== undefined) {
    throw new AwsError(invalid, 'CalculatedSpend is calculated and cannot be given.');
  }
  if (AutoAdjustData !== undefined) {
    throw new AwsError(invalid, 'The sandbox has no auto-adjusting budgets: leave AutoAdjustData out.');
  }
  if (rest.BudgetLimit === undefined && rest.PlannedBudgetLimits === undefined) {
    throw new AwsError(
      invalid,
      'One of BudgetLimit, PlannedBudgetLimits or AutoAdjustData must be specified.',
    );
  }
  return {
    budget: { ...rest, BudgetName, TimeUnit, BudgetType },
    from: TimePeriod?.Start?.getTime() ?? startOf(TimeUnit, now),
    to: TimePeriod?.End?.getTime() ?? farAway,
    updatedAt: now,
  };
}

/** Nothing costs anything in the sandbox, and so nothing was spent. */
export function described({ budget, from, to, updatedAt }: BudgetRecord): Budget {
  const { BudgetLimit, ...rest } = budget;
  const unit = BudgetLimit?.Unit ?? 'USD';
  const filtered = rest.FilterExpression !== undefined || rest.Metrics !== undefined;
  return {
    CostFilters: {},
    ...(filtered ? {} : { CostTypes: costTypes }),
    ...rest,
    ...(BudgetLimit ? { BudgetLimit: withDecimals(BudgetLimit) } : {}),
    TimePeriod: { Start: new Date(from), End: new Date(to) },
    CalculatedSpend: {
      ActualSpend: { Amount: '0.0', Unit: unit },
      ForecastedSpend: { Amount: '0.0', Unit: unit },
    },
    LastUpdatedTime: new Date(updatedAt),
    HealthStatus: { Status: 'HEALTHY', LastUpdatedTime: new Date(updatedAt) },
  };
}

const costTypes = {
  IncludeTax: true,
  IncludeSubscription: true,
  UseBlended: false,
  IncludeRefund: true,
  IncludeCredit: true,
  IncludeUpfront: true,
  IncludeRecurring: true,
  IncludeOtherSubscription: true,
  IncludeSupport: true,
  IncludeDiscount: true,
  UseAmortized: false,
};

/** What AWS answers for a budget without an end. */
const farAway = Date.UTC(2087, 5, 15);

function startOf(unit: Budget['TimeUnit'], now: number): number {
  const date = new Date(now);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (unit === 'DAILY') return Date.UTC(year, month, date.getUTCDate());
  if (unit === 'QUARTERLY') return Date.UTC(year, month - (month % 3));
  return unit === 'ANNUALLY' ? Date.UTC(year) : Date.UTC(year, month);
}

function withDecimals({ Amount = '0', Unit }: Spend): Spend {
  const amount = String(Number(Amount));
  return { Amount: amount.includes('.') ? amount : `${amount}.0`, Unit };
}
