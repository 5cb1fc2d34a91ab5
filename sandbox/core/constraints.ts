import { AwsError } from './errors.ts';

/** What AWS demands of one member; lengths are in UTF-16 units, as AWS counts them. */
export interface Constraint {
  required?: boolean;
  minLength?: number;
  maxLength?: number;
  min?: number;
  max?: number;
  pattern?: RegExp;
  /** The pattern as AWS prints it, where JavaScript has to write it another way. */
  patternText?: string;
  oneOf?: readonly (string | number)[];
}

/** By AWS's path of the member: `logEvents.member.message` is the message of every event. */
export type Constraints = Readonly<Record<string, Constraint>>;

/** Refuses an input as AWS does, all violations in one message; the schemas of the SDK know no constraints. */
export function enforce(input: object, constraints: Constraints, code = 'ValidationException'): void {
  const found = Object.entries(constraints).flatMap(([path, rule]) =>
    valuesAt(input, path.split('.'), '').flatMap(([at, value]) =>
      violations(value, rule).map((violation) => sentence(at, value, violation)),
    ),
  );
  if (found.length === 0) return;
  const noun = found.length === 1 ? 'error' : 'errors';
  throw new AwsError(code, `${found.length} validation ${noun} detected: ${found.join('; ')}`);
}

function valuesAt(value: unknown, path: string[], at: string): Array<[string, unknown]> {
  const [head, ...rest] = path;
  if (head === undefined) return [[at, value]];
  if (value === undefined || value === null) return [];
  if (head === 'member') {
    return Array.isArray(value)
      ? value.flatMap((item, index) => valuesAt(item, rest, `${at}.${index + 1}.member`))
      : [];
  }
  const entry = Object.entries(value).find(([key]) => lowerFirst(key) === lowerFirst(head));
  return valuesAt(entry?.[1], rest, at === '' ? lowerFirst(head) : `${at}.${lowerFirst(head)}`);
}

function violations(value: unknown, rule: Constraint): string[] {
  if (value === undefined || value === null) return rule.required ? ['Member must not be null'] : [];
  const found: string[] = [];
  if (rule.oneOf && !rule.oneOf.includes(value as string | number)) {
    found.push(`Member must satisfy enum value set: [${rule.oneOf.join(', ')}]`);
  }
  if (rule.pattern && !rule.pattern.test(String(value))) {
    found.push(
      `Member must satisfy regular expression pattern: ${rule.patternText ?? patternText(rule.pattern)}`,
    );
  }
  const length = lengthOf(value);
  if (rule.minLength !== undefined && length < rule.minLength) {
    found.push(`Member must have length greater than or equal to ${rule.minLength}`);
  }
  if (rule.maxLength !== undefined && length > rule.maxLength) {
    found.push(`Member must have length less than or equal to ${rule.maxLength}`);
  }
  if (rule.min !== undefined && Number(value) < rule.min) {
    found.push(`Member must have value greater than or equal to ${rule.min}`);
  }
  if (rule.max !== undefined && Number(value) > rule.max) {
    found.push(`Member must have value less than or equal to ${rule.max}`);
  }
  return found;
}

function sentence(at: string, value: unknown, violation: string): string {
  const shown = value === undefined || value === null ? 'null' : `'${printed(value)}'`;
  return `Value ${shown} at '${at}' failed to satisfy constraint: ${violation}`;
}

function printed(value: unknown): string {
  if (Array.isArray(value)) return `[${value.slice(0, 10).map(printed).join(', ')}]`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function lengthOf(value: unknown): number {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}

function patternText({ source }: RegExp): string {
  return source.replace(/^\^/, '').replace(/\$$/, '');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
