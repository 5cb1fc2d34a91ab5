import type {
  DeleteLayerVersionCommandInput,
  DeleteLayerVersionCommandOutput,
  GetLayerVersionByArnCommandInput,
  GetLayerVersionByArnCommandOutput,
  GetLayerVersionCommandInput,
  GetLayerVersionCommandOutput,
  LayerVersionsListItem,
  PublishLayerVersionCommandInput,
  PublishLayerVersionCommandOutput,
} from '@aws-sdk/client-lambda';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { codeLocation } from './code-location.ts';
import { lambdaTime } from './configuration.ts';
import { invalidParameter, lambdaError } from './errors.ts';
import { pattern } from './facts.ts';
import {
  type LayerVersionRecord,
  layerArn,
  layerCode,
  layerNumbers,
  layerVersionKey,
  layerVersions,
  readLayerVersionArn,
} from './layer-records.ts';
import { readPackage } from './package.ts';

const PUBLICATION = {
  layerName: { required: true, ...pattern('layerName'), minLength: 1, maxLength: 140 },
  description: { maxLength: 256 },
  content: { required: true },
  compatibleRuntimes: { maxLength: 15 },
  compatibleArchitectures: { maxLength: 2 },
  licenseInfo: { maxLength: 512 },
} as const;

export const publishLayerVersion: Operation<
  PublishLayerVersionCommandInput,
  PublishLayerVersionCommandOutput
> = async (input, ctx) => {
  enforce(input, PUBLICATION);
  const layer = layerName(input.LayerName);
  const pack = await readPackage(ctx, input.Content ?? {}, 'PublishLayerVersion');
  const record = ctx.atomic(() => {
    const version = (layerNumbers(ctx).get(layer) ?? 0) + 1;
    const fresh: LayerVersionRecord = {
      layer,
      version,
      description: input.Description ?? '',
      created: ctx.now(),
      ...(input.CompatibleRuntimes?.length ? { runtimes: input.CompatibleRuntimes } : {}),
      ...(input.CompatibleArchitectures?.length ? { architectures: input.CompatibleArchitectures } : {}),
      ...(input.LicenseInfo === undefined ? {} : { licence: input.LicenseInfo }),
      codeSha256: pack.sha256,
      codeSize: pack.size,
      unzippedSize: pack.entries.reduce((sum, { bytes }) => sum + bytes.length, 0),
    };
    layerNumbers(ctx).put(layer, version);
    layerVersions(ctx).put(layerVersionKey(layer, version), fresh);
    layerCode(ctx).put(layerVersionKey(layer, version), pack.bytes);
    return fresh;
  });
  return withContent(ctx, record);
};

export const getLayerVersion: Operation<GetLayerVersionCommandInput, GetLayerVersionCommandOutput> = (
  input,
  ctx,
) => {
  if ((input.VersionNumber ?? 0) < 1) throw invalidParameter('Layer Version Cannot be less than 1.');
  return withContent(ctx, liveVersion(ctx, layerName(input.LayerName), input.VersionNumber ?? 0));
};

export const getLayerVersionByArn: Operation<
  GetLayerVersionByArnCommandInput,
  GetLayerVersionByArnCommandOutput
> = (input, ctx) => {
  enforce(input, { arn: { required: true, ...pattern('layerVersionArn'), minLength: 1, maxLength: 2048 } });
  const ref = readLayerVersionArn(input.Arn ?? '');
  if (!ref) throw noLayerVersion();
  const home = ctx.in({ account: ref.account, region: ref.region });
  return withContent(home, liveVersion(home, ref.layer, Number(ref.version)));
};

export const deleteLayerVersion: Operation<
  DeleteLayerVersionCommandInput,
  DeleteLayerVersionCommandOutput
> = (input, ctx) => {
  if ((input.VersionNumber ?? 0) < 1) throw invalidParameter('Layer Version Cannot be less than 1.');
  const key = layerVersionKey(layerName(input.LayerName), input.VersionNumber ?? 0);
  const record = layerVersions(ctx).get(key);
  if (record) layerVersions(ctx).put(key, { ...record, deleted: true });
  return {};
};

/** A layer may be named by its ARN. */
export function layerName(given: string | undefined): string {
  enforce({ layerName: given }, { layerName: PUBLICATION.layerName });
  return (given ?? '').replace(/^arn:.*:layer:/, '');
}

export function listedLayerVersion(ctx: Ctx, record: LayerVersionRecord): LayerVersionsListItem {
  return {
    LayerVersionArn: `${layerArn(ctx, record.layer)}:${record.version}`,
    Version: record.version,
    Description: record.description,
    CreatedDate: lambdaTime(record.created),
    ...(record.runtimes ? { CompatibleRuntimes: record.runtimes } : {}),
    ...(record.architectures ? { CompatibleArchitectures: record.architectures } : {}),
    ...(record.licence === undefined ? {} : { LicenseInfo: record.licence }),
  };
}

function withContent(ctx: Ctx, record: LayerVersionRecord): Omit<GetLayerVersionCommandOutput, '$metadata'> {
  return {
    ...listedLayerVersion(ctx, record),
    LayerArn: layerArn(ctx, record.layer),
    Content: {
      Location: codeLocation(ctx, 'layers', layerVersionKey(record.layer, record.version)),
      CodeSha256: record.codeSha256,
      CodeSize: record.codeSize,
    },
  };
}

function liveVersion(ctx: Ctx, layer: string, version: number): LayerVersionRecord {
  const record = layerVersions(ctx).get(layerVersionKey(layer, version));
  if (!record || record.deleted) throw noLayerVersion();
  return record;
}

function noLayerVersion() {
  return lambdaError('ResourceNotFoundException', 'The resource you requested does not exist.');
}
