import { invalid, invalidParameter } from '../errors.ts';
import { MAX_HASH_KEY_BYTES, MAX_RANGE_KEY_BYTES } from '../facts.ts';
import type { IndexRecord, KeyNames, TableRecord } from '../tables/record.ts';
import { END, encodeKey, scatter } from '../values/key-code.ts';
import { sizeOf } from '../values/size.ts';
import { attribute, type Item, scalarOf, typeOf, type Value } from '../values/value.ts';

/** `TABLE ID/t/` holds the items, `TABLE ID/i/INDEX/` an entry for each item that has the index's keys. */
export function itemSpace(table: TableRecord): string {
  return `${table.id}/t/`;
}

export function indexSpace(table: TableRecord, index: IndexRecord): string {
  return `${table.id}/i/${index.name}/`;
}

export function itemKey(table: TableRecord, item: Item): string {
  return itemSpace(table) + keyIn(item, table.key);
}

/** `undefined`: the item lacks a key of the index and is not in it. */
export function indexKey(table: TableRecord, index: IndexRecord, item: Item): string | undefined {
  const names = keyNames(index.key);
  if (names.some((name) => !isKeyOf(table, name, attribute(item, name)))) return undefined;
  return `${indexSpace(table, index)}${keyIn(item, index.key)}${keyIn(item, table.key)}`;
}

export function partition(value: Value): string {
  const encoded = encodeKey(value);
  return `${scatter(encoded)}${encoded}${END}`;
}

export function keyNames({ hash, range }: KeyNames): string[] {
  return range === undefined ? [hash] : [hash, range];
}

export function keyOf(key: KeyNames, item: Item): Item {
  return Object.fromEntries(keyNames(key).map((name) => [name, item[name] as Value]));
}

/** A `Key` of a request: exactly the key attributes, of their types. */
export function checkKey(table: TableRecord, key: Item): void {
  const names = keyNames(table.key);
  const fits =
    Object.keys(key).length === names.length &&
    names.every((name) => Object.hasOwn(key, name) && typeOf(key[name] as Value) === table.attributes[name]);
  if (!fits) throw invalid('The provided key element does not match the schema');
  checkContent(table, key);
}

/** An item to be stored: it has its keys, and whatever is a key of an index is of that index's type. */
export function checkKeysOf(table: TableRecord, item: Item): void {
  for (const name of keyNames(table.key)) {
    const value = attribute(item, name);
    const expected = table.attributes[name];
    if (!value) throw invalidParameter(`Missing the key ${name} in the item`);
    if (typeOf(value) !== expected) {
      throw invalidParameter(`Type mismatch for key ${name} expected: ${expected} actual: ${typeOf(value)}`);
    }
  }
  checkContent(table, item);
  refuseMisfit(table, item);
}

function checkContent(table: TableRecord, item: Item): void {
  for (const name of keyNames(table.key)) {
    if (scalarOf(item[name] as Value) === '') {
      const kind = typeOf(item[name] as Value) === 'B' ? 'binary' : 'string';
      throw invalid(
        `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty ${kind} value. Key: ${name}`,
      );
    }
  }
  if (sizeOf(item[table.key.hash] as Value) > MAX_HASH_KEY_BYTES) {
    throw invalidParameter(
      `Size of hashkey has exceeded the maximum size limit of${MAX_HASH_KEY_BYTES} bytes`,
    );
  }
  if (table.key.range !== undefined && sizeOf(item[table.key.range] as Value) > MAX_RANGE_KEY_BYTES) {
    throw invalidParameter(
      `Aggregated size of all range keys has exceeded the size limit of ${MAX_RANGE_KEY_BYTES} bytes`,
    );
  }
}

interface Misfit {
  index: string;
  name: string;
  expected: string;
  actual: string;
  why: 'type' | 'empty';
  kind: 'string' | 'binary';
}

/** The first attribute that is a key of an index and cannot be one as it is. */
export function misfit(table: TableRecord, item: Item): Misfit | undefined {
  for (const index of table.indexes) {
    for (const name of keyNames(index.key)) {
      const value = attribute(item, name);
      const expected = table.attributes[name] as string;
      if (!value || isKeyOf(table, name, value)) continue;
      const why = typeOf(value) === expected ? 'empty' : 'type';
      const kind = expected === 'B' ? 'binary' : 'string';
      return { index: index.name, name, expected, actual: typeOf(value), why, kind };
    }
  }
  return undefined;
}

function refuseMisfit(table: TableRecord, item: Item): void {
  const wrong = misfit(table, item);
  if (!wrong) return;
  if (wrong.why === 'type') {
    throw invalidParameter(
      `Type mismatch for Index Key ${wrong.name} Expected: ${wrong.expected} Actual: ${wrong.actual} IndexName: ${wrong.index}`,
    );
  }
  throw invalid(
    `One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty ${wrong.kind} value. IndexName: ${wrong.index}, IndexKey: ${wrong.name}`,
  );
}

function isKeyOf(table: TableRecord, name: string, value: Value | undefined): boolean {
  return value !== undefined && typeOf(value) === table.attributes[name] && scalarOf(value) !== '';
}

function keyIn(item: Item, { hash, range }: KeyNames): string {
  const first = partition(item[hash] as Value);
  return range === undefined ? first : `${first}${encodeKey(item[range] as Value)}${END}`;
}
