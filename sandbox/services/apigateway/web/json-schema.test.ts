import { expect, test } from 'vitest';
import { violations } from './json-schema.ts';

const models: Record<string, unknown> = { Pet: { type: 'object', required: ['name'] } };
const fits = (value: unknown, schema: unknown) =>
  violations(value, schema, (name) => models[name]).length === 0;

test.each<[string, unknown, unknown[], unknown[]]>([
  ['types', { type: 'integer' }, [1, 1.0], [1.5, '1', null]],
  ['one of several types', { type: ['string', 'null'] }, ['a', null], [1]],
  ['enums', { enum: ['a', { b: 1 }] }, ['a', { b: 1 }], ['b']],
  [
    'lengths, in characters',
    { type: 'string', minLength: 2, maxLength: 3 },
    ['あい', '𠮷野家'],
    ['あ', 'abcd'],
  ],
  ['patterns', { pattern: '^a+$' }, ['aa', 7], ['b']],
  ['bounds', { minimum: 1, maximum: 3, exclusiveMaximum: true }, [1, 2.9], [0, 3]],
  ['multiples', { multipleOf: 5 }, [10], [12]],
  ['items', { items: { type: 'number' }, minItems: 1, uniqueItems: true }, [[1, 2]], [[], ['a'], [1, 1]]],
  ['required members', { required: ['a', 'b'] }, [{ a: 1, b: null }], [{ a: 1 }, { toString: 1 }]],
  [
    'members that are not named',
    { properties: { a: { type: 'string' } }, additionalProperties: false },
    [{ a: 'x' }, {}],
    [{ b: 1 }, { a: 1 }],
  ],
  [
    'combinations',
    { oneOf: [{ type: 'string' }, { type: 'number' }], not: { enum: [7] } },
    ['a', 8],
    [7, null],
  ],
  [
    'definitions',
    { definitions: { n: { type: 'number' } }, items: { $ref: '#/definitions/n' } },
    [[1]],
    [['a']],
  ],
  [
    'models by their address',
    { $ref: 'https://apigateway.amazonaws.com/restapis/abc/models/Pet' },
    [{ name: 'Pochi' }],
    [{}],
  ],
  ['a schema that refers to itself', { items: { $ref: '#' }, type: 'array' }, [[[], [[]]]], [[1]]],
])('%s', (_name, schema, good, bad) => {
  for (const value of good) expect([value, fits(value, schema)]).toEqual([value, true]);
  for (const value of bad) expect([value, fits(value, schema)]).toEqual([value, false]);
});
