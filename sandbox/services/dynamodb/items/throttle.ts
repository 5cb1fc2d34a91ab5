import type { ConsumedCapacity, ReturnConsumedCapacity } from '@aws-sdk/client-dynamodb';
import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { TableRecord } from '../tables/record.ts';
import { type Kind, report, type Spent } from './capacity.ts';

/** Units that a table or index may still spend; five minutes of what was not used are kept, as on AWS. */
interface Bucket {
  units: number;
  at: number;
}

const BURST_S = 300;

/** Refuses where a provisioned table has no units left; only where AWS's own limits apply. */
export function throttle(ctx: Ctx, table: TableRecord, kind: Kind): void {
  if (!isExhausted(ctx, table, kind)) return;
  throw new AwsError(
    'ProvisionedThroughputExceededException',
    'The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API.',
  );
}

export function isExhausted(ctx: Ctx, table: TableRecord, kind: Kind): boolean {
  if (!applies(ctx, table)) return false;
  return levels(table).some(
    ({ name, throughput }) => refilled(ctx, table, name, throughput[kind], kind).units <= 0,
  );
}

/** Takes what a call has spent from the table's units, and reports it as far as the caller asked. */
export function spend(
  ctx: Ctx,
  table: TableRecord,
  spent: Spent,
  kind: Kind,
  asked: ReturnConsumedCapacity | undefined,
  inTransaction = false,
): ConsumedCapacity | undefined {
  charge(ctx, table, spent, kind);
  return report(table, spent, asked, inTransaction ? kind : undefined);
}

export function charge(ctx: Ctx, table: TableRecord, spent: Spent, kind: Kind): void {
  if (!applies(ctx, table)) return;
  for (const { name, throughput } of levels(table)) {
    const units = name === '' ? spent.table : (spent.indexes[name] ?? 0);
    const bucket = refilled(ctx, table, name, throughput[kind], kind);
    ctx.table<Bucket>('capacity').put(keyOf(table, name, kind), { ...bucket, units: bucket.units - units });
  }
}

function applies(ctx: Ctx, table: TableRecord): boolean {
  return ctx.parts.awsLimits === true && !table.onDemand;
}

function levels(table: TableRecord) {
  return [{ name: '', throughput: table.throughput }, ...table.indexes.filter(({ global }) => global)];
}

function refilled(ctx: Ctx, table: TableRecord, name: string, perSecond: number, kind: Kind): Bucket {
  const now = ctx.now();
  const full = perSecond * BURST_S;
  const bucket = ctx.table<Bucket>('capacity').get(keyOf(table, name, kind));
  if (!bucket) return { units: full, at: now };
  return { units: Math.min(full, bucket.units + ((now - bucket.at) / 1000) * perSecond), at: now };
}

function keyOf(table: TableRecord, name: string, kind: Kind): string {
  return `${table.id}/${kind}/${name}`;
}
