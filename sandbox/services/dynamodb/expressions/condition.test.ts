import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AwsError } from '#sandbox/core/errors.ts';
import { type Condition, parseCondition } from './condition.ts';
import { holds } from './evaluate.ts';
import { parseProjection } from './projection.ts';
import { openScope } from './scope.ts';
import { parseUpdate } from './update.ts';

const VALUES = { ':n': { N: '5' }, ':s': { S: 'abc' }, ':low': { N: '1' }, ':type': { S: 'N' } };

function scope(names?: Record<string, string>) {
  const text = 'given';
  return openScope(
    { ExpressionAttributeValues: VALUES, ...(names && { ExpressionAttributeNames: names }) },
    { text },
    ['text'],
  );
}

function parse(source: string, names?: Record<string, string>): Condition {
  return parseCondition(source, 'FilterExpression', scope(names));
}

const ITEM = { a: { N: '5' }, s: { S: 'abcdef' }, l: { L: [{ S: 'abc' }] }, m: { M: { deep: { N: '7' } } } };

test.each([
  ['a = :n', true],
  ['a <> :n', false],
  ['nowhere <> :n', true],
  ['nowhere = :n', false],
  ['nowhere < :n', false],
  ['a BETWEEN :low AND :n', true],
  ['a in (:low, :n)', true],
  ['m.deep > :n', true],
  ['begins_with(s, :s) and contains(l, :s)', true],
  ['size(s) > :n', true],
  ['size(l) = :low', true],
  ['attribute_type(a, :type)', true],
  ['NOT a = :n OR attribute_exists(l[0])', true],
  ['attribute_exists(l[1])', false],
  ['not attribute_not_exists(a) and s = :s', false],
])('%s is %s', (source, expected) => {
  expect(holds(parse(source), ITEM)).toBe(expected);
});

test('and binds tighter than or', () => {
  expect(holds(parse('a = :n or a = :n and a = :low'), ITEM)).toBe(true);
});

test.each([
  ['timestamp = :n', 'Attribute name is a reserved keyword; reserved keyword: timestamp'],
  ['a = :n and', 'Syntax error; token: "<EOF>", near: "and"'],
  ['a = = :n', 'Syntax error; token: "=", near: "= = :n"'],
  ['', 'The expression can not be empty;'],
  ['((a = :n))', 'The expression has redundant parentheses;'],
  ['nope(a)', 'Invalid function name; function: nope'],
  ['#x = :n', 'An expression attribute name used in the document path is not defined; attribute name: #x'],
  ['a = :x', 'An expression attribute value used in expression is not defined; attribute value: :x'],
  ['a = size(size(a))', 'The function is not allowed to be used this way in an expression; function: size'],
  [
    'begins_with(a, :n)',
    'Incorrect operand type for operator or function; operator or function: begins_with, operand type: N',
  ],
  [
    'attribute_exists(a, a)',
    'Incorrect number of operands for operator or function; operator or function: attribute_exists, number of operands: 2',
  ],
  [
    'a BETWEEN :n AND :low',
    'The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:5}, upper bound operand: AttributeValue: {N:1}',
  ],
])('%j is refused as AWS refuses it', (source, message) => {
  expect(() => parse(source)).toThrow(`Invalid FilterExpression: ${message}`);
});

test('a reserved word is fine behind a placeholder', () => {
  expect(holds(parse('#ts = :n', { '#ts': 'a' }), ITEM)).toBe(true);
});

test('what was given and not used is refused', () => {
  const all = scope({ '#unused': 'a' });
  parseCondition('a = :n', 'FilterExpression', all);
  expect(() => all.close()).toThrow(
    'Value provided in ExpressionAttributeNames unused in expressions: keys: {#unused}',
  );
});

const pieces = fc.constantFrom(
  ...[
    'a',
    'b.c',
    'l[0]',
    ':n',
    ':s',
    '#x',
    '(',
    ')',
    'AND',
    'OR',
    'NOT',
    'BETWEEN',
    'IN',
    ',',
    '=',
    '<>',
    '<=',
  ],
  ...['size', 'contains', 'SET', 'REMOVE', 'ADD', 'if_not_exists', '+', '-', '[', ']', '.', '!', '9'],
);

test('no text makes a parser hang or fail with anything but an error of AWS', () => {
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((all) => all.join(' ')),
    fc.string({ maxLength: 200 }),
    fc.integer({ min: 1, max: 4000 }).map((depth) => `${'('.repeat(depth)}a = :n`),
    fc.integer({ min: 1, max: 1000 }).map((depth) => `${'NOT '.repeat(depth)}a = :n`),
  );
  fc.assert(
    fc.property(texts, (text) => {
      for (const read of [
        () => parse(text, { '#x': 'x' }),
        () => parseUpdate(text, scope()),
        () => parseProjection(text, scope()),
      ]) {
        try {
          read();
        } catch (error) {
          expect(error).toBeInstanceOf(AwsError);
        }
      }
    }),
    { numRuns: 500 },
  );
});
