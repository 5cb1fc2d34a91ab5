import type {
  ListEventSourceMappingsCommandInput,
  ListEventSourceMappingsCommandOutput,
  ListFunctionUrlConfigsCommandInput,
  ListFunctionUrlConfigsCommandOutput,
} from '@aws-sdk/client-lambda';
import type { Operation } from '#sandbox/core/service.ts';
import { functionRef } from './names.ts';
import { latestOf } from './records.ts';

/** None can be made here, so there are none: whoever cleans up asks. */
export const listEventSourceMappings: Operation<
  ListEventSourceMappingsCommandInput,
  ListEventSourceMappingsCommandOutput
> = () => ({ EventSourceMappings: [] });

export const listFunctionUrlConfigs: Operation<
  ListFunctionUrlConfigsCommandInput,
  ListFunctionUrlConfigsCommandOutput
> = (input, ctx) => {
  latestOf(ctx, functionRef(ctx, input.FunctionName));
  return { FunctionUrlConfigs: [] };
};
