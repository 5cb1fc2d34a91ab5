import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addNumbers, compareNumbers, normalizeNumber, sortableNumber } from './number.ts';

test.each([
  ['00042', '42'],
  ['1.5E2', '150'],
  ['-0', '0'],
  ['3.1400', '3.14'],
  ['.5', '0.5'],
  ['1E-38', `0.${'0'.repeat(37)}1`],
  ['+7', '7'],
  ['-12.30e1', '-123'],
  ['9.9999999999999999999999999999999999999E+125', `${'9'.repeat(38)}${'0'.repeat(88)}`],
])('%s is kept as %s', (given, kept) => {
  expect(normalizeNumber(given)).toBe(kept);
});

test.each([
  ['', 'The parameter cannot be converted to a numeric value'],
  ['abc', 'The parameter cannot be converted to a numeric value: abc'],
  ['.', 'The parameter cannot be converted to a numeric value: .'],
  ['1E126', 'Number overflow. Attempting to store a number with magnitude larger than supported range'],
  ['-1E126', 'Number overflow. Attempting to store a number with magnitude larger than supported range'],
  ['1E-131', 'Number underflow. Attempting to store a number with magnitude smaller than supported range'],
  [
    '123456789012345678901234567890123456789',
    'Attempting to store more than 38 significant digits in a Number',
  ],
])('%j is refused as AWS refuses it', (given, message) => {
  expect(() => normalizeNumber(given)).toThrow(message);
});

test('the smallest and the largest numbers are accepted', () => {
  expect(normalizeNumber('1E-130')).toBe(`0.${'0'.repeat(129)}1`);
  expect(() => normalizeNumber('-9.9999999999999999999999999999999999999E125')).not.toThrow();
});

test('sums are exact where floating point is not', () => {
  expect(addNumbers('0.1', '0.2')).toBe('0.3');
  expect(addNumbers('5', '7', -1)).toBe('-2');
  expect(addNumbers('99999999999999999999999999999999999998', '1')).toBe('9'.repeat(38));
});

const whole = fc.bigInt({ min: -(10n ** 38n) + 1n, max: 10n ** 38n - 1n });

test('encoded numbers sort as the numbers do', () => {
  fc.assert(
    fc.property(whole, whole, (a, b) => {
      const encoded = [sortableNumber(`${a}`), sortableNumber(`${b}`)] as const;
      expect(encoded[0] < encoded[1]).toBe(a < b);
      expect(encoded[0] === encoded[1]).toBe(a === b);
    }),
  );
});

test('encoded fractions sort as the fractions do, whatever their scale', () => {
  const scaled = fc.tuple(fc.integer({ min: -99999, max: 99999 }), fc.integer({ min: -20, max: 20 }));
  fc.assert(
    fc.property(scaled, scaled, ([a, m], [b, n]) => {
      const [x, y] = [BigInt(a) * 10n ** BigInt(m + 20), BigInt(b) * 10n ** BigInt(n + 20)];
      expect(compareNumbers(`${a}E${m}`, `${b}E${n}`)).toBe(x < y ? -1 : x > y ? 1 : 0);
    }),
  );
});
