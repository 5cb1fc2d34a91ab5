import type { NormalizedSchema } from '@smithy/core/schema';
import { AwsError } from '../errors.ts';
import { mayBeFraction } from './fractions.ts';
import { DATE_TIME, type Leaves } from './leaves.ts';

/** Reads what JSON and CBOR have in common: a tree of plain values. Members that no schema names are ignored, as AWS does. */
export function readTree(schema: NormalizedSchema, value: unknown, leaves: Leaves, name = ''): unknown {
  if (value === null || value === undefined) return undefined;
  if (schema.isStructSchema()) return readStruct(schema, value, leaves);
  if (schema.isDocumentSchema()) return value;
  if (schema.isListSchema()) {
    if (!Array.isArray(value)) throw mismatch(value, 'a list');
    const item = schema.getValueSchema();
    return value.map((one) => readElement(schema, item, one, leaves, name));
  }
  if (schema.isMapSchema()) {
    const item = schema.getValueSchema();
    return Object.fromEntries(
      Object.entries(asRecord(value)).map(([key, one]) => [
        key,
        readElement(schema, item, one, leaves, name),
      ]),
    );
  }
  return readLeaf(schema, value, leaves, name);
}

/** JSON allows null as an element and no SDK sends it: no handler need be ready for it. */
function readElement(
  whole: NormalizedSchema,
  item: NormalizedSchema,
  value: unknown,
  leaves: Leaves,
  name: string,
): unknown {
  const read = readTree(item, value, leaves, name);
  if (read !== undefined) return read;
  if ((whole.getMergedTraits() as { sparse?: unknown }).sparse) return null;
  throw new AwsError(
    'SerializationException',
    `NULL_VALUE can not be an element of ${name === '' ? 'a list or a map' : name}`,
  );
}

function readStruct(schema: NormalizedSchema, value: unknown, leaves: Leaves): Record<string, unknown> {
  const record = asRecord(value);
  const read: Record<string, unknown> = {};
  for (const [name, member] of schema.structIterator()) {
    const key = leaves.nameOf(name, member);
    if (!Object.hasOwn(record, key)) continue;
    const inner = readTree(member, record[key], leaves, name);
    if (inner !== undefined) read[name] = inner;
  }
  return read;
}

function readLeaf(schema: NormalizedSchema, value: unknown, leaves: Leaves, name: string): unknown {
  if (schema.isStringSchema()) {
    if (typeof value !== 'string') throw mismatch(value, 'String');
    return value;
  }
  if (schema.isBooleanSchema()) {
    if (typeof value !== 'boolean') throw mismatch(value, 'Boolean');
    return value;
  }
  if (schema.isNumericSchema()) {
    if (typeof value === 'bigint') return Number(value);
    const whole = !mayBeFraction(name);
    if (typeof value === 'number' && !(whole && !Number.isInteger(value))) return value;
    if (whole) throw mismatch(value, 'Integer');
    if (value === 'NaN' || value === 'Infinity' || value === '-Infinity') return Number(value);
    throw mismatch(value, 'Number');
  }
  if (schema.isBlobSchema()) return leaves.readBlob(value);
  if (schema.isTimestampSchema()) return leaves.readTime(value);
  if (schema.isBigIntegerSchema() && (typeof value === 'number' || typeof value === 'bigint')) {
    if (Number.isInteger(Number(value))) return BigInt(value);
  }
  return value;
}

function asRecord(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || Array.isArray(value) || value instanceof Uint8Array || value === null) {
    throw mismatch(value, 'a structure');
  }
  return value as Record<string, unknown>;
}

export function mismatch(value: unknown, wanted: string): AwsError {
  const kind = Array.isArray(value) ? 'LIST' : typeof value === 'object' ? 'STRUCTURE' : typeof value;
  const found = kind === 'boolean' ? `${String(value).toUpperCase()}_VALUE` : `${kind.toUpperCase()}_VALUE`;
  return new AwsError('SerializationException', `${found} can not be converted to ${wanted}`);
}

export function writeTree(schema: NormalizedSchema, value: unknown, leaves: Leaves): unknown {
  if (value === null || value === undefined) return value;
  if (schema.isStructSchema()) {
    const record = value as Record<string, unknown>;
    const written: Record<string, unknown> = {};
    for (const [name, member] of schema.structIterator()) {
      const inner = record[name];
      if (inner === undefined || inner === null) continue;
      written[leaves.nameOf(name, member)] = writeTree(member, inner, leaves);
    }
    return written;
  }
  if (schema.isDocumentSchema()) return value;
  if (schema.isListSchema()) {
    const item = schema.getValueSchema();
    return (value as unknown[]).map((one) => writeTree(item, one, leaves));
  }
  if (schema.isMapSchema()) {
    const item = schema.getValueSchema();
    return Object.fromEntries(
      Object.entries(value as object).map(([key, one]) => [key, writeTree(item, one, leaves)]),
    );
  }
  if (value instanceof Date) {
    return schema.getSchema() === DATE_TIME ? value.toISOString() : leaves.writeTime(value);
  }
  if (value instanceof Uint8Array) return leaves.writeBlob(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return leaves.writeOddNumber(value);
  return value;
}
