import type { LoggingConfig } from '@aws-sdk/client-lambda';
import { invalidParameter } from './errors.ts';
import type { FunctionRecord, LayerUse } from './records.ts';
import type { Settings } from './settings.ts';

/** A function's record with the given settings in place of its own; what is not given stays. */
export function withSettings(
  record: FunctionRecord,
  input: Settings,
  layers: LayerUse[] | undefined,
): FunctionRecord {
  const { environment, deadLetterArn, ...rest } = record;
  const variables = input.Environment ? input.Environment.Variables : environment;
  const deadLetter = input.DeadLetterConfig ? input.DeadLetterConfig.TargetArn : deadLetterArn;
  const runtime = input.Runtime ?? record.runtime;
  const snapStart = input.SnapStart?.ApplyOn ?? record.snapStart;
  if (snapStart === 'PublishedVersions' && !SNAP_START.test(runtime)) {
    throw invalidParameter(`${runtime} is not supported for SnapStart enabled functions.`);
  }
  return {
    ...rest,
    runtime,
    role: input.Role ?? record.role,
    handler: input.Handler ?? record.handler,
    description: input.Description ?? record.description,
    timeout: input.Timeout ?? record.timeout,
    memory: input.MemorySize ?? record.memory,
    ephemeralMb: input.EphemeralStorage?.Size ?? record.ephemeralMb,
    tracing: input.TracingConfig?.Mode ?? record.tracing,
    snapStart,
    logging: loggingOf(record.name, record.logging, input.LoggingConfig),
    layers: layers ?? record.layers,
    ...(variables && Object.keys(variables).length > 0 ? { environment: variables } : {}),
    ...(deadLetter ? { deadLetterArn: deadLetter } : {}),
  };
}

/** Developer Guide, SnapStart: Java 11, Python 3.12 and .NET 8, and later. */
const SNAP_START = /^(java(11|17|21|25)|python3\.1[2-9]|dotnet(8|10)$)/;

export function loggingOf(
  name: string,
  current: LoggingConfig | undefined,
  given: LoggingConfig | undefined,
): LoggingConfig {
  const group = given?.LogGroup ?? current?.LogGroup ?? `/aws/lambda/${name}`;
  const format = given?.LogFormat ?? current?.LogFormat ?? 'Text';
  if (format === 'Text') return { LogFormat: 'Text', LogGroup: group };
  return {
    LogFormat: 'JSON',
    ApplicationLogLevel: given?.ApplicationLogLevel ?? current?.ApplicationLogLevel ?? 'INFO',
    SystemLogLevel: given?.SystemLogLevel ?? current?.SystemLogLevel ?? 'INFO',
    LogGroup: group,
  };
}
