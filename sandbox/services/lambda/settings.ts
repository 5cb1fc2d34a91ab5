import type { CreateFunctionRequest, UpdateFunctionConfigurationRequest } from '@aws-sdk/client-lambda';
import { enforce } from '#sandbox/core/constraints.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import { utf8 } from './encoding.ts';
import { invalidParameter, notHere } from './errors.ts';
import { BLOCKED_RUNTIMES, LIMITS, PATTERNS, pattern, RESERVED_KEYS, RUNTIMES } from './facts.ts';

/** What CreateFunction and UpdateFunctionConfiguration have in common. */
export type Settings = Omit<UpdateFunctionConfigurationRequest, 'FunctionName' | 'RevisionId'>;

const SETTINGS = {
  role: pattern('role'),
  handler: { ...pattern('handler'), minLength: 0, maxLength: 128 },
  description: { minLength: 0, maxLength: 256 },
  timeout: { min: 1, max: LIMITS.timeoutSeconds },
  memorySize: { min: 128, max: 32_768 },
  'ephemeralStorage.size': { min: 512, max: 10_240 },
  'tracingConfig.mode': { oneOf: ['Active', 'PassThrough'] },
  'snapStart.applyOn': { oneOf: ['PublishedVersions', 'None'] },
  'loggingConfig.logFormat': { oneOf: ['JSON', 'Text'] },
  'loggingConfig.applicationLogLevel': { oneOf: ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'] },
  'loggingConfig.systemLogLevel': { oneOf: ['DEBUG', 'INFO', 'WARN'] },
  'loggingConfig.logGroup': { ...pattern('logGroup'), minLength: 1, maxLength: 512 },
} as const;

export function checkSettings(input: Settings): void {
  enforce(input, SETTINGS);
  refuseWhatIsNotHere(input);
  if (input.MemorySize !== undefined && input.MemorySize > LIMITS.memoryMb) {
    throw invalidParameter(
      `'MemorySize' value failed to satisfy constraint: Member must have value less than or equal to ${LIMITS.memoryMb}`,
    );
  }
  checkRuntime(input.Runtime);
  checkEnvironment(input.Environment?.Variables);
  const logging = input.LoggingConfig;
  if (
    logging &&
    (logging.LogFormat ?? 'Text') === 'Text' &&
    (logging.ApplicationLogLevel || logging.SystemLogLevel)
  ) {
    throw invalidParameter('To set a log level, LogFormat must be JSON.');
  }
}

function refuseWhatIsNotHere(input: Settings): void {
  const subnets = input.VpcConfig?.SubnetIds?.length ?? 0;
  const groups = input.VpcConfig?.SecurityGroupIds?.length ?? 0;
  const given: Array<[boolean, string, string]> = [
    [subnets + groups > 0, 'VPCs', 'Leave VpcConfig out.'],
    [(input.FileSystemConfigs?.length ?? 0) > 0, 'file systems', 'Leave FileSystemConfigs out.'],
    [input.ImageConfig !== undefined, 'container images', 'Leave ImageConfig out.'],
    [Boolean(input.KMSKeyArn), 'KMS keys', 'Leave KMSKeyArn out.'],
    [input.CapacityProviderConfig !== undefined, 'capacity providers', 'Leave CapacityProviderConfig out.'],
    [input.DurableConfig !== undefined, 'durable functions', 'Leave DurableConfig out.'],
  ];
  for (const [present, what, instead] of given) if (present) throw notHere(what, instead);
}

/** Members that only CreateFunction has. */
export function refuseAtCreation(input: CreateFunctionRequest): void {
  if (input.PackageType === 'Image') throw notHere('container images', 'Leave PackageType out, or name Zip.');
  if (input.CodeSigningConfigArn) throw notHere('code signing', 'Leave CodeSigningConfigArn out.');
  if (input.TenancyConfig) throw notHere('tenant isolation', 'Leave TenancyConfig out.');
  if (input.PublishTo) throw notHere('capacity providers', 'Leave PublishTo out.');
}

export function checkArchitectures(architectures: readonly string[] | undefined): void {
  if (architectures === undefined) return;
  if (architectures.length === 1 && ['x86_64', 'arm64'].includes(architectures[0] ?? '')) return;
  const what =
    architectures.length === 1
      ? 'Member must satisfy constraint: [Member must satisfy enum value set: [x86_64, arm64], Member must not be null]'
      : `Member must have length ${architectures.length === 0 ? 'greater' : 'less'} than or equal to 1`;
  throw new AwsError(
    'ValidationException',
    `1 validation error detected: Value '[${architectures.join(', ')}]' at 'architectures' failed to satisfy constraint: ${what}`,
  );
}

function checkRuntime(runtime: string | undefined): void {
  if (runtime === undefined || RUNTIMES.includes(runtime)) return;
  throw invalidParameter(
    BLOCKED_RUNTIMES.includes(runtime)
      ? `The runtime parameter of ${runtime} is no longer supported for creating or updating AWS Lambda functions. We recommend you use a supported runtime while creating or updating functions.`
      : `Value ${runtime} at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: [${RUNTIMES.join(', ')}] or be a valid ARN`,
  );
}

const UNABLE =
  'Lambda was unable to configure your environment variables because the environment variables you have provided';

function checkEnvironment(variables: Record<string, string> | undefined): void {
  if (!variables) return;
  const keys = Object.keys(variables);
  const shape = new RegExp(`^(?:${PATTERNS.environmentKey})$`);
  const reserved = keys.filter((key) => RESERVED_KEYS.includes(key));
  if (reserved.length > 0) {
    throw invalidParameter(
      `${UNABLE} contains reserved keys that are currently not supported for modification. Reserved keys used in this request: ${reserved.join(', ')}`,
    );
  }
  if (keys.some((key) => !shape.test(key))) {
    throw new AwsError(
      'ValidationException',
      `1 validation error detected: Value at 'environment.variables' failed to satisfy constraint: Map keys must satisfy constraint: [Member must satisfy regular expression pattern: ${PATTERNS.environmentKey}]`,
    );
  }
  const measured = JSON.stringify(variables);
  if (utf8.encode(measured).length > LIMITS.environmentBytes) {
    throw invalidParameter(`${UNABLE} exceeded the 4KB limit. String measured: ${measured}`);
  }
}
