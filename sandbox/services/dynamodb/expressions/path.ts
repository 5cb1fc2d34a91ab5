import { attribute, type Item, type Value } from '../values/value.ts';
import { RESERVED_WORDS } from './reserved-words.ts';
import type { Scope } from './scope.ts';
import { type Cursor, wrong } from './tokens.ts';

/** Attribute names and list indexes, from the outside in. */
export type Path = readonly (string | number)[];

export function parsePath(at: Cursor, scope: Scope): Path {
  const path: Array<string | number> = [parseName(at, scope)];
  for (;;) {
    if (at.accept('.')) path.push(parseName(at, scope));
    else if (at.accept('[')) path.push(parseIndex(at));
    else return path;
  }
}

/** The value that a path leads to in an item. */
export function follow(item: Item, path: Path): Value | undefined {
  let value: Value | undefined = { M: item };
  for (const step of path) {
    if (value === undefined) return undefined;
    if (typeof step === 'string') value = 'M' in value ? attribute(value.M, step) : undefined;
    else value = 'L' in value ? value.L[step] : undefined;
  }
  return value;
}

/** No path may lead into another, or take the same value for a map and a list. */
export function refuseOverlaps(paths: readonly Path[], what: string): void {
  paths.forEach((two, at) => {
    for (const one of paths.slice(0, at)) {
      const problem = problemBetween(one, two);
      if (problem) {
        throw wrong(
          what,
          `Two document paths ${problem} with each other; must remove or rewrite one of these paths; path one: ${printPath(one)}, path two: ${printPath(two)}`,
        );
      }
    }
  });
}

export function printPath(path: Path): string {
  return `[${path.map((step) => (typeof step === 'number' ? `[${step}]` : step)).join(', ')}]`;
}

function parseName(at: Cursor, scope: Scope): string {
  const token = at.peek();
  if (token.kind === 'name') return scope.name(at.next().text, at.what);
  if (token.kind !== 'word') throw at.fail();
  if (RESERVED_WORDS.has(token.text.toUpperCase())) {
    throw wrong(at.what, `Attribute name is a reserved keyword; reserved keyword: ${token.text}`);
  }
  return at.next().text;
}

function parseIndex(at: Cursor): number {
  if (at.peek().kind !== 'number') throw at.fail();
  const index = Number(at.next().text);
  at.expect(']');
  return index;
}

function problemBetween(one: Path, two: Path): 'overlap' | 'conflict' | undefined {
  for (let step = 0; step < Math.min(one.length, two.length); step++) {
    if (typeof one[step] !== typeof two[step]) return 'conflict';
    if (one[step] !== two[step]) return undefined;
  }
  return 'overlap';
}
