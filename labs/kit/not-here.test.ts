import { expect, test } from 'vitest';
import { texts as api } from './api.texts.ts';
import { texts as fn } from './function.texts.ts';
import { notHere } from './not-here.ts';
import { texts as table } from './table.texts.ts';
import { locales, sayIn } from './text.ts';

const look = { target: { kind: 'sandbox', account: '111122223333', region: 'eu-west-1' } } as const;
const missing = { call: 'x:Get', field: 'Name', name: 'wanted', similar: 'Wanted', other: undefined };

test.each([
  ['a function', fn],
  ['a table', table],
  ['an API', api],
])('what is said of %s that is not there has no gap in any language', (_, texts) => {
  for (const seen of [missing, { ...missing, similar: undefined }, { ...missing, other: 'us-east-1' }]) {
    const { messages, next } = notHere(look, { ...seen, texts });
    for (const said of [...messages, ...(next ? [next] : [])])
      for (const locale of locales) expect(sayIn(said, locale)).not.toMatch(/[{}]|undefined/);
  }
});

test('another region that has it is told before a name that is nearly right', () => {
  const { messages } = notHere(look, { ...missing, texts: fn, other: 'us-east-1' });
  expect(messages.map((said) => sayIn(said, 'en'))).toEqual([
    'There is no function wanted in eu-west-1, but there is one in us-east-1.',
  ]);
});
