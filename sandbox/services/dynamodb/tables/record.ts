import type {
  OnDemandThroughput,
  ScalarAttributeType,
  SSESpecification,
  StreamViewType,
  TableClass,
  Tag,
  WarmThroughput,
} from '@aws-sdk/client-dynamodb';
import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import { tableNotFound } from '../errors.ts';

/** A table as it is kept. Times are milliseconds; `change` is over once `readyAt` has passed. */
export interface TableRecord {
  id: string;
  name: string;
  arn: string;
  createdAt: number;
  change: 'CREATING' | 'UPDATING' | 'DELETING' | undefined;
  readyAt: number;
  attributes: Record<string, ScalarAttributeType>;
  key: KeyNames;
  onDemand: boolean;
  /** Set once the table was ever on demand. */
  onDemandSince?: number;
  throughput: Throughput;
  onDemandThroughput?: OnDemandThroughput;
  warmThroughput?: WarmThroughput;
  indexes: IndexRecord[];
  deletionProtection: boolean;
  tableClass?: TableClass;
  tableClassSince?: number;
  sse?: SSESpecification;
  stream?: { label: string; view: StreamViewType; enabled: boolean };
  tags: Tag[];
  ttl?: { attribute: string; enabled: boolean; since: number };
  recovery?: { since: number; days: number };
  /** AWS counts items every six hours or so; so do we. */
  counted: { at: number; items: number; bytes: number };
}

export interface KeyNames {
  hash: string;
  range?: string;
}

export interface Throughput {
  read: number;
  write: number;
  increasedAt?: number;
  decreasedAt?: number;
  decreases: number[];
}

export interface IndexRecord {
  name: string;
  global: boolean;
  key: KeyNames;
  projection: 'ALL' | 'KEYS_ONLY' | 'INCLUDE';
  included: string[];
  throughput: Throughput;
  onDemandThroughput?: OnDemandThroughput;
  warmThroughput?: WarmThroughput;
  change: 'CREATING' | 'UPDATING' | 'DELETING' | undefined;
  readyAt: number;
}

/** How long a change takes here; on AWS it is seconds to minutes. */
export const CHANGE_MS = { CREATING: 200, UPDATING: 200, DELETING: 150 };

/** The table in whatever state it is, with every change that is over by now taken into account. */
export function findTable(ctx: Ctx, name: string): TableRecord | undefined {
  const record = ctx.table<TableRecord>('tables').get(name);
  return record && settle(record, ctx.now());
}

export function requireTable(ctx: Ctx, name: string): TableRecord {
  const table = findTable(ctx, name);
  if (table) return table;
  throw new AwsError('ResourceNotFoundException', `Requested resource not found: Table: ${name} not found`);
}

/** For items: a table that is being made or deleted is not there yet, or any more. */
export function usableTable(ctx: Ctx, name: string): TableRecord {
  const table = findTable(ctx, name);
  if (!table || table.change === 'CREATING' || table.change === 'DELETING') throw tableNotFound();
  return table;
}

export function saveTable(ctx: Ctx, table: TableRecord): void {
  ctx.table<TableRecord>('tables').put(table.name, table);
}

/** The time decides, so that no restart loses a change; the work queued only tidies, and gives `idle()` an end to await. */
export function beginChange(ctx: Ctx, table: TableRecord, change: keyof typeof CHANGE_MS): TableRecord {
  const changing = { ...table, change, readyAt: ctx.now() + CHANGE_MS[change] };
  saveTable(ctx, changing);
  ctx.later(() => tidy(ctx, table), CHANGE_MS[change] + 1);
  return changing;
}

export function streamArn(table: TableRecord): string | undefined {
  return table.stream && `${table.arn}/stream/${table.stream.label}`;
}

/** Reads never write table records: what they see may be older than what is there. */
function tidy(ctx: Ctx, { id, name }: TableRecord): void {
  const tables = ctx.table<TableRecord>('tables');
  const record = tables.get(name);
  if (record?.id === id && settle(record, ctx.now()) === undefined) tables.delete(name);
}

function settle(record: TableRecord, now: number): TableRecord | undefined {
  const over = (one: { change: unknown; readyAt: number }) => one.change !== undefined && one.readyAt <= now;
  if (over(record) && record.change === 'DELETING') return undefined;
  const indexes = record.indexes
    .filter((index) => !(over(index) && index.change === 'DELETING'))
    .map((index) => (over(index) ? { ...index, change: undefined } : index));
  return { ...record, indexes, change: over(record) ? undefined : record.change };
}
