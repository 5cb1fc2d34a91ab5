import type {
  GetMetricDataCommandInput,
  GetMetricDataCommandOutput,
  MetricDataQuery,
  MetricDataResult,
} from '@aws-sdk/client-cloudwatch';
import { type Constraints, enforce } from '#sandbox/core/constraints.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { named, series } from './series.ts';
import { statistic } from './statistics.ts';

/** From botocore 1.43's model of CloudWatch (2010-08-01) and its reference of GetMetricData. */
const rules: Constraints = {
  metricDataQueries: { required: true, maxLength: 500 },
  'metricDataQueries.member.id': {
    required: true,
    minLength: 1,
    maxLength: 255,
    pattern: /^[a-z][a-zA-Z0-9_]*$/,
  },
  'metricDataQueries.member.metricStat.period': { required: true, min: 1 },
  'metricDataQueries.member.metricStat.stat': { required: true },
  startTime: { required: true },
  endTime: { required: true },
  scanBy: { oneOf: ['TimestampDescending', 'TimestampAscending'] },
};
const mostPoints = 100_800;

export const getMetricData: Operation<GetMetricDataCommandInput, GetMetricDataCommandOutput> = (
  input,
  ctx,
) => {
  enforce(input, rules);
  const from = input.StartTime?.getTime() ?? 0;
  const to = input.EndTime?.getTime() ?? 0;
  if (from >= to) {
    throw new AwsError(
      'ValidationException',
      'The parameter StartTime must be less than the parameter EndTime.',
    );
  }
  const queries = input.MetricDataQueries ?? [];
  refuseTwins(queries);
  const results = queries
    .map((query) => answer(ctx, query, from, to))
    .filter((_, index) => queries[index]?.ReturnData !== false);
  if (input.ScanBy !== 'TimestampAscending') {
    for (const { Timestamps, Values } of results) {
      Timestamps?.reverse();
      Values?.reverse();
    }
  }
  return { ...page(results, input), Messages: [] };
};

function refuseTwins(queries: MetricDataQuery[]): void {
  const ids = queries.map(({ Id }) => Id);
  const twin = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twin !== undefined) {
    throw new AwsError(
      'ValidationException',
      `The values for parameter id in MetricDataQueries are not unique: ${twin}.`,
    );
  }
}

function answer(ctx: Ctx, query: MetricDataQuery, from: number, to: number): MetricDataResult {
  const { Id = '', MetricStat: asked, Label } = query;
  if (query.Expression !== undefined || !asked) {
    throw new AwsError(
      'ValidationException',
      `The sandbox has no metric math: query ${Id} must have a MetricStat and no Expression.`,
    );
  }
  if (Label?.includes('${')) {
    throw new AwsError('ValidationException', `The sandbox has no dynamic labels: the label of query ${Id}.`);
  }
  const stat = statistic(asked.Stat ?? '');
  if (!stat) {
    throw new AwsError(
      'ValidationException',
      `The sandbox does not know the statistic ${asked.Stat} of query ${Id}.`,
    );
  }
  const metric = named(asked.Metric?.Namespace, asked.Metric?.MetricName, asked.Metric?.Dimensions);
  const ours = query.AccountId === undefined || query.AccountId === ctx.account;
  const found = ours ? series(ctx, { metric, from, to, seconds: asked.Period ?? 60, unit: asked.Unit }) : [];
  return {
    Id,
    Label: Label ?? metric.name,
    Timestamps: found.map(({ at }) => new Date(at)),
    Values: found.map(({ minutes }) => stat(minutes)),
    StatusCode: 'Complete',
  };
}

/** The points of all results are one long list; a token says how many of them were given. */
function page(
  results: MetricDataResult[],
  { NextToken, MaxDatapoints = mostPoints }: GetMetricDataCommandInput,
): Pick<GetMetricDataCommandOutput, 'MetricDataResults' | 'NextToken'> {
  const given = NextToken === undefined ? 0 : Number(/^points-(\d{1,9})$/.exec(NextToken)?.[1]);
  if (Number.isNaN(given)) throw new AwsError('InvalidNextToken', 'The next token specified is invalid.');
  const all = results.reduce((sum, { Values = [] }) => sum + Values.length, 0);
  const end = Math.min(given + MaxDatapoints, all);
  let seen = 0;
  const shown = results.map((result) => {
    const { Timestamps = [], Values = [] } = result;
    const [low, high] = [Math.max(0, given - seen), Math.max(0, end - seen)];
    seen += Values.length;
    return {
      ...result,
      Timestamps: Timestamps.slice(low, high),
      Values: Values.slice(low, high),
      ...(high < Values.length ? { StatusCode: 'PartialData' as const } : {}),
    };
  });
  return { MetricDataResults: shown, ...(end < all ? { NextToken: `points-${end}` } : {}) };
}
