import { AwsError } from '#sandbox/core/errors.ts';

export function notFound(message: string): AwsError {
  return new AwsError('NotFoundException', message);
}

export function badRequest(message: string): AwsError {
  return new AwsError('BadRequestException', message);
}

export function conflict(message: string): AwsError {
  return new AwsError('ConflictException', message);
}

export function notThere(what: string): AwsError {
  return new AwsError('NotImplementedException', `The sandbox's API Gateway has no ${what}.`, {
    status: 501,
  });
}

/** AWS names every broken constraint of a request in one message. */
export function refuse(broken: readonly string[]): void {
  if (broken.length === 0) return;
  const head = broken.length === 1 ? '1 validation error' : `${broken.length} validation errors`;
  throw new AwsError('ValidationException', `${head} detected: ${broken.join('; ')}`, { status: 400 });
}
