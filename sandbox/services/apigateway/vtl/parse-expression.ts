import type { BinaryOperator, Expression } from './ast.ts';
import { broken, type Cursor, expectText, nested, skipSpace, take, takeText } from './cursor.ts';
import { parseNodes } from './parse.ts';
import { parseReference } from './parse-reference.ts';

/** Operators by how tightly they bind, the loosest first, each with its word forms. */
const levels: ReadonlyArray<{ pattern: RegExp; operators: Record<string, BinaryOperator> }> = [
  { pattern: /\|\||or\b/, operators: { '||': 'or', or: 'or' } },
  { pattern: /&&|and\b/, operators: { '&&': 'and', and: 'and' } },
  { pattern: /==|!=|eq\b|ne\b/, operators: { '==': '==', '!=': '!=', eq: '==', ne: '!=' } },
  {
    pattern: /<=|>=|<|>|lt\b|le\b|gt\b|ge\b/,
    operators: { '<=': '<=', '>=': '>=', '<': '<', '>': '>', lt: '<', le: '<=', gt: '>', ge: '>=' },
  },
  { pattern: /[+-]/, operators: { '+': '+', '-': '-' } },
  { pattern: /[*/%]/, operators: { '*': '*', '/': '/', '%': '%' } },
];

export function parseExpression(cursor: Cursor): Expression {
  return nested(cursor, () => parseLevel(cursor, 0));
}

function parseLevel(cursor: Cursor, level: number): Expression {
  const rule = levels[level];
  if (!rule) return parseUnary(cursor);
  let left = parseLevel(cursor, level + 1);
  for (;;) {
    skipSpace(cursor);
    const found = take(cursor, rule.pattern);
    if (found === undefined) return left;
    const operator = rule.operators[found] as BinaryOperator;
    left = { kind: 'binary', operator, left, right: parseLevel(cursor, level + 1) };
  }
}

function parseUnary(cursor: Cursor): Expression {
  skipSpace(cursor);
  if (take(cursor, /!|not\b/)) return { kind: 'not', operand: nested(cursor, () => parseUnary(cursor)) };
  if (takeText(cursor, '-')) return { kind: 'negative', operand: nested(cursor, () => parseUnary(cursor)) };
  return parsePrimary(cursor);
}

function parsePrimary(cursor: Cursor): Expression {
  const number = take(cursor, /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/);
  if (number !== undefined) return { kind: 'literal', value: Number(number) };
  const word = take(cursor, /(?:true|false)\b/);
  if (word !== undefined) return { kind: 'literal', value: word === 'true' };
  const reference = parseReference(cursor);
  if (reference) return { kind: 'reference', reference };
  const here = cursor.source[cursor.at];
  if (here === "'") return { kind: 'literal', value: quoted(cursor, "'") };
  if (here === '"') return interpolated(cursor);
  if (here === '[') return listOrRange(cursor);
  if (here === '{') return map(cursor);
  if (here !== '(')
    throw broken(cursor, `Expected a value but found ${here === undefined ? 'the end' : `'${here}'`}`);
  cursor.at += 1;
  const inner = parseExpression(cursor);
  expectText(cursor, ')');
  return inner;
}

/** Velocity knows no backslash escapes in strings: a doubled quote stands for one. */
function quoted(cursor: Cursor, quote: string): string {
  let text = '';
  cursor.at += 1;
  for (;;) {
    const end = cursor.source.indexOf(quote, cursor.at);
    if (end < 0) throw broken(cursor, 'A string without its closing quote');
    text += cursor.source.slice(cursor.at, end);
    cursor.at = end + 1;
    if (!takeText(cursor, quote)) return text;
    text += quote;
  }
}

function interpolated(cursor: Cursor): Expression {
  const text = quoted(cursor, '"');
  if (!/[$#\\]/.test(text)) return { kind: 'literal', value: text };
  const inner: Cursor = { source: text, at: 0, macros: cursor.macros, depth: cursor.depth };
  return { kind: 'interpolated', nodes: nested(inner, () => parseNodes(inner, () => false)) };
}

function listOrRange(cursor: Cursor): Expression {
  cursor.at += 1;
  const items: Expression[] = [];
  skipSpace(cursor);
  if (takeText(cursor, ']')) return { kind: 'list', items };
  for (;;) {
    const item = parseExpression(cursor);
    skipSpace(cursor);
    if (items.length === 0 && takeText(cursor, '..')) {
      const to = parseExpression(cursor);
      expectText(cursor, ']');
      return { kind: 'range', from: item, to };
    }
    items.push(item);
    if (takeText(cursor, ',')) continue;
    expectText(cursor, ']');
    return { kind: 'list', items };
  }
}

function map(cursor: Cursor): Expression {
  cursor.at += 1;
  const entries: Array<readonly [Expression, Expression]> = [];
  skipSpace(cursor);
  if (takeText(cursor, '}')) return { kind: 'map', entries };
  for (;;) {
    const key = parseExpression(cursor);
    expectText(cursor, ':');
    entries.push([key, parseExpression(cursor)]);
    skipSpace(cursor);
    if (takeText(cursor, ',')) continue;
    expectText(cursor, '}');
    return { kind: 'map', entries };
  }
}
