import type { FunctionConfiguration } from '@aws-sdk/client-lambda';
import type { Ctx } from '#sandbox/core/context.ts';
import { hex } from './encoding.ts';
import { functionArn } from './names.ts';
import type { FunctionRecord } from './records.ts';
import { stateOf } from './state.ts';

/** A function as AWS shows it alone; `qualifier` is what the caller named, and stays in the ARN. */
export function configurationOf(
  ctx: Ctx,
  record: FunctionRecord,
  qualifier: string | undefined,
): FunctionConfiguration {
  return {
    ...listedConfiguration(ctx, record, qualifier),
    ...stateOf(record, ctx.now()),
    RuntimeVersionConfig: {
      RuntimeVersionArn: `arn:aws:lambda:${ctx.region}::runtime:${hex(ctx.parts.crypto.sha256(record.runtime))}`,
    },
  };
}

/** In lists AWS leaves out what it would have to look up: the state and the runtime's version. */
export function listedConfiguration(
  ctx: Ctx,
  record: FunctionRecord,
  qualifier: string | undefined,
): FunctionConfiguration {
  const place = { account: ctx.account, region: ctx.region, name: record.name };
  return {
    FunctionName: record.name,
    FunctionArn: functionArn(qualifier === undefined ? place : { ...place, qualifier }),
    Runtime: record.runtime,
    Role: record.role,
    Handler: record.handler,
    CodeSize: record.codeSize,
    Description: record.description,
    Timeout: record.timeout,
    MemorySize: record.memory,
    LastModified: lambdaTime(record.lastModified),
    CodeSha256: record.codeSha256,
    Version: record.version,
    ...(record.deadLetterArn ? { DeadLetterConfig: { TargetArn: record.deadLetterArn } } : {}),
    ...(record.environment ? { Environment: { Variables: record.environment } } : {}),
    TracingConfig: { Mode: record.tracing },
    RevisionId: record.revisionId,
    ...(record.layers.length > 0
      ? { Layers: record.layers.map(({ arn, codeSize }) => ({ Arn: arn, CodeSize: codeSize })) }
      : {}),
    PackageType: 'Zip',
    Architectures: [record.architecture],
    EphemeralStorage: { Size: record.ephemeralMb },
    SnapStart: {
      ApplyOn: record.snapStart,
      OptimizationStatus: record.snapStart === 'None' || record.version === '$LATEST' ? 'Off' : 'On',
    },
    LoggingConfig: record.logging,
  };
}

/** `2026-11-20T12:00:00.000+0000` */
export function lambdaTime(at: number): string {
  return new Date(at).toISOString().replace('Z', '+0000');
}
