import type { Architecture, Runtime } from '@aws-sdk/client-lambda';
import type { Ctx } from '#sandbox/core/context.ts';

export interface LayerVersionRecord {
  layer: string;
  version: number;
  description: string;
  created: number;
  runtimes?: Runtime[];
  architectures?: Architecture[];
  licence?: string;
  codeSha256: string;
  codeSize: number;
  unzippedSize: number;
  /** Functions that use it keep it; nobody else finds it. */
  deleted?: true;
}

export const layerVersions = (ctx: Ctx) => ctx.table<LayerVersionRecord>('layer-versions');
/** The number of the last version of a layer: deleted versions are never numbered again. */
export const layerNumbers = (ctx: Ctx) => ctx.table<number>('layer-numbers');
export const layerCode = (ctx: Ctx) => ctx.bytes('layer-code');

export function layerVersionKey(layer: string, version: number | string): string {
  return `${layer}/${String(version).padStart(10, '0')}`;
}

export function layerArn(ctx: Ctx, layer: string): string {
  return `arn:aws:lambda:${ctx.region}:${ctx.account}:layer:${layer}`;
}

export interface LayerVersionRef {
  region: string;
  account: string;
  layer: string;
  version: string;
}

export function readLayerVersionArn(arn: string): LayerVersionRef | undefined {
  const match = /^arn:[^:]+:lambda:([^:]+):(\d{12}):layer:([a-zA-Z0-9-_]+):(\d+)$/.exec(arn);
  const [, region, account, layer, version] = match ?? [];
  return region && account && layer && version ? { region, account, layer, version } : undefined;
}
