import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TemplateError } from './cursor.ts';
import { parsePattern } from './regex-parse.ts';
import { renderTemplate } from './render.ts';

const fragments = [
  ...[
    '#set(',
    '#if(',
    '#elseif(',
    '#else',
    '#end',
    '#foreach($i in ',
    '#macro(m $a)',
    '#m(',
    '#define($d)',
    '#{end}',
  ],
  ...[
    '#break',
    '#stop',
    '##',
    '#*',
    '*#',
    '#[[',
    ']]#',
    '#@m()',
    '$i',
    '$d',
    '$!{x',
    '$x.y',
    '$input',
    '$util',
    '$context',
  ],
  ...[
    ".json('$')",
    ".path('$.a[*]')",
    '.params()',
    '.body',
    '.put(',
    '.get(',
    '.size()',
    '.split(',
    '.replaceAll(',
    ".matches('(a*)*b')",
  ],
  ...[
    '[1..9]',
    '[',
    ']',
    '{',
    '}',
    '(',
    ')',
    "'",
    '"',
    '=',
    '==',
    '+',
    '/',
    '&&',
    '!',
    '.',
    ',',
    ':',
    '\\',
    '\n',
    ' ',
    '0',
    '42',
    'true',
    'a',
  ],
];

const template = fc
  .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...fragments) }, fc.string({ maxLength: 3 })), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''));

test('any text renders or is refused as a template, and soon', () => {
  fc.assert(
    fc.property(template, fc.option(fc.json(), { nil: undefined }), (source, body) => {
      const start = performance.now();
      try {
        const rendered = renderTemplate(source, body === undefined ? {} : { body });
        expect(typeof rendered.text).toBe('string');
        expect(rendered.overrides).toHaveProperty('requestOverride');
      } catch (error) {
        expect(error).toBeInstanceOf(TemplateError);
      }
      expect(performance.now() - start).toBeLessThan(3000);
    }),
    { numRuns: 2000 },
  );
});

test('text without $, # and backslash comes out as it went in', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const plain = text.replace(/[$#\\]/g, '');
      expect(renderTemplate(plain, {}).text).toBe(plain);
    }),
  );
});

/** Patterns that mean the same in Java and here, so that the engine of the platform can be the judge. */
const pattern = fc
  .array(
    fc.constantFrom(
      'a',
      'b',
      '.',
      '[ab]',
      '[^a]',
      '\\d',
      '(a|b)',
      '(?:ab)',
      '(b)',
      'a*',
      'b+?',
      'a?',
      '(ab)*',
      '(a|ab)+',
      'b{1,2}',
      '.+?',
      '[^1]{1,3}?',
      '(?:a|b)*?',
      '^',
      '$',
      '\\b',
      '(?=b)',
    ),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''));

test('patterns replace as the platform replaces', () => {
  fc.assert(
    fc.property(
      pattern,
      fc.string({ unit: fc.constantFrom('a', 'b', '1', ' '), maxLength: 8 }),
      (source, text) => {
        expect(parsePattern(source).pattern).toBeDefined();
        const { text: ours } = renderTemplate(`$input.body.replaceAll("$stageVariables.p", '<$0>')`, {
          body: `${text}.`,
          stageVariables: { p: source },
        });
        expect(ours).toBe(`${text}.`.replace(new RegExp(source, 'g'), '<$&>'));
      },
    ),
    { numRuns: 1000 },
  );
});

test.each([
  ['^a{1,2}?b', 'aaab', 'aaab'],
  ['^a{1,3}?b', 'aaab', '<aaab>'],
  ['a[^1]+?b', 'aaaa', 'aaaa'],
])('the lazy pattern %s makes %s into %s', (source, body, expected) => {
  expect(renderTemplate(`$input.body.replaceAll('${source}', '<$0>')`, { body }).text).toBe(expected);
});
