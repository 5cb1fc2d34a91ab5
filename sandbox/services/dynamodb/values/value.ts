import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** An attribute value as we keep it: valid, numbers normalised, binary as base64, so that it is plain JSON. */
export type Value =
  | { S: string }
  | { N: string }
  | { B: string }
  | { BOOL: boolean }
  | { NULL: true }
  | { M: Item }
  | { L: Value[] }
  | { SS: string[] }
  | { NS: string[] }
  | { BS: string[] };

export type Item = { [name: string]: Value };

export type ValueType = 'S' | 'N' | 'B' | 'BOOL' | 'NULL' | 'M' | 'L' | 'SS' | 'NS' | 'BS';

export function typeOf(value: Value): ValueType {
  return Object.keys(value)[0] as ValueType;
}

/** The text inside a scalar or set element type: `S`, `N` and `B` share their shape. */
export function scalarOf(value: Value): string | undefined {
  if ('S' in value) return value.S;
  if ('N' in value) return value.N;
  if ('B' in value) return value.B;
  return undefined;
}

export function setOf(value: Value): string[] | undefined {
  if ('SS' in value) return value.SS;
  if ('NS' in value) return value.NS;
  if ('BS' in value) return value.BS;
  return undefined;
}

/** The value as the SDK's types have it. */
export function toWire(value: Value): AttributeValue {
  if ('B' in value) return { B: fromBase64(value.B) };
  if ('BS' in value) return { BS: value.BS.map(fromBase64) };
  if ('L' in value) return { L: value.L.map(toWire) };
  if ('M' in value) return { M: itemToWire(value.M) };
  return value;
}

export function itemToWire(item: Item): Record<string, AttributeValue> {
  return mapItem(item, toWire);
}

/** An object with a null prototype would not survive JSON; own keys only, so that `__proto__` is a name like others. */
export function mapItem<From, To>(
  item: Record<string, From>,
  change: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, change(value)]));
}

export function attribute(item: Item, name: string): Value | undefined {
  return Object.hasOwn(item, name) ? item[name] : undefined;
}

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
