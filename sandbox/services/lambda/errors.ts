import { AwsError } from '#sandbox/core/errors.ts';

/** Lambda's modelled errors say whose fault it was in a member of their own. */
export function lambdaError(code: string, message: string, members: Record<string, unknown> = {}): AwsError {
  return new AwsError(code, message, { members: { Type: 'User', ...members } });
}

export function invalidParameter(message: string): AwsError {
  return lambdaError('InvalidParameterValueException', message);
}

export function functionNotFound(arn: string): AwsError {
  return lambdaError('ResourceNotFoundException', `Function not found: ${arn}`);
}

export function noSuchResource(): AwsError {
  return lambdaError('ResourceNotFoundException', 'The resource you requested does not exist.');
}

/** What AWS Lambda can do and this sandbox cannot: refused by name, never dropped. */
export function notHere(what: string, instead: string): AwsError {
  return invalidParameter(`The sandbox has no ${what}. ${instead}`);
}
