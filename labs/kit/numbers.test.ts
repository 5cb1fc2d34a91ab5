import { expect, test } from 'vitest';
import { numberIn, numbersIn, usdIn } from './numbers.ts';

test.each([
  ['en', '1,000.5', '0.57', '< 0.01', '1,234.00', '0.00'],
  ['ja', '1,000.5', '0.57', '< 0.01', '1,234.00', '0.00'],
  ['vi', '1.000,5', '0,57', '< 0,01', '1.234,00', '0,00'],
] as const)('numbers are written as people write them, in %s', (locale, number, ...amounts) => {
  expect(numberIn(locale, 1000.5)).toBe(number);
  expect([0.5694, 0.004, 1234, 0].map((usd) => usdIn(locale, usd))).toEqual(amounts);
});

test('the values of a sentence keep their names', () => {
  expect(numbersIn('vi', { all: 1000, finished: 7 })).toEqual({ all: '1.000', finished: '7' });
});
