import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { invalid, isValidation } from '../errors.ts';
import { readValue } from '../values/read-value.ts';
import type { Value } from '../values/value.ts';
import { wrong } from './tokens.ts';

/** The placeholders of one request, and which of them its expressions have used. */
export interface Scope {
  name(placeholder: string, what: string): string;
  value(placeholder: string, what: string): Value;
  /** What was given and never used is refused. */
  close(): void;
}

interface Given {
  ExpressionAttributeNames?: Record<string, string> | undefined;
  ExpressionAttributeValues?: Record<string, AttributeValue> | undefined;
}

/** `expressions` are the request's own, by parameter; those that can hold values come first in `valued`. */
export function openScope(
  given: Given,
  expressions: Record<string, string | undefined>,
  valued: readonly string[],
): Scope {
  const present = Object.values(expressions).some((text) => text !== undefined);
  const names = readNames(given.ExpressionAttributeNames, present);
  const values = readValues(given.ExpressionAttributeValues, expressions, valued);
  const unusedNames = new Set(Object.keys(names));
  const unusedValues = new Set(Object.keys(values));
  return {
    name(placeholder, what) {
      unusedNames.delete(placeholder);
      if (Object.hasOwn(names, placeholder)) return names[placeholder] as string;
      throw wrong(
        what,
        `An expression attribute name used in the document path is not defined; attribute name: ${placeholder}`,
      );
    },
    value(placeholder, what) {
      unusedValues.delete(placeholder);
      if (Object.hasOwn(values, placeholder)) return values[placeholder] as Value;
      throw wrong(
        what,
        `An expression attribute value used in expression is not defined; attribute value: ${placeholder}`,
      );
    },
    close() {
      refuseUnused('ExpressionAttributeNames', unusedNames);
      refuseUnused('ExpressionAttributeValues', unusedValues);
    },
  };
}

/** The parameters of the older interface cannot be mixed with expressions. */
export function refuseMixed(
  old: Record<string, unknown>,
  expressions: Record<string, string | undefined>,
): void {
  const given = (all: object) =>
    Object.entries(all)
      .filter(([, value]) => value !== undefined)
      .map(([parameter]) => parameter);
  const [legacy, modern] = [given(old), given(expressions)];
  if (legacy.length === 0 || modern.length === 0) return;
  throw invalid(
    `Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {${legacy.join(', ')}} Expression parameters: {${modern.join(', ')}}`,
  );
}

function readNames(names: Record<string, string> | undefined, present: boolean): Record<string, string> {
  if (!names) return {};
  if (!present) throw invalid('ExpressionAttributeNames can only be specified when using expressions');
  if (Object.keys(names).length === 0) throw invalid('ExpressionAttributeNames must not be empty');
  for (const key of Object.keys(names)) {
    if (!/^#[A-Za-z0-9_]+$/.test(key)) {
      throw invalid(`ExpressionAttributeNames contains invalid key: Syntax error; key: "${key}"`);
    }
  }
  return names;
}

function readValues(
  values: Record<string, AttributeValue> | undefined,
  expressions: Record<string, string | undefined>,
  valued: readonly string[],
): Record<string, Value> {
  if (!values) return {};
  if (valued.every((parameter) => expressions[parameter] === undefined)) {
    const verb = valued.length === 1 ? 'is' : 'are';
    throw invalid(
      `ExpressionAttributeValues can only be specified when using expressions: ${valued.join(' and ')} ${verb} null`,
    );
  }
  if (Object.keys(values).length === 0) throw invalid('ExpressionAttributeValues must not be empty');
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, readOne(key, value)]));
}

function readOne(key: string, value: AttributeValue): Value {
  if (!/^:[A-Za-z0-9_]+$/.test(key)) {
    throw invalid(`ExpressionAttributeValues contains invalid key: Syntax error; key: "${key}"`);
  }
  try {
    return readValue(value);
  } catch (error) {
    if (!isValidation(error)) throw error;
    throw invalid(`ExpressionAttributeValues contains invalid value: ${error.message} for key ${key}`);
  }
}

function refuseUnused(parameter: string, unused: Set<string>): void {
  if (unused.size === 0) return;
  throw invalid(`Value provided in ${parameter} unused in expressions: keys: {${[...unused].join(', ')}}`);
}
