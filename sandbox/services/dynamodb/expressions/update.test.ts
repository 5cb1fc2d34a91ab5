import { expect, test } from 'vitest';
import type { Item } from '../values/value.ts';
import { applyUpdate } from './apply-update.ts';
import { openScope } from './scope.ts';
import { parseUpdate } from './update.ts';

const VALUES = { ':n': { N: '2' }, ':s': { S: 'x' }, ':l': { L: [{ S: 'y' }] }, ':ss': { SS: ['b', 'c'] } };
const BEFORE: Item = {
  n: { N: '40' },
  l: { L: [{ S: 'a' }, { S: 'b' }, { S: 'c' }] },
  m: { M: { inside: { N: '1' } } },
  ss: { SS: ['a', 'b'] },
};

function update(source: string, before: Item = BEFORE): Item {
  const scope = openScope({ ExpressionAttributeValues: VALUES }, { UpdateExpression: source }, [
    'UpdateExpression',
  ]);
  return applyUpdate(parseUpdate(source, scope), before);
}

test.each([
  ['SET n = n + :n', 'n', { N: '42' }],
  ['SET n = :n - n', 'n', { N: '-38' }],
  ['SET fresh = if_not_exists(fresh, :n)', 'fresh', { N: '2' }],
  ['SET n = if_not_exists(n, :n)', 'n', { N: '40' }],
  ['SET l = list_append(l, :l)', 'l', { L: [{ S: 'a' }, { S: 'b' }, { S: 'c' }, { S: 'y' }] }],
  ['SET l[9] = :s', 'l', { L: [{ S: 'a' }, { S: 'b' }, { S: 'c' }, { S: 'x' }] }],
  ['REMOVE l[0], l[2]', 'l', { L: [{ S: 'b' }] }],
  ['SET m.inside = m.inside + :n', 'm', { M: { inside: { N: '3' } } }],
  ['ADD ss :ss', 'ss', { SS: ['a', 'b', 'c'] }],
  ['ADD fresh :n', 'fresh', { N: '2' }],
  ['DELETE ss :ss', 'ss', { SS: ['a'] }],
])('%s', (source, name, after) => {
  expect(update(source)[name]).toEqual(after);
});

test('operands are read before anything is written', () => {
  expect(update('SET n = :n, copied = n')).toMatchObject({ n: { N: '2' }, copied: { N: '40' } });
});

test('a set whose last element goes is gone', () => {
  expect(update('DELETE ss :ss', { ss: { SS: ['b'] } })).toEqual({});
});

test('the item given is left as it was', () => {
  const before = structuredClone(BEFORE);
  update('SET m.inside = :n REMOVE l[0]');
  expect(BEFORE).toEqual(before);
});

test.each([
  ['SET a.b = :n', 'The document path provided in the update expression is invalid for update'],
  ['SET a = b', 'The provided expression refers to an attribute that does not exist in the item'],
  ['SET a = l + :n', 'An operand in the update expression has an incorrect data type'],
  [
    'SET a = :n SET b = :n',
    'Invalid UpdateExpression: The "SET" section can only be used once in an update expression;',
  ],
  [
    'SET a = :n, a.b = :n',
    'Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, b]',
  ],
  [
    'ADD a :s',
    'Invalid UpdateExpression: Incorrect operand type for operator or function; operator: ADD, operand type: STRING, typeSet: ALLOWED_FOR_ADD_OPERAND',
  ],
  [
    'SET a = contains(a, :s)',
    'Invalid UpdateExpression: The function is not allowed in an update expression; function: contains',
  ],
])('%s is refused as AWS refuses it', (source, message) => {
  expect(() => update(source)).toThrow(message);
});
