import type {
  GetFunctionCommandInput,
  GetFunctionCommandOutput,
  GetFunctionConfigurationCommandInput,
  GetFunctionConfigurationCommandOutput,
} from '@aws-sdk/client-lambda';
import type { Operation } from '#sandbox/core/service.ts';
import { codeLocation } from './code-location.ts';
import { configurationOf } from './configuration.ts';
import { functionRef, homeOf } from './names.ts';
import { codeKey, reserved, tags, versionOf } from './records.ts';

export const getFunction: Operation<GetFunctionCommandInput, GetFunctionCommandOutput> = (input, ctx) => {
  const ref = functionRef(ctx, input.FunctionName, input.Qualifier);
  const home = homeOf(ctx, ref);
  const record = versionOf(ctx, ref);
  const own = tags(home).get(ref.name);
  const concurrency = reserved(home).get(ref.name);
  return {
    Configuration: configurationOf(home, record, ref.qualifier),
    Code: {
      RepositoryType: 'S3',
      Location: codeLocation(home, 'functions', codeKey(record.name, record.version)),
    },
    ...(own ? { Tags: own } : {}),
    ...(concurrency === undefined ? {} : { Concurrency: { ReservedConcurrentExecutions: concurrency } }),
  };
};

export const getFunctionConfiguration: Operation<
  GetFunctionConfigurationCommandInput,
  GetFunctionConfigurationCommandOutput
> = (input, ctx) => {
  const ref = functionRef(ctx, input.FunctionName, input.Qualifier);
  return configurationOf(homeOf(ctx, ref), versionOf(ctx, ref), ref.qualifier);
};
