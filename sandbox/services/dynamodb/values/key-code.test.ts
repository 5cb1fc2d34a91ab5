import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeKey, scatter } from './key-code.ts';
import { toBase64, utf8 } from './value.ts';

const bytes = fc.uint8Array({ maxLength: 20 });

test('encoded binary keys sort as their bytes do', () => {
  fc.assert(
    fc.property(bytes, bytes, (a, b) => {
      const [x, y] = [encodeKey({ B: toBase64(a) }), encodeKey({ B: toBase64(b) })];
      expect(x < y).toBe(compareBytes(a, b) < 0);
    }),
  );
});

test('encoded texts sort as their UTF-8 does, and are ASCII', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 8 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [x, y] = [encodeKey({ S: a }), encodeKey({ S: b })];
      expect(x < y).toBe(compareBytes(utf8(a), utf8(b)) < 0);
      expect(x).toMatch(/^[0-9a-f]*$/);
    }),
  );
});

test('a prefix of a text encodes to a prefix', () => {
  expect(encodeKey({ S: '2026-11' }).startsWith(encodeKey({ S: '2026' }))).toBe(true);
});

test('partition keys are scattered over the whole range', () => {
  const first = new Set(Array.from({ length: 400 }, (_, n) => scatter(encodeKey({ S: `${n}` }))[0]));
  expect(first.size).toBe(16);
});

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    if (a[at] !== b[at]) return (a[at] as number) - (b[at] as number);
  }
  return a.length - b.length;
}
