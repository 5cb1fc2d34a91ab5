import { cbor, dateToTag } from '@smithy/core/cbor';
import type { NormalizedSchema } from '@smithy/core/schema';
import { fromBase64, toBase64 } from '@smithy/core/serde';
import { AwsError } from '../errors.ts';
import { promisesTooMuch } from './cbor-lengths.ts';

/** The SDK's numbers for the kinds of time. */
export const DATE_TIME = 5;
export const HTTP_DATE = 6;
export const EPOCH_SECONDS = 7;

/** Where the formats of trees differ. */
export interface Leaves {
  nameOf(member: string, schema: NormalizedSchema): string;
  readBlob(value: unknown): Uint8Array;
  writeBlob(value: Uint8Array): unknown;
  readTime(value: unknown): Date;
  writeTime(value: Date): unknown;
  writeOddNumber(value: number): unknown;
}

export const jsonLeaves: Leaves = {
  nameOf: (member) => member,
  readBlob(value) {
    if (typeof value !== 'string') throw bad('A blob must be a base64 string.');
    return bytesOf(value);
  },
  writeBlob: toBase64,
  readTime,
  writeTime: (value) => value.getTime() / 1000,
  writeOddNumber: String,
};

/** REST services may call a member otherwise than the SDK does: API Gateway's `items` is `item`. */
export const restJsonLeaves: Leaves = {
  ...jsonLeaves,
  nameOf: (member, schema) => (schema.getMergedTraits() as { jsonName?: string }).jsonName ?? member,
};

export const cborLeaves: Leaves = {
  ...jsonLeaves,
  readBlob(value) {
    if (!(value instanceof Uint8Array)) throw bad('A blob must be a byte string.');
    return value;
  },
  writeBlob: (value) => value,
  readTime: (value) => readTime(taggedValue(value)),
  writeTime: dateToTag,
  writeOddNumber: (value) => value,
};

function taggedValue(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
}

/** Clients differ in what they send, and AWS takes both seconds and ISO 8601. */
export function readTime(value: unknown): Date {
  const seconds = typeof value === 'bigint' ? Number(value) : value;
  const date =
    typeof seconds === 'number'
      ? new Date(Math.round(seconds * 1000))
      : typeof seconds === 'string' && /^-?[\d.]+(e[+-]?\d+)?$/i.test(seconds)
        ? new Date(Math.round(Number(seconds) * 1000))
        : value instanceof Date
          ? value
          : new Date(typeof value === 'string' ? value : Number.NaN);
  if (Number.isNaN(date.getTime())) throw bad('A timestamp could not be read.');
  return date;
}

export function bytesOf(base64: string): Uint8Array {
  try {
    return fromBase64(base64);
  } catch {
    throw bad('A blob is not valid base64.');
  }
}

function bad(message: string): AwsError {
  return new AwsError('SerializationException', message);
}

export function decodeCbor(bytes: Uint8Array): unknown {
  if (promisesTooMuch(bytes)) throw bad('The body is not valid CBOR.');
  try {
    return bytes.byteLength === 0 ? {} : cbor.deserialize(bytes);
  } catch {
    throw bad('The body is not valid CBOR.');
  }
}

export function encodeCbor(value: unknown): Uint8Array {
  // The encoder answers with a view of the buffer that it uses again.
  return Uint8Array.from(cbor.serialize(value));
}
