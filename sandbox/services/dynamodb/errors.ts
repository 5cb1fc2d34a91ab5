import { AwsError } from '#sandbox/core/errors.ts';

export function invalid(message: string): AwsError {
  return new AwsError('ValidationException', message);
}

/** The many that begin with the same five words. */
export function invalidParameter(message: string): AwsError {
  return invalid(`One or more parameter values were invalid: ${message}`);
}

export function tableNotFound(): AwsError {
  return new AwsError('ResourceNotFoundException', 'Requested resource not found');
}

export function isValidation(error: unknown): error is AwsError {
  return error instanceof AwsError && error.code === 'ValidationException';
}
