import type {
  CreateFunctionCommandInput,
  CreateFunctionCommandOutput,
  Runtime,
} from '@aws-sdk/client-lambda';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { loggingOf, withSettings } from './apply-settings.ts';
import { configurationOf } from './configuration.ts';
import { invalidParameter, lambdaError } from './errors.ts';
import { pattern } from './facts.ts';
import { checkLayersFit, layerUses } from './layer-uses.ts';
import { functionArn, functionRef } from './names.ts';
import { type Package, readPackage } from './package.ts';
import { publish } from './publish.ts';
import { code, codeKey, type FunctionRecord, functions, LATEST, tags } from './records.ts';
import { checkRole } from './role.ts';
import { checkArchitectures, checkSettings, refuseAtCreation } from './settings.ts';
import { settlesAt } from './state.ts';
import { checkTags } from './tags.ts';
import { checkTarget } from './targets.ts';

const CREATION = {
  functionName: { required: true, ...pattern('functionName'), minLength: 1, maxLength: 140 },
  role: { required: true },
  code: { required: true },
} as const;

export const createFunction: Operation<CreateFunctionCommandInput, CreateFunctionCommandOutput> = async (
  input,
  ctx,
) => {
  enforce(input, CREATION);
  checkArchitectures(input.Architectures);
  checkSettings(input);
  refuseAtCreation(input);
  checkTags(input.Tags);
  const ref = functionRef(ctx, input.FunctionName);
  const { name } = ref;
  enforce({ functionName: name }, { functionName: { maxLength: 64 } });
  const { Runtime, Handler } = input;
  if (!Runtime || !Handler) {
    throw invalidParameter(
      'Runtime and Handler are mandatory parameters for functions created with deployment packages.',
    );
  }
  refuseExisting(ctx, name);
  const layers = layerUses(ctx, input.Layers);
  const pack = await readPackage(ctx, input.Code ?? {}, 'CreateFunction');
  checkLayersFit(ctx, pack.entries, layers ?? []);
  checkRole(ctx, input.Role ?? '', functionArn(ref));
  checkTarget(ctx, input.DeadLetterConfig?.TargetArn, input.Role ?? '', 'dead-letter queue');

  const record = withSettings(freshRecord(ctx, name, { ...input, Runtime, Handler }, pack), input, layers);
  const published = ctx.atomic(() => {
    refuseExisting(ctx, name);
    functions(ctx).put(name, record);
    code(ctx).put(codeKey(name, LATEST), pack.bytes);
    if (input.Tags && Object.keys(input.Tags).length > 0) tags(ctx).put(name, input.Tags);
    return input.Publish ? publish(ctx, record, undefined) : undefined;
  });
  return published
    ? configurationOf(ctx, published, published.version)
    : configurationOf(ctx, record, undefined);
};

function refuseExisting(ctx: Ctx, name: string): void {
  if (!functions(ctx).get(name)) return;
  throw lambdaError('ResourceConflictException', `Function already exist: ${name}`);
}

function freshRecord(
  ctx: Ctx,
  name: string,
  input: CreateFunctionCommandInput & { Runtime: Runtime; Handler: string },
  { sha256, size }: Package,
): FunctionRecord {
  return {
    name,
    version: LATEST,
    runtime: input.Runtime,
    role: input.Role ?? '',
    handler: input.Handler,
    description: '',
    timeout: 3,
    memory: 128,
    architecture: input.Architectures?.[0] ?? 'x86_64',
    ephemeralMb: 512,
    layers: [],
    logging: loggingOf(name, undefined, undefined),
    tracing: 'PassThrough',
    snapStart: 'None',
    codeSha256: sha256,
    codeSize: size,
    lastModified: ctx.now(),
    revisionId: ctx.parts.random.uuid(),
    settling: 'create',
    settlesAt: settlesAt(ctx),
    published: 0,
  };
}
