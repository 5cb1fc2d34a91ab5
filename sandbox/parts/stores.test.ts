import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { memoryStore } from '#sandbox/core/memory-store.ts';
import type { Range, Store, StoreValue } from '#sandbox/core/store.ts';
import { openSqliteStore } from './sqlite-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stores-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const kinds = [
  { name: 'memory', open: () => memoryStore() },
  { name: 'sqlite', open: () => sqlite(folder) },
];

function sqlite(at: string): Store {
  const opened = openSqliteStore(at);
  if ('problem' in opened) throw new Error(opened.problem.detail);
  return opened.store;
}

/** What every store must do, whatever it is made of. */
describe.each(kinds)('the $name store', ({ open }) => {
  let store: Store;
  beforeEach(() => {
    store = open();
  });
  afterEach(() => store.close());

  test('gives back text and bytes as they were put, and the last of two', () => {
    store.put('text', '{"a":"日本"}');
    store.put('bytes', new Uint8Array([0, 255, 1]));
    store.put('none', new Uint8Array());
    store.put('text', '2');
    expect(store.get('text')).toBe('2');
    expect([...(store.get('bytes') as Uint8Array)]).toEqual([0, 255, 1]);
    expect((store.get('none') as Uint8Array).length).toBe(0);
    expect(store.get('absent')).toBeUndefined();
  });

  test('tells whether there was something to delete', () => {
    store.put('a', '1');
    expect([store.delete('a'), store.delete('a'), store.get('a')]).toEqual([true, false, undefined]);
  });

  test('lists in the order of keys, within a prefix, beyond a key, forwards and backwards', () => {
    for (const key of ['b/2', 'a/1', 'b/10', 'b/1', 'c', 'b']) store.put(key, key);
    const keys = (range: Range) => store.list(range).map(([key]) => key);
    expect(keys({})).toEqual(['a/1', 'b', 'b/1', 'b/10', 'b/2', 'c']);
    expect(keys({ prefix: 'b/' })).toEqual(['b/1', 'b/10', 'b/2']);
    expect(keys({ prefix: 'b/', after: 'b/1', limit: 1 })).toEqual(['b/10']);
    expect(keys({ prefix: 'b/', after: 'b/15' })).toEqual(['b/2']);
    expect(keys({ prefix: 'b/', reverse: true, limit: 2 })).toEqual(['b/2', 'b/10']);
    expect(keys({ prefix: 'b/', after: 'b/2', reverse: true })).toEqual(['b/10', 'b/1']);
    expect(keys({ prefix: 'b/', limit: 0 })).toEqual([]);
    expect(store.count('b/')).toBe(3);
  });

  test('keeps all writes of a piece of work or none', () => {
    store.put('kept', 'before');
    store.put('gone', 'before');
    const work = () =>
      store.atomic(() => {
        store.put('kept', 'after');
        store.put('new', 'after');
        store.delete('gone');
        throw new Error('no');
      });
    expect(work).toThrow('no');
    expect(store.list({})).toEqual([
      ['gone', 'before'],
      ['kept', 'before'],
    ]);
    store.atomic(() => store.put('new', 'x'));
    expect(store.atomic(() => store.get('new'))).toBe('x');
  });

  test('work inside of work belongs to the outer one', () => {
    const outer = () =>
      store.atomic(() => {
        store.atomic(() => store.put('inner', '1'));
        throw new Error('outer');
      });
    expect(outer).toThrow('outer');
    expect(store.get('inner')).toBeUndefined();
    store.put('still', 'usable');
    expect(store.get('still')).toBe('usable');
  });
});

type Step =
  | { kind: 'put'; key: string; value: StoreValue }
  | { kind: 'delete'; key: string }
  | { kind: 'list'; range: Range }
  | { kind: 'count'; prefix: string }
  | { kind: 'atomic'; steps: Step[]; fails: boolean };

const key = fc.string({
  unit: fc.constantFrom('a', 'b', '/', '~', '%', ' ', 'A'),
  minLength: 1,
  maxLength: 4,
});
const value = fc.oneof(fc.string(), fc.uint8Array({ maxLength: 8 }));
const range = fc.record(
  { prefix: key, after: key, limit: fc.nat(6), reverse: fc.boolean() },
  { requiredKeys: [] },
) as fc.Arbitrary<Range>;
const simple: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), key, value }),
  fc.record({ kind: fc.constant('delete' as const), key }),
  fc.record({ kind: fc.constant('list' as const), range }),
  fc.record({ kind: fc.constant('count' as const), prefix: key }),
);
const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: simple },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('atomic' as const),
        steps: fc.array(simple, { maxLength: 5 }),
        fails: fc.boolean(),
      }),
    },
  ),
  { maxLength: 40 },
);

/** What a step answers; bytes as plain numbers, so that Node's own kinds of arrays do not matter. */
function run(store: Store, step: Step): unknown {
  const plain = (held: StoreValue | undefined) => (held instanceof Uint8Array ? [...held] : held);
  if (step.kind === 'put') return store.put(step.key, step.value);
  if (step.kind === 'delete') return store.delete(step.key);
  if (step.kind === 'count') return store.count(step.prefix);
  if (step.kind === 'list') return store.list(step.range).map(([found, held]) => [found, plain(held)]);
  try {
    return store.atomic(() => {
      const answers = step.steps.map((one) => run(store, one));
      if (step.fails) throw new Error('undone');
      return answers;
    });
  } catch {
    return 'undone';
  }
}

test('both stores answer any sequence of steps alike, and hold the same after it', () => {
  const disk = sqlite(folder);
  fc.assert(
    fc.property(steps, (sequence) => {
      for (const [found] of disk.list({})) disk.delete(found);
      const memory = memoryStore();
      for (const step of [...sequence, { kind: 'list', range: {} } as const]) {
        expect(run(disk, step)).toEqual(run(memory, step));
      }
    }),
    { numRuns: 200 },
  );
  disk.close();
});

test('a listing is what a plain filter and sort would give', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(key),
      range,
      (keys, { prefix = '', after, limit = Infinity, reverse = false }) => {
        const store = memoryStore();
        for (const one of keys) store.put(one, one);
        const sorted = keys.filter((one) => one.startsWith(prefix)).sort((a, b) => (a < b ? -1 : 1));
        if (reverse) sorted.reverse();
        const rest = sorted.filter((one) => after === undefined || (reverse ? one < after : one > after));
        const asked = { prefix, limit, reverse, ...(after === undefined ? {} : { after }) };
        expect(store.list(asked).map(([one]) => one)).toEqual(rest.slice(0, limit));
      },
    ),
  );
});
