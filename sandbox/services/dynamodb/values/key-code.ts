import { sortableNumber } from './number.ts';
import { fromBase64, utf8, type Value } from './value.ts';

/** Ends a part of a store key: below every character that an encoded value has. */
export const END = '!';
/** Above every character of a store key. */
export const TOP = '\x7f';

/** A key attribute as ASCII that sorts as DynamoDB sorts it; a prefix of a text or binary encodes to a prefix. */
export function encodeKey(value: Value): string {
  if ('S' in value) return hex(utf8(value.S));
  if ('N' in value) return sortableNumber(value.N);
  if ('B' in value) return hex(fromBase64(value.B));
  throw new TypeError('only S, N and B can be keys');
}

/** Scatters partition keys, as DynamoDB does: a scan has no order that means anything. FNV-1a, mixed once more. */
export function scatter(encoded: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < encoded.length; at++) hash = Math.imul(hash ^ encoded.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash ^= hash >>> 13;
  return scatterPoint(hash >>> 0);
}

export function scatterPoint(point: number): string {
  return point.toString(16).padStart(8, '0');
}

function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}
