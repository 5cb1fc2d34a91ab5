import type { Matches } from './filter-pattern.ts';
import { invalidPattern } from './invalid-pattern.ts';
import { type Token, tokens } from './json-tokens.ts';
import { comparison, type Test } from './test-value.ts';

type Condition = (document: unknown) => boolean;

/** `{ $.level = "ERROR" && ($.ms > 300 || $.code = 5*) }`; a message that is no JSON matches nothing. */
export function jsonPattern(pattern: string): Matches {
  if (!pattern.endsWith('}')) throw invalidPattern();
  const read = reader(tokens(pattern.slice(1, -1)));
  const condition = either(read);
  if (read.peek()) throw invalidPattern();
  return (message) => {
    const document = parsed(message);
    return document !== undefined && condition(document);
  };
}

interface Reader {
  peek(): Token | undefined;
  next(): Token;
  /** Takes the token if it is this one. */
  takes(text: string): boolean;
}

function either(read: Reader): Condition {
  const parts = [both(read)];
  while (read.takes('||')) parts.push(both(read));
  return (document) => parts.some((part) => part(document));
}

function both(read: Reader): Condition {
  const parts = [one(read)];
  while (read.takes('&&')) parts.push(one(read));
  return (document) => parts.every((part) => part(document));
}

function one(read: Reader): Condition {
  if (read.takes('(')) {
    const inner = either(read);
    if (!read.takes(')')) throw invalidPattern();
    return inner;
  }
  const selector = read.next();
  if (selector.kind !== 'selector') throw invalidPattern();
  const test = testOf(read);
  return (document) => test(valueAt(document, selector.path));
}

function testOf(read: Reader): Test {
  if (read.takes('IS')) {
    const word = read.next().text.toUpperCase();
    if (word === 'NULL') return (value) => value === null;
    if (word === 'TRUE') return (value) => value === true;
    if (word === 'FALSE') return (value) => value === false;
    throw invalidPattern();
  }
  if (read.takes('NOT')) {
    if (!read.takes('EXISTS')) throw invalidPattern();
    return (value) => value === undefined;
  }
  const operator = read.next();
  if (operator.kind !== 'operator') throw invalidPattern();
  return comparison(operator.text, read.next());
}

function valueAt(document: unknown, path: Array<string | number>): unknown {
  return path.reduce<unknown>((value, part) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return Object.hasOwn(value, part) ? (value as Record<string | number, unknown>)[part] : undefined;
  }, document);
}

function parsed(message: string): unknown {
  if (!/^\s*[[{]/.test(message)) return undefined;
  try {
    return JSON.parse(message);
  } catch {
    return undefined;
  }
}

function reader(all: Token[]): Reader {
  let at = 0;
  return {
    peek: () => all[at],
    next() {
      const token = all[at];
      if (!token) throw invalidPattern();
      at += 1;
      return token;
    },
    takes(text) {
      const token = all[at];
      if (!token || token.kind === 'string' || token.text.toUpperCase() !== text) return false;
      at += 1;
      return true;
    },
  };
}
