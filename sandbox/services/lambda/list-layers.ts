import type {
  ListLayersCommandInput,
  ListLayersCommandOutput,
  ListLayerVersionsCommandInput,
  ListLayerVersionsCommandOutput,
} from '@aws-sdk/client-lambda';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { type LayerVersionRecord, layerArn, layerNumbers, layerVersions } from './layer-records.ts';
import { layerName, listedLayerVersion } from './layers.ts';
import { pageOf } from './paging.ts';

const PAGE = { maxItems: { min: 1, max: 50 } };

export const listLayers: Operation<ListLayersCommandInput, ListLayersCommandOutput> = (input, ctx) => {
  enforce(input, PAGE);
  const live = layerNumbers(ctx)
    .list()
    .flatMap(([layer]) => {
      const latest = suiting(ctx, layer, input)[0];
      return latest ? [[layer, latest] as const] : [];
    });
  const { items, marker } = pageOf(live, input, 50);
  return {
    Layers: items.map((record) => ({
      LayerName: record.layer,
      LayerArn: layerArn(ctx, record.layer),
      LatestMatchingVersion: listedLayerVersion(ctx, record),
    })),
    ...marker,
  };
};

export const listLayerVersions: Operation<ListLayerVersionsCommandInput, ListLayerVersionsCommandOutput> = (
  input,
  ctx,
) => {
  enforce(input, PAGE);
  const found = suiting(ctx, layerName(input.LayerName), input);
  // Newest first, so the marker counts down.
  const entries = found.map((record) => [String(10 ** 10 - record.version), record] as const);
  const { items, marker } = pageOf(entries, input, 50);
  return { LayerVersions: items.map((record) => listedLayerVersion(ctx, record)), ...marker };
};

function suiting(
  ctx: Ctx,
  layer: string,
  {
    CompatibleRuntime: runtime,
    CompatibleArchitecture: architecture,
  }: Pick<ListLayersCommandInput, 'CompatibleRuntime' | 'CompatibleArchitecture'>,
): LayerVersionRecord[] {
  return layerVersions(ctx)
    .list({ prefix: `${layer}/`, reverse: true })
    .map(([, record]) => record)
    .filter((record) => !record.deleted)
    .filter((record) => !runtime || record.runtimes?.includes(runtime))
    .filter((record) => !architecture || record.architectures?.includes(architecture));
}
