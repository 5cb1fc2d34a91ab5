import { describe, expect, test } from 'vitest';
import { contextValues } from '../context.ts';
import { conditionHolds } from './conditions.ts';

describe('condition operators', () => {
  test.each([
    ['StringEquals', 'a', 'a', true],
    ['StringEquals', 'a*', 'ab', false],
    ['StringLike', 'a*', 'ab', true],
    ['StringLike', 'A*', 'ab', false],
    ['StringEqualsIgnoreCase', 'AB', 'ab', true],
    ['StringNotEquals', 'a', 'b', true],
    ['StringNotLike', 'a*', 'ab', false],
    ['NumericEquals', '10', '10.0', true],
    ['NumericLessThan', '10', '9', true],
    ['NumericLessThan', '10', 'nine', false],
    ['NumericGreaterThanEquals', '10', '10', true],
    ['DateLessThan', '2027-01-01T00:00:00Z', '2026-11-20T22:00:00.000Z', true],
    ['DateGreaterThan', '2027-01-01', '1900000000', true],
    ['Bool', 'true', 'TRUE', true],
    ['Bool', 'true', 'false', false],
    ['BinaryEquals', 'QmluYXJ5', 'QmluYXJ5', true],
    ['IpAddress', '10.0.0.0/8', '10.1.2.3', true],
    ['IpAddress', '10.0.0.0/8', '11.1.2.3', false],
    ['IpAddress', '2001:db8::/32', '2001:db8:1::7', true],
    ['NotIpAddress', '10.0.0.1', '10.0.0.1', false],
    [
      'ArnLike',
      'arn:aws:execute-api:*:*:api/*/GET/translate',
      'arn:aws:execute-api:us-east-1:1:api/dev/GET/translate',
      true,
    ],
    ['ArnEquals', 'arn:aws:iam::1:policy/course-*', 'arn:aws:iam::1:policy/course-x', true],
    ['ArnLike', 'arn:aws:s3:*', 'arn:aws:s3:::bucket', false],
    ['ArnNotLike', 'arn:aws:iam::1:*', 'arn:aws:iam::1:role/r', false],
    ['NoSuchOperator', 'a', 'a', false],
  ])('%s %s of %s: %s', (operator, wanted, given, expected) => {
    expect(holds(operator, [wanted], { 'x:Key': given })).toBe(expected);
  });

  test('keys are compared whatever their case', () => {
    expect(
      conditionHolds(
        { operator: 'StringEquals', key: 'AWS:sourceARN', values: ['a'] },
        V,
        contextValues({ 'aws:SourceArn': 'a' }),
      ),
    ).toBe(true);
  });

  test('a key without a value holds for negated operators and IfExists only', () => {
    expect(holds('StringEquals', ['a'], {})).toBe(false);
    expect(holds('StringNotEquals', ['a'], {})).toBe(true);
    expect(holds('StringEqualsIfExists', ['a'], {})).toBe(true);
    expect(holds('StringEqualsIfExists', ['a'], { 'x:Key': 'b' })).toBe(false);
    expect(holds('Null', ['true'], {})).toBe(true);
    expect(holds('Null', ['false'], {})).toBe(false);
    expect(holds('Null', ['false'], { 'x:Key': 'b' })).toBe(true);
  });

  test('several values in the policy: one must match, or none for a negated operator', () => {
    expect(holds('StringEquals', ['a', 'b'], { 'x:Key': 'b' })).toBe(true);
    expect(holds('StringNotEquals', ['a', 'b'], { 'x:Key': 'b' })).toBe(false);
  });

  test('several values in the request: for all, for any', () => {
    const given = { 'x:Key': ['a', 'b'] };
    expect(holds('ForAllValues:StringEquals', ['a'], given)).toBe(false);
    expect(holds('ForAllValues:StringEquals', ['a', 'b', 'c'], given)).toBe(true);
    expect(holds('ForAnyValue:StringEquals', ['b'], given)).toBe(true);
    expect(holds('ForAllValues:StringEquals', ['a'], {})).toBe(true);
    expect(holds('ForAnyValue:StringEquals', ['a'], {})).toBe(false);
    expect(holds('ForAnyValue:StringNotEquals', ['a'], given)).toBe(true);
  });

  test('policy variables are filled in, and mean themselves', () => {
    const given = { 'aws:username': 'a*', 'x:Key': 'a*' };
    // biome-ignore-start lint/suspicious/noTemplateCurlyInString: this is how policies write variables
    expect(holds('StringLike', ['${aws:username}'], given)).toBe(true);
    expect(holds('StringLike', ['${aws:username}'], { ...given, 'x:Key': 'ab' })).toBe(false);
    expect(holds('StringEquals', ['${aws:Nobody}'], given)).toBe(false);
    expect(holds('StringEquals', ["${aws:Nobody, 'a*'}"], given)).toBe(true);
    expect(holds('StringLike', ['a${*}'], given)).toBe(true);
    expect(holds('StringLike', ['a${*}'], { 'x:Key': 'ab' })).toBe(false);
    // biome-ignore-end lint/suspicious/noTemplateCurlyInString: this is how policies write variables
  });
});

const V = '2012-10-17';

function holds(operator: string, values: string[], given: Record<string, string | string[]>): boolean {
  return conditionHolds({ operator, key: 'x:Key', values }, V, contextValues(given));
}
