import type {
  DeleteFunctionEventInvokeConfigCommandInput,
  DeleteFunctionEventInvokeConfigCommandOutput,
  FunctionEventInvokeConfig,
  GetFunctionEventInvokeConfigCommandInput,
  GetFunctionEventInvokeConfigCommandOutput,
  ListFunctionEventInvokeConfigsCommandInput,
  ListFunctionEventInvokeConfigsCommandOutput,
  PutFunctionEventInvokeConfigCommandInput,
  PutFunctionEventInvokeConfigCommandOutput,
  UpdateFunctionEventInvokeConfigCommandInput,
  UpdateFunctionEventInvokeConfigCommandOutput,
} from '@aws-sdk/client-lambda';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { invalidParameter, lambdaError } from './errors.ts';
import { pattern } from './facts.ts';
import { type FunctionRef, functionArn, functionRef, homeOf } from './names.ts';
import { pageOfTable } from './paging.ts';
import { type EventInvokeRecord, eventInvokeConfigs, LATEST, latestOf, versionOf } from './records.ts';
import { checkTarget } from './targets.ts';

const CONFIG = {
  maximumRetryAttempts: { min: 0, max: 2 },
  maximumEventAgeInSeconds: { min: 60, max: 21_600 },
  'destinationConfig.onSuccess.destination': { ...pattern('destination'), maxLength: 350 },
  'destinationConfig.onFailure.destination': { ...pattern('destination'), maxLength: 350 },
} as const;

type Input = PutFunctionEventInvokeConfigCommandInput;

export const putFunctionEventInvokeConfig: Operation<Input, PutFunctionEventInvokeConfigCommandOutput> = (
  input,
  ctx,
) => keep(ctx, input, undefined);

export const updateFunctionEventInvokeConfig: Operation<
  UpdateFunctionEventInvokeConfigCommandInput,
  UpdateFunctionEventInvokeConfigCommandOutput
> = (input, ctx) => keep(ctx, input, existing(ctx, functionRef(ctx, input.FunctionName, input.Qualifier)));

export const getFunctionEventInvokeConfig: Operation<
  GetFunctionEventInvokeConfigCommandInput,
  GetFunctionEventInvokeConfigCommandOutput
> = (input, ctx) => {
  const ref = functionRef(ctx, input.FunctionName, input.Qualifier);
  return shown(ref, existing(ctx, ref));
};

export const deleteFunctionEventInvokeConfig: Operation<
  DeleteFunctionEventInvokeConfigCommandInput,
  DeleteFunctionEventInvokeConfigCommandOutput
> = (input, ctx) => {
  const ref = functionRef(ctx, input.FunctionName, input.Qualifier);
  existing(ctx, ref);
  eventInvokeConfigs(homeOf(ctx, ref)).delete(configKey(ref));
  return {};
};

export const listFunctionEventInvokeConfigs: Operation<
  ListFunctionEventInvokeConfigsCommandInput,
  ListFunctionEventInvokeConfigsCommandOutput
> = (input, ctx) => {
  enforce(input, { maxItems: { min: 1, max: 50 } });
  const ref = functionRef(ctx, input.FunctionName);
  const { name } = latestOf(ctx, ref);
  const table = eventInvokeConfigs(homeOf(ctx, ref));
  const { items, marker } = pageOfTable(table, input, 50, `${name}/`);
  return {
    FunctionEventInvokeConfigs: items.map((record) => shown({ ...ref, qualifier: record.qualifier }, record)),
    ...marker,
  };
};

export function configKey(ref: FunctionRef): string {
  return `${ref.name}/${ref.qualifier ?? LATEST}`;
}

function keep(ctx: Ctx, input: Input, before: EventInvokeRecord | undefined): FunctionEventInvokeConfig {
  enforce(input, CONFIG);
  const ref = functionRef(ctx, input.FunctionName, input.Qualifier);
  const { role } = versionOf(ctx, ref);
  const { MaximumRetryAttempts: attempts, MaximumEventAgeInSeconds: age, DestinationConfig: given } = input;
  if (!before && attempts === undefined && age === undefined && given === undefined) {
    throw invalidParameter('You must specify at least one of error handling or destination setting.');
  }
  const { qualifier: _, ...whole } = ref;
  const itself = [functionArn({ ...ref, qualifier: ref.qualifier ?? LATEST }), functionArn(whole)];
  for (const arn of [given?.OnSuccess?.Destination, given?.OnFailure?.Destination]) {
    checkTarget(homeOf(ctx, ref), arn, role, 'destination');
    if (arn && itself.includes(arn)) {
      throw invalidParameter("You can't specify the function as a destination for itself.");
    }
  }
  const retries = attempts ?? before?.retries;
  const maximumAgeSeconds = age ?? before?.maximumAgeSeconds;
  const record: EventInvokeRecord = {
    qualifier: ref.qualifier ?? LATEST,
    lastModified: ctx.now(),
    ...(retries === undefined ? {} : { retries }),
    ...(maximumAgeSeconds === undefined ? {} : { maximumAgeSeconds }),
    destinations: given ?? before?.destinations ?? {},
  };
  eventInvokeConfigs(homeOf(ctx, ref)).put(configKey(ref), record);
  return shown(ref, record);
}

function existing(ctx: Ctx, ref: FunctionRef): EventInvokeRecord {
  const record = eventInvokeConfigs(homeOf(ctx, ref)).get(configKey(ref));
  if (record) return record;
  const place = functionArn({ ...ref, qualifier: ref.qualifier ?? LATEST });
  throw lambdaError('ResourceNotFoundException', `The function ${place} doesn't have an EventInvokeConfig`);
}

function shown(ref: FunctionRef, record: EventInvokeRecord): FunctionEventInvokeConfig {
  const { OnSuccess, OnFailure } = record.destinations;
  return {
    FunctionArn: functionArn({ ...ref, qualifier: ref.qualifier ?? LATEST }),
    LastModified: new Date(record.lastModified),
    ...(record.retries === undefined ? {} : { MaximumRetryAttempts: record.retries }),
    ...(record.maximumAgeSeconds === undefined ? {} : { MaximumEventAgeInSeconds: record.maximumAgeSeconds }),
    DestinationConfig: { OnSuccess: OnSuccess ?? {}, OnFailure: OnFailure ?? {} },
  };
}
