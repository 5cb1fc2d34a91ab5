import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { invalid, invalidParameter } from '../errors.ts';
import { normalizeNumber } from './number.ts';
import { type Item, toBase64, type Value, type ValueType } from './value.ts';

const MAX_DEPTH = 32;
const EMPTY_SET = {
  SS: 'An string set  may not be empty',
  NS: 'An number set  may not be empty',
  BS: 'Binary sets should not be empty',
};

/** A value from a request: what DynamoDB refuses is refused, what it normalises is normalised. */
export function readValue(value: AttributeValue, depth = 1): Value {
  if (depth > MAX_DEPTH + 1) throw invalid('Nesting Levels have exceeded supported limits');
  const types = Object.keys(value).filter((type) => value[type as ValueType] !== undefined);
  if (types.length > 1) {
    throw invalid(
      'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
    );
  }
  if (value.S !== undefined) return { S: value.S };
  if (value.N !== undefined) return { N: normalizeNumber(value.N) };
  if (value.B !== undefined) return { B: toBase64(value.B) };
  if (value.BOOL !== undefined) return { BOOL: value.BOOL };
  if (value.NULL !== undefined) return readNull(value.NULL);
  if (value.L !== undefined) return { L: value.L.map((element) => readValue(element, depth + 1)) };
  if (value.M !== undefined) return { M: readItem(value.M, depth + 1) };
  if (value.SS !== undefined) return { SS: distinct('SS', value.SS, value.SS) };
  if (value.NS !== undefined) return { NS: distinct('NS', value.NS.map(normalizeNumber), value.NS) };
  if (value.BS !== undefined) {
    const encoded = value.BS.map(toBase64);
    return { BS: distinct('BS', encoded, encoded) };
  }
  throw invalid('Supplied AttributeValue is empty, must contain exactly one of the supported datatypes');
}

export function readItem(item: Record<string, AttributeValue>, depth = 1): Item {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, readValue(value, depth)]));
}

function readNull(value: boolean): Value {
  if (value) return { NULL: true };
  throw invalidParameter('Null attribute value types must have the value of true');
}

function distinct(type: keyof typeof EMPTY_SET, values: string[], asGiven: string[]): string[] {
  if (values.length === 0) throw invalidParameter(EMPTY_SET[type]);
  if (new Set(values).size === values.length) return values;
  if (type === 'NS') throw invalid('Input collection contains duplicates');
  throw invalidParameter(
    `Input collection [${asGiven.join(', ')}]${type === 'BS' ? 'of type BS ' : ' '}contains duplicates.`,
  );
}
