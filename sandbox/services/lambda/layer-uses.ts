import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { ZipEntry } from '#sandbox/core/parts.ts';
import { invalidParameter } from './errors.ts';
import { LIMITS, PATTERNS } from './facts.ts';
import {
  type LayerVersionRecord,
  layerCode,
  layerVersionKey,
  layerVersions,
  readLayerVersionArn,
} from './layer-records.ts';
import { unpack } from './package.ts';
import type { FunctionRecord, LayerUse } from './records.ts';

/** The layers a function asks for, or the refusal AWS gives; `undefined` leaves them as they are. */
export function layerUses(ctx: Ctx, arns: string[] | undefined): LayerUse[] | undefined {
  if (arns === undefined) return undefined;
  const shape = new RegExp(`^(?:${PATTERNS.layerVersionArn})$`);
  if (arns.some((arn) => !shape.test(arn))) throw misshapen(arns);
  if (arns.length > LIMITS.layers) throw invalidParameter('Cannot reference more than 5 layers.');
  const uses = arns.map((arn) => ({ arn, codeSize: layerOf(ctx, arn).codeSize }));
  arns.forEach((arn, index) => {
    const twin = arns.slice(0, index).find((earlier) => withoutVersion(earlier) === withoutVersion(arn));
    if (twin) {
      throw invalidParameter(
        `Two different versions of the same layer are not allowed to be referenced in the same function. ${twin} and ${arn} are versions of the same layer.`,
      );
    }
  });
  return uses;
}

export function checkLayersFit(ctx: Ctx, entries: ZipEntry[], uses: LayerUse[]): void {
  const own = entries.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const actual = uses.reduce((sum, { arn }) => sum + layerOf(ctx, arn).unzippedSize, own);
  if (actual <= LIMITS.unzippedBytes) return;
  throw invalidParameter(
    `Function code combined with layers exceeds the maximum allowed size of ${LIMITS.unzippedBytes} bytes. The actual size is ${actual} bytes.`,
  );
}

/** What is in a function's layers, in order. A layer that was deleted still serves the functions that use it. */
export function layerContents(ctx: Ctx, record: FunctionRecord): Promise<ZipEntry[][]> {
  return Promise.all(
    record.layers.map(async ({ arn }) => {
      const { home, key } = placeOf(ctx, arn);
      const bytes = layerCode(home).get(key);
      return bytes ? await unpack(ctx, bytes) : [];
    }),
  );
}

function layerOf(ctx: Ctx, arn: string): LayerVersionRecord {
  const { home, key } = placeOf(ctx, arn);
  const record = layerVersions(home).get(key);
  if (!record) throw invalidParameter(`Layer version ${arn} does not exist.`);
  return record;
}

function placeOf(ctx: Ctx, arn: string): { home: Ctx; key: string } {
  const ref = readLayerVersionArn(arn);
  if (!ref) throw invalidParameter(`Layer version ${arn} does not exist.`);
  const home = ctx.in({ account: ref.account, region: ref.region });
  return { home, key: layerVersionKey(ref.layer, ref.version) };
}

function withoutVersion(arn: string): string {
  return arn.slice(0, arn.lastIndexOf(':'));
}

function misshapen(arns: string[]): AwsError {
  return new AwsError(
    'ValidationException',
    `1 validation error detected: Value '[${arns.join(', ')}]' at 'layers' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 2048, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: ${PATTERNS.layerVersionArn}, Member must not be null]`,
  );
}
