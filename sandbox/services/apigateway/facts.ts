/**
 * Constraints that the SDK's schemas do not hold: from botocore 1.43.11, apigateway 2015-07-09 (enums and patterns), and
 * from the developer guide's page on quotas (numbers). The order of an enum is the one in which AWS's messages list it.
 */
export const facts = {
  httpMethods: ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'ANY'],
  endpointTypes: ['PRIVATE', 'EDGE', 'REGIONAL'],
  ipAddressTypes: ['ipv4', 'dualstack'],
  integrationTypes: ['HTTP', 'MOCK', 'AWS_PROXY', 'HTTP_PROXY', 'AWS'],
  apiKeySources: ['AUTHORIZER', 'HEADER'],
  authorizationTypes: ['NONE', 'AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS'],
  passthroughBehaviors: ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'],
  contentHandling: ['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'],
  patchOps: ['add', 'remove', 'move', 'test', 'replace', 'copy'],
  quotaPeriods: ['DAY', 'WEEK', 'MONTH'],
  statusCode: '[1-5]\\d\\d',
  stageName: '^[a-zA-Z0-9_-]{1,128}$',
  pathPart: "^[a-zA-Z0-9._:~@!$&'(),;=+*-]+$|^\\{[a-zA-Z0-9._:-]+\\+?\\}$",
  page: { normal: 25, most: 500 },
  timeoutMs: { least: 50, most: 29_000 },
  compression: { least: 0, most: 10_485_760 },
  apiKeyValue: { shortest: 20, longest: 128 },
  apiKeyName: 1024,
  apiKeyDescription: 125_000,
  payloadBytes: 10_485_760,
  account: { burstLimit: 5000, rateLimit: 10_000 },
  deleteRestApiEveryMs: 30_000,
} as const;

/** The sentence of AWS for a value outside its enum; `undefined` when it is inside or absent. */
export function outsideEnum(value: string | undefined, at: string, allowed: readonly string[]): string[] {
  if (value === undefined || allowed.includes(value)) return [];
  return [
    `Value '${value}' at '${at}' failed to satisfy constraint: Member must satisfy enum value set: [${allowed.join(', ')}]`,
  ];
}

export function outsidePattern(value: string | undefined, at: string, pattern: string): string[] {
  if (value === undefined || new RegExp(`^(?:${pattern})$`).test(value)) return [];
  return [
    `Value '${value}' at '${at}' failed to satisfy constraint: Member must satisfy regular expression pattern: ${pattern}`,
  ];
}
