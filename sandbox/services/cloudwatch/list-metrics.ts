import type { ListMetricsCommandInput, ListMetricsCommandOutput } from '@aws-sdk/client-cloudwatch';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { type MetricRecord, metrics, minute } from './records.ts';

const pageSize = 500;
const recentMs = 3 * 60 * minute;

export const listMetrics: Operation<ListMetricsCommandInput, ListMetricsCommandOutput> = (input, ctx) => {
  const fits = ({ namespace, name, dimensions, lastAt }: MetricRecord) =>
    (input.Namespace ?? namespace) === namespace &&
    (input.MetricName ?? name) === name &&
    (input.RecentlyActive === undefined || lastAt > ctx.now() - recentMs) &&
    (input.OwningAccount ?? ctx.account) === ctx.account &&
    (input.Dimensions ?? []).every(
      ({ Name = '', Value }) =>
        Object.hasOwn(dimensions, Name) && (Value ?? dimensions[Name]) === dimensions[Name],
    );
  const after = input.NextToken === undefined ? {} : { after: keyIn(input.NextToken) };
  const found = metrics(ctx)
    .list(after)
    .filter(([, metric]) => fits(metric));
  const page = found.slice(0, pageSize);
  const last = page.at(-1)?.[0];
  return {
    Metrics: page.map(([, { namespace, name, dimensions }]) => ({
      Namespace: namespace,
      MetricName: name,
      Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
    })),
    ...(input.IncludeLinkedAccounts ? { OwningAccounts: page.map(() => ctx.account) } : {}),
    ...(found.length > pageSize && last !== undefined ? { NextToken: `after ${last}` } : {}),
  };
};

function keyIn(token: string): string {
  if (!token.startsWith('after ')) {
    throw new AwsError('InvalidParameterValueException', 'The next token specified is invalid.');
  }
  return token.slice('after '.length);
}
