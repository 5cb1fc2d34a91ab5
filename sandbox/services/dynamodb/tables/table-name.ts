import { invalid } from '../errors.ts';

/** The name in `TableName`, which may also be an ARN. What is wrong with it is said before anything else is looked at. */
export function tableName(given: string | undefined, minLength = 1, path = 'tableName'): string {
  if (given === undefined) throw invalid(violation('null', path, 'Member must not be null'));
  const name = /^arn:[^:]+:dynamodb:[^:]*:\d{12}:table\/([^/]+)$/.exec(given)?.[1] ?? given;
  const shown = `'${given}'`;
  if (name.length < minLength) {
    throw invalid(violation(shown, path, `Member must have length greater than or equal to ${minLength}`));
  }
  if (name.length > 255)
    throw invalid(violation(shown, path, 'Member must have length less than or equal to 255'));
  if (!/^[a-zA-Z0-9_.-]+$/.test(name)) {
    throw invalid(violation(shown, path, 'Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+'));
  }
  return name;
}

export function violation(shown: string, path: string, constraint: string): string {
  return `1 validation error detected: Value ${shown} at '${path}' failed to satisfy constraint: ${constraint}`;
}
