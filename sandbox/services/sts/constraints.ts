import type { AssumeRoleCommandInput } from '@aws-sdk/client-sts';
import { type Constraint, type Constraints, enforce } from '#sandbox/core/constraints.ts';
import { AwsError } from '#sandbox/core/errors.ts';

const DOCUMENT: Constraint = {
  minLength: 1,
  pattern: /^[\u0009\u000A\u000D\u0020-\u00FF]+$/,
  patternText: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+',
};

/** Source: botocore 1.43.11, sts/2011-06-15. */
const assumeRole: Constraints = {
  roleArn: { required: true, minLength: 20, maxLength: 2048 },
  roleSessionName: { required: true, pattern: /^[\w+=,.@-]*$/, minLength: 2, maxLength: 64 },
  policy: DOCUMENT,
  durationSeconds: { min: 900, max: 43_200 },
  externalId: { pattern: /^[\w+=,.@:/-]*$/, patternText: '[\\w+=,.@:\\/-]*', minLength: 2, maxLength: 1224 },
};

export function checkAssumeRole(input: AssumeRoleCommandInput): void {
  enforce(input, assumeRole, 'ValidationException');
  const { RoleArn: arn = '' } = input;
  if (!/^arn:[^:]+:[^:]+:[^:]*:[^:]*:.+$/.test(arn)) throw invalid(arn);
  const there = NOT_THERE.find((member) => input[member] !== undefined);
  if (there) {
    throw new AwsError('NotImplementedException', `The sandbox's sts:AssumeRole has no ${there}.`, {
      status: 501,
    });
  }
}

/** Refused by name rather than dropped: a session without what it was asked to carry would mislead. */
const NOT_THERE = [
  'Tags',
  'TransitiveTagKeys',
  'SerialNumber',
  'TokenCode',
  'SourceIdentity',
  'ProvidedContexts',
] as const;

export function checkSessionToken(input: object): void {
  enforce(input, { durationSeconds: { min: 900, max: 129_600 } }, 'ValidationException');
}

export function checkAccessKeyId(input: object): void {
  const keyId: Constraint = { required: true, pattern: /^[\w]*$/, minLength: 12, maxLength: 128 };
  enforce(input, { accessKeyId: keyId }, 'ValidationException');
}

function invalid(arn: string): AwsError {
  return new AwsError('ValidationException', `${arn} is invalid`);
}
