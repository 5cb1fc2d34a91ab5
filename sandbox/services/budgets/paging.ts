import { AwsError } from '#sandbox/core/errors.ts';

export function pageOf<T>(
  found: ReadonlyArray<readonly [string, T]>,
  size = 100,
): { items: T[]; NextToken?: string } {
  const page = found.slice(0, size);
  const last = page.at(-1)?.[0];
  return {
    items: page.map(([, item]) => item),
    ...(found.length > size && last !== undefined ? { NextToken: `after ${last}` } : {}),
  };
}

export function afterToken(token: string | undefined): { after?: string } {
  if (token === undefined) return {};
  if (!token.startsWith('after ')) {
    throw new AwsError('InvalidNextTokenException', 'The next token is not valid.');
  }
  return { after: token.slice('after '.length) };
}
