import type { UpdateFunctionCodeCommandInput, UpdateFunctionCodeCommandOutput } from '@aws-sdk/client-lambda';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { configurationOf } from './configuration.ts';
import { notHere } from './errors.ts';
import { checkLayersFit } from './layer-uses.ts';
import { type FunctionRef, functionRef, homeOf } from './names.ts';
import { type Package, readPackage } from './package.ts';
import { publish } from './publish.ts';
import { code, codeKey, type FunctionRecord, functions, LATEST, latestOf } from './records.ts';
import { retire } from './run-key.ts';
import { checkArchitectures } from './settings.ts';
import { refuseOtherRevision, refuseWhileChanging, settlesAt } from './state.ts';

export const updateFunctionCode: Operation<
  UpdateFunctionCodeCommandInput,
  UpdateFunctionCodeCommandOutput
> = async (input, ctx) => {
  const ref = functionRef(ctx, input.FunctionName);
  checkArchitectures(input.Architectures);
  if (input.PublishTo) throw notHere('capacity providers', 'Leave PublishTo out.');
  if (input.SourceKMSKeyArn) throw notHere('KMS keys', 'Leave SourceKMSKeyArn out.');
  latestOf(ctx, ref);
  const pack = await readPackage(ctx, input, 'UpdateFunctionCode');
  const home = homeOf(ctx, ref);

  const latest = checked(ctx, ref, input.RevisionId);
  checkLayersFit(ctx, pack.entries, latest.layers);
  const architecture = input.Architectures?.[0] ?? latest.architecture;
  if (input.DryRun) {
    const dry = { ...latest, architecture, codeSha256: pack.sha256, codeSize: pack.size };
    return configurationOf(home, dry, undefined);
  }
  const record = replaceCode(home, { ...latest, architecture }, pack);
  if (!input.Publish) return configurationOf(home, record, undefined);
  const version = home.atomic(() => publish(home, record, undefined));
  return configurationOf(home, version, version.version);
};

/** Puts new code in place of `$LATEST`'s; what runs of the old code ends. */
export function replaceCode(home: Ctx, latest: FunctionRecord, pack: Package): FunctionRecord {
  const record: FunctionRecord = {
    ...latest,
    codeSha256: pack.sha256,
    codeSize: pack.size,
    lastModified: home.now(),
    revisionId: home.parts.random.uuid(),
    settling: 'update',
    settlesAt: settlesAt(home),
  };
  home.atomic(() => {
    functions(home).put(record.name, record);
    code(home).put(codeKey(record.name, LATEST), pack.bytes);
  });
  retire(home, latest);
  return record;
}

export function checked(ctx: Ctx, ref: FunctionRef, revisionId: string | undefined): FunctionRecord {
  const latest = latestOf(ctx, ref);
  refuseWhileChanging(ctx, ref, latest);
  refuseOtherRevision(revisionId, latest.revisionId, 'GetFunction/GetAlias');
  return latest;
}
