import type { Method } from '@aws-sdk/client-api-gateway';
import type { Ctx } from '#sandbox/core/context.ts';
import type { ApiKeyRecord, ResourceRecord, Snapshot, StageRecord } from '../records.ts';
import type { Overrides } from '../vtl/render.ts';
import type { Incoming } from './incoming.ts';

/** One request on its way through a deployed API. */
export interface Call {
  ctx: Ctx;
  apiId: string;
  stage: StageRecord;
  stageVariables: Record<string, string>;
  deploymentId: string;
  snapshot: Snapshot;
  incoming: Incoming;
  /** With the stage, as it came: what `requestContext.path` says. */
  fullPath: string;
  requestId: string;
  extendedRequestId: string;
  traceId: string;
  startedAt: number;
  /** Lines for the execution log, without their time. */
  log: string[];
  /** A test in the console: no keys, no throttling, nothing counted. */
  test: boolean;
}

/** … and once its method is known. */
export interface RoutedCall extends Call {
  resource: ResourceRecord;
  method: Method;
  pathParameters: Record<string, string>;
  apiKey?: ApiKeyRecord;
}

export interface Reply {
  status: number;
  headers: Array<readonly [string, string]>;
  body: Uint8Array | string;
}

/** What an integration answered, before it is mapped. */
export interface IntegrationReply {
  status: number;
  headers: Array<readonly [string, string]>;
  body: string;
  /** What an integration response's pattern is held against; `undefined`: only one without a pattern will do. */
  selectBy: string | undefined;
}

export const noOverrides: Overrides = { requestOverride: {}, responseOverride: {} };
