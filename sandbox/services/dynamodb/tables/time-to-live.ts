import type {
  DescribeTimeToLiveCommandInput,
  DescribeTimeToLiveCommandOutput,
  UpdateTimeToLiveCommandInput,
  UpdateTimeToLiveCommandOutput,
} from '@aws-sdk/client-dynamodb';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { invalid } from '../errors.ts';
import { inUse } from './delete-table.ts';
import { requireTable, saveTable } from './record.ts';
import { tableName } from './table-name.ts';

/** On AWS it takes up to an hour. */
const SWITCH_MS = 300;

export const updateTimeToLive: Operation<UpdateTimeToLiveCommandInput, UpdateTimeToLiveCommandOutput> = (
  input,
  ctx,
) => {
  const name = tableName(input.TableName);
  enforce(input, {
    timeToLiveSpecification: { required: true },
    'timeToLiveSpecification.enabled': { required: true },
    'timeToLiveSpecification.attributeName': { required: true, minLength: 1, maxLength: 255 },
  });
  const enabled = input.TimeToLiveSpecification?.Enabled === true;
  const attribute = input.TimeToLiveSpecification?.AttributeName as string;
  const table = requireTable(ctx, name);
  if (table.change) throw inUse(name, table.change);
  const current = table.ttl?.enabled ? table.ttl : undefined;
  if (current && enabled) throw invalid('TimeToLive is already enabled');
  if (!current && !enabled) throw invalid('TimeToLive is already disabled');
  if (current && current.attribute !== attribute) {
    throw invalid(
      `TimeToLive is active on a different AttributeName: current AttributeName is ${current.attribute}`,
    );
  }
  saveTable(ctx, { ...table, ttl: { attribute, enabled, since: ctx.now() } });
  return { TimeToLiveSpecification: { Enabled: enabled, AttributeName: attribute } };
};

export const describeTimeToLive: Operation<
  DescribeTimeToLiveCommandInput,
  DescribeTimeToLiveCommandOutput
> = (input, ctx) => {
  const { ttl } = requireTable(ctx, tableName(input.TableName));
  if (!ttl) return { TimeToLiveDescription: { TimeToLiveStatus: 'DISABLED' } };
  const done = ctx.now() >= ttl.since + SWITCH_MS;
  if (done && !ttl.enabled) return { TimeToLiveDescription: { TimeToLiveStatus: 'DISABLED' } };
  const status = ttl.enabled ? (done ? 'ENABLED' : 'ENABLING') : 'DISABLING';
  return { TimeToLiveDescription: { TimeToLiveStatus: status, AttributeName: ttl.attribute } };
};
