import { AwsError } from '#sandbox/core/errors.ts';

export function invalidPattern(why?: string): AwsError {
  return new AwsError('InvalidParameterException', why ?? 'Invalid filter pattern');
}

/** AWS knows a small part of regular expressions; what it does not know is refused and not guessed. */
export function regularExpression(source: string): RegExp {
  if (
    source.includes('(?') ||
    !/^(?:\\[wWdDsSxbB0-9A-Fa-f\][{}()|^$?*+./"-]|[\w\s:_#=@/;,\-.^$?[\]{}()|*+])+$/.test(source)
  ) {
    throw invalidPattern();
  }
  try {
    return new RegExp(source);
  } catch {
    throw invalidPattern();
  }
}
