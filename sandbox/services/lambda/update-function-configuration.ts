import type {
  UpdateFunctionConfigurationCommandInput,
  UpdateFunctionConfigurationCommandOutput,
} from '@aws-sdk/client-lambda';
import type { Operation } from '#sandbox/core/service.ts';
import { withSettings } from './apply-settings.ts';
import { configurationOf } from './configuration.ts';
import { checkLayersFit, layerUses } from './layer-uses.ts';
import { functionArn, functionRef, homeOf } from './names.ts';
import { unpack } from './package.ts';
import { code, codeKey, type FunctionRecord, functions, LATEST, latestOf } from './records.ts';
import { checkRole } from './role.ts';
import { retire } from './run-key.ts';
import { checkSettings } from './settings.ts';
import { settlesAt } from './state.ts';
import { checkTarget } from './targets.ts';
import { checked } from './update-function-code.ts';

export const updateFunctionConfiguration: Operation<
  UpdateFunctionConfigurationCommandInput,
  UpdateFunctionConfigurationCommandOutput
> = async (input, ctx) => {
  const ref = functionRef(ctx, input.FunctionName);
  const home = homeOf(ctx, ref);
  checkSettings(input);
  const { role } = latestOf(ctx, ref);
  const layers = layerUses(ctx, input.Layers);
  if (layers && layers.length > 0) {
    const bytes = code(home).get(codeKey(ref.name, LATEST));
    checkLayersFit(ctx, bytes ? await unpack(ctx, bytes) : [], layers);
  }
  if (input.Role !== undefined) checkRole(home, input.Role, functionArn(ref));
  checkTarget(home, input.DeadLetterConfig?.TargetArn, input.Role ?? role, 'dead-letter queue');

  const latest = checked(ctx, ref, input.RevisionId);
  const record: FunctionRecord = {
    ...withSettings(latest, input, layers),
    lastModified: home.now(),
    revisionId: home.parts.random.uuid(),
    settling: 'update',
    settlesAt: settlesAt(home),
  };
  functions(home).put(record.name, record);
  retire(home, latest);
  return configurationOf(home, record, undefined);
};
