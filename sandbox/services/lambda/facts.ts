import type { Constraint } from '#sandbox/core/constraints.ts';

/**
 * What AWS Lambda's schemas do not hold. Sources: botocore 1.43 `lambda/2015-03-31` (patterns, lengths), recorded
 * answers of AWS (the wording of patterns), AWS Lambda Developer Guide (runtimes, quotas; read 2026-11).
 */
const REGION = '(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}';

export const PATTERNS = {
  functionName: `(arn:(aws[a-zA-Z-]*)?:lambda:)?(${REGION}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?`,
  namespacedFunctionName: `(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?`,
  role: 'arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+',
  handler: '[^\\s]+',
  qualifier: '\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+',
  alias: '(?!^[0-9]+$)([a-zA-Z0-9-_]+)',
  aliasVersion: '(\\$LATEST(\\.PUBLISHED)?|[0-9]+)',
  statementId: '([a-zA-Z0-9-_]+)',
  action: '(lambda:[*]|lambda:[a-zA-Z]+|[*])',
  principal: '[^\\s]+',
  sourceArn:
    'arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)',
  sourceAccount: '\\d{12}',
  organisation: 'o-[a-z0-9]{10,32}',
  layerName: '(arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\\d{12}:layer:[a-zA-Z0-9-_]+)|[a-zA-Z0-9-_]+',
  layerVersionArn: `(arn:(aws[a-zA-Z-]*)?:lambda:${REGION}:\\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+)|(arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9-_]+)`,
  taggable: `arn:(aws[a-zA-Z-]*):lambda:${REGION}:\\d{12}:(function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?|code-signing-config:csc-[a-z0-9]{17}|event-source-mapping:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|capacity-provider:[a-zA-Z0-9-_]+)`,
  logGroup: '[\\.\\-_/#A-Za-z0-9]+',
  environmentKey: '[a-zA-Z]([a-zA-Z0-9_])+',
  destination: `$|kafka://([^.]([a-zA-Z0-9\\-_.]{0,248}))|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:(${REGION})?:(\\d{12})?:(.*)`,
} as const;

/** Member of a table of constraints: the whole value must match, and AWS prints the pattern without anchors. */
export function pattern(name: keyof typeof PATTERNS): Pick<Constraint, 'pattern' | 'patternText'> {
  return { pattern: new RegExp(`^(?:${PATTERNS[name]})$`, 's'), patternText: PATTERNS[name] };
}

export const LIMITS = {
  memoryMb: 10_240,
  timeoutSeconds: 900,
  environmentBytes: 4096,
  /** A request of CreateFunction with its code in base64: 50 MB of zip and what is around it. */
  codeRequestBytes: 70_167_211,
  unzippedBytes: 262_144_000,
  zippedBytes: 52_428_800,
  totalCodeBytes: 322_122_547_200,
  layers: 5,
  syncPayloadBytes: 6_291_456,
  responseBytes: 6_291_556,
  asyncPayloadBytes: 1_048_576,
  concurrentExecutions: 1000,
  unreservedConcurrentExecutions: 100,
  policyBytes: 20_480,
  tags: 50,
} as const;

/** Runtimes that the API refuses for new functions on 2026-11-20: their "block create" date has passed. */
export const BLOCKED_RUNTIMES: readonly string[] = [
  'nodejs',
  'nodejs4.3',
  'nodejs4.3-edge',
  'nodejs6.10',
  'nodejs8.10',
  'nodejs10.x',
  'nodejs12.x',
  'nodejs14.x',
  'python2.7',
  'python3.6',
  'python3.7',
  'dotnetcore1.0',
  'dotnetcore2.0',
  'dotnetcore2.1',
  'dotnetcore3.1',
  'ruby2.5',
  'ruby2.7',
  'go1.x',
  'java8',
  'provided',
];

/** Runtimes that may be named for a function: supported, or deprecated but not blocked yet. */
export const RUNTIMES: readonly string[] = [
  'nodejs26.x',
  'nodejs24.x',
  'nodejs22.x',
  'nodejs20.x',
  'nodejs18.x',
  'nodejs16.x',
  'python3.15',
  'python3.14',
  'python3.13',
  'python3.12',
  'python3.11',
  'python3.10',
  'python3.9',
  'python3.8',
  'java25',
  'java21',
  'java17',
  'java17.al2023',
  'java11',
  'java11.al2023',
  'java8.al2',
  'java8.al2023',
  'dotnet10',
  'dotnet8',
  'dotnet6',
  'ruby4.0',
  'ruby3.4',
  'ruby3.3',
  'ruby3.2',
  'provided.al2023',
  'provided.al2',
];

/** Environment variables that a function gets from Lambda and may not set (Developer Guide, "Using environment variables"). */
export const RESERVED_KEYS: readonly string[] = [
  '_HANDLER',
  '_X_AMZN_TRACE_ID',
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_DEFAULT_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_LAMBDA_RUNTIME_API',
  'AWS_REGION',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'LAMBDA_RUNTIME_DIR',
  'LAMBDA_TASK_ROOT',
];
