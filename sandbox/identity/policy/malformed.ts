import { AwsError } from '#sandbox/core/errors.ts';

export function malformed(message: string): AwsError {
  return new AwsError('MalformedPolicyDocument', message, { status: 400 });
}
