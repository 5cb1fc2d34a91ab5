import type {
  DeleteFunctionConcurrencyCommandInput,
  DeleteFunctionConcurrencyCommandOutput,
  GetAccountSettingsCommandInput,
  GetAccountSettingsCommandOutput,
  GetFunctionConcurrencyCommandInput,
  GetFunctionConcurrencyCommandOutput,
  PutFunctionConcurrencyCommandInput,
  PutFunctionConcurrencyCommandOutput,
} from '@aws-sdk/client-lambda';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { invalidParameter } from './errors.ts';
import { LIMITS } from './facts.ts';
import { functionRef, homeOf } from './names.ts';
import { functions, latestOf, reserved, versions } from './records.ts';

export const putFunctionConcurrency: Operation<
  PutFunctionConcurrencyCommandInput,
  PutFunctionConcurrencyCommandOutput
> = (input, ctx) => {
  enforce(input, { reservedConcurrentExecutions: { required: true, min: 0 } });
  const ref = functionRef(ctx, input.FunctionName);
  latestOf(ctx, ref);
  if (ref.qualifier !== undefined) {
    throw invalidParameter(
      'This operation is permitted on Lambda functions only. Aliases and versions do not support this operation. Please specify either a function name or an unqualified function ARN.',
    );
  }
  const home = homeOf(ctx, ref);
  const wanted = input.ReservedConcurrentExecutions ?? 0;
  const others = reservedTotal(home) - (reserved(home).get(ref.name) ?? 0);
  if (wanted > 0 && LIMITS.concurrentExecutions - others - wanted < LIMITS.unreservedConcurrentExecutions) {
    throw invalidParameter(
      `Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [${LIMITS.unreservedConcurrentExecutions}].`,
    );
  }
  reserved(home).put(ref.name, wanted);
  return { ReservedConcurrentExecutions: wanted };
};

export const getFunctionConcurrency: Operation<
  GetFunctionConcurrencyCommandInput,
  GetFunctionConcurrencyCommandOutput
> = (input, ctx) => {
  const ref = functionRef(ctx, input.FunctionName);
  latestOf(ctx, ref);
  const value = reserved(homeOf(ctx, ref)).get(ref.name);
  return value === undefined ? {} : { ReservedConcurrentExecutions: value };
};

export const deleteFunctionConcurrency: Operation<
  DeleteFunctionConcurrencyCommandInput,
  DeleteFunctionConcurrencyCommandOutput
> = (input, ctx) => {
  const ref = functionRef(ctx, input.FunctionName);
  latestOf(ctx, ref);
  reserved(homeOf(ctx, ref)).delete(ref.name);
  return {};
};

export const getAccountSettings: Operation<
  GetAccountSettingsCommandInput,
  GetAccountSettingsCommandOutput
> = (_input, ctx) => {
  const all = [...functions(ctx).list(), ...versions(ctx).list()];
  return {
    AccountLimit: {
      TotalCodeSize: LIMITS.totalCodeBytes,
      CodeSizeUnzipped: LIMITS.unzippedBytes,
      CodeSizeZipped: LIMITS.zippedBytes,
      ConcurrentExecutions: LIMITS.concurrentExecutions,
      UnreservedConcurrentExecutions: LIMITS.concurrentExecutions - reservedTotal(ctx),
    },
    AccountUsage: {
      TotalCodeSize: all.reduce((sum, [, { codeSize }]) => sum + codeSize, 0),
      FunctionCount: functions(ctx).count(),
    },
  };
};

export function reservedTotal(home: Ctx): number {
  return reserved(home)
    .list()
    .reduce((sum, [, value]) => sum + value, 0);
}
