import { isNegative, significantDigits } from './number.ts';
import { type Item, utf8, type Value } from './value.ts';

export const MAX_ITEM_BYTES = 400 * 1024;

/** Bytes as DynamoDB counts them: names and values in UTF-8, a number about half a byte a digit. */
export function sizeOfItem(item: Item): number {
  let total = 0;
  for (const [name, value] of Object.entries(item)) total += utf8(name).length + sizeOf(value);
  return total;
}

export function sizeOf(value: Value): number {
  if ('S' in value) return utf8(value.S).length;
  if ('N' in value) return sizeOfNumber(value.N);
  if ('B' in value) return sizeOfBase64(value.B);
  if ('BOOL' in value || 'NULL' in value) return 1;
  if ('SS' in value) return sum(value.SS, (text) => utf8(text).length);
  if ('NS' in value) return sum(value.NS, sizeOfNumber);
  if ('BS' in value) return sum(value.BS, sizeOfBase64);
  if ('L' in value) return 3 + sum(value.L, (element) => 1 + sizeOf(element));
  return 3 + sizeOfItem(value.M) + Object.keys(value.M).length;
}

function sizeOfNumber(text: string): number {
  return Math.ceil(significantDigits(text) / 2) + 1 + (isNegative(text) ? 1 : 0);
}

function sizeOfBase64(text: string): number {
  return Math.floor((text.length * 3) / 4) - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0);
}

function sum<T>(all: T[], size: (one: T) => number): number {
  return all.reduce((total, one) => total + size(one), 0);
}
