import type {
  Architecture,
  DestinationConfig,
  LoggingConfig,
  Runtime,
  SnapStartApplyOn,
  TracingMode,
} from '@aws-sdk/client-lambda';
import type { Ctx } from '#sandbox/core/context.ts';
import { functionNotFound } from './errors.ts';
import { type FunctionRef, functionArn, homeOf } from './names.ts';

/** One version of a function, `$LATEST` included. */
export interface FunctionRecord {
  name: string;
  version: string;
  runtime: Runtime;
  role: string;
  handler: string;
  description: string;
  timeout: number;
  memory: number;
  architecture: Architecture;
  ephemeralMb: number;
  environment?: Record<string, string>;
  layers: LayerUse[];
  logging: LoggingConfig;
  tracing: TracingMode;
  snapStart: SnapStartApplyOn;
  deadLetterArn?: string;
  codeSha256: string;
  codeSize: number;
  lastModified: number;
  revisionId: string;
  /** Until then the function is Pending (`create`) or its update is InProgress: told from the clock when it is read. */
  settling: 'create' | 'update';
  settlesAt: number;
  /** Of `$LATEST` only: how many versions were ever published. */
  published: number;
}

export interface LayerUse {
  arn: string;
  codeSize: number;
}

export interface AliasRecord {
  name: string;
  version: string;
  description: string;
  revisionId: string;
  weights?: Record<string, number>;
}

export interface EventInvokeRecord {
  qualifier: string;
  lastModified: number;
  retries?: number;
  maximumAgeSeconds?: number;
  destinations: DestinationConfig;
}

export const LATEST = '$LATEST';

export const functions = (ctx: Ctx) => ctx.table<FunctionRecord>('functions');
export const versions = (ctx: Ctx) => ctx.table<FunctionRecord>('versions');
export const aliases = (ctx: Ctx) => ctx.table<AliasRecord>('aliases');
export const reserved = (ctx: Ctx) => ctx.table<number>('reserved-concurrency');
export const tags = (ctx: Ctx) => ctx.table<Record<string, string>>('tags');
export const eventInvokeConfigs = (ctx: Ctx) => ctx.table<EventInvokeRecord>('event-invoke');
export const code = (ctx: Ctx) => ctx.bytes('code');

/** Keys sort as AWS lists: by number. */
export function versionKey(name: string, version: string): string {
  return `${name}/${version.padStart(10, '0')}`;
}

export function codeKey(name: string, version: string): string {
  return `${name}/${version}`;
}

export function latestOf(ctx: Ctx, ref: FunctionRef): FunctionRecord {
  const record = functions(homeOf(ctx, ref)).get(ref.name);
  if (!record) throw functionNotFound(functionArn(ref));
  return record;
}

/** The record that a qualifier leads to; an alias leads to the version it mostly points at. */
export function versionOf(ctx: Ctx, ref: FunctionRef, qualifier = ref.qualifier): FunctionRecord {
  const home = homeOf(ctx, ref);
  const record = lookUp(home, ref.name, qualifier ?? LATEST);
  if (!record) throw functionNotFound(functionArn(qualifier === undefined ? ref : { ...ref, qualifier }));
  return record;
}

export function lookUp(home: Ctx, name: string, qualifier: string): FunctionRecord | undefined {
  if (qualifier === LATEST) return functions(home).get(name);
  if (/^\d+$/.test(qualifier)) return versions(home).get(versionKey(name, qualifier));
  const alias = aliases(home).get(`${name}/${qualifier}`);
  return alias && lookUp(home, name, alias.version);
}
