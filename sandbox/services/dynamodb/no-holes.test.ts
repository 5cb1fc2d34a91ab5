import { expect, test } from 'vitest';
import { withoutHoles } from './no-holes.ts';

const handlers = withoutHoles({ echo: (input: object) => input });

test.each([
  [{ Item: { pk: null } }, 'item.pk'],
  [{ TransactItems: [{ Put: {} }, null] }, 'transactItems.2.member'],
  [
    { RequestItems: { history: { Keys: [{ pk: { L: [null] } }] } } },
    'requestItems.history.keys.1.member.pk.l.1.member',
  ],
])('null in a list or a map is refused where it stands (%#)', (input, path) => {
  expect(() => handlers.echo(input)).toThrow(
    `1 validation error detected: Value null at '${path}' failed to satisfy constraint: Member must not be null`,
  );
});

test('everything else goes through as it is', () => {
  const input = { Item: { b: { B: new Uint8Array([1]) } }, Limit: 1, none: undefined };
  expect(handlers.echo(input)).toBe(input);
});
