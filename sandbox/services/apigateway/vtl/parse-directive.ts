import type { Branch, Expression, Node, Reference } from './ast.ts';
import { broken, type Cursor, expectText, identifier, nested, skipSpace, take, takeText } from './cursor.ts';
import { parseNodes } from './parse.ts';
import { parseExpression } from './parse-expression.ts';
import { parseReference } from './parse-reference.ts';

/** Reads what begins with `#`; a string is text as it is, `undefined` means that the `#` itself is text. */
export function parseDirective(cursor: Cursor): Node | string | undefined {
  if (takeText(cursor, '##')) {
    take(cursor, /[^\r\n]*(?:\r\n|\n|\r)?/);
    return '';
  }
  if (takeText(cursor, '#*')) {
    skipPast(cursor, '*#', 'comment');
    return '';
  }
  if (takeText(cursor, '#[[')) return skipPast(cursor, ']]#', 'literal text');
  const start = cursor.at;
  const head = take(cursor, /#(?:\{[A-Za-z]+\}|@?[A-Za-z_][A-Za-z0-9_-]*)/);
  if (head === undefined) return undefined;
  const name = head.replace(/[#{}]/g, '');
  const known = Object.hasOwn(directives, name) ? directives[name] : undefined;
  if (known) return nested(cursor, () => known(cursor));
  if (cursor.macros.has(name.replace('@', ''))) return nested(cursor, () => macroCall(cursor, name));
  cursor.at = start;
  return undefined;
}

const directives: Record<string, (cursor: Cursor) => Node> = {
  set: parseSet,
  if: parseIf,
  foreach: parseForeach,
  define: parseDefine,
  macro: parseMacro,
  break: (cursor) => ended(cursor, { kind: 'break' }),
  stop: (cursor) => ended(cursor, { kind: 'stop' }),
  else: misplaced,
  elseif: misplaced,
  end: misplaced,
};

function misplaced(cursor: Cursor): never {
  throw broken(cursor, 'An #else, #elseif or #end without the directive it belongs to');
}

function ended(cursor: Cursor, node: Node): Node {
  eatLineEnd(cursor);
  return node;
}

function parseSet(cursor: Cursor): Node {
  open(cursor);
  const target = referenceHere(cursor);
  expectText(cursor, '=');
  const value = parseExpression(cursor);
  close(cursor);
  return { kind: 'set', target, value };
}

function parseIf(cursor: Cursor): Node {
  const branches: Branch[] = [{ test: condition(cursor), body: [] }];
  for (;;) {
    const branch = branches.at(-1) as Branch;
    branch.body = parseNodes(cursor, () => atKeyword(cursor, nextBranch));
    const keyword = take(cursor, nextBranch)?.replace(/[#{}]/g, '');
    if (keyword === undefined) throw broken(cursor, 'An #if without its #end');
    if (keyword !== 'elseif') eatLineEnd(cursor);
    if (keyword === 'end') return { kind: 'if', branches };
    if (branch.test === undefined) throw broken(cursor, 'Nothing but #end may follow #else');
    branches.push(keyword === 'elseif' ? { test: condition(cursor), body: [] } : { body: [] });
  }
}

const nextBranch = /#(?:\{(?:elseif|else|end)\}|(?:elseif|else|end)\b)/;

function condition(cursor: Cursor): Expression {
  open(cursor);
  const test = parseExpression(cursor);
  close(cursor);
  return test;
}

function parseForeach(cursor: Cursor): Node {
  open(cursor);
  const { name } = referenceHere(cursor);
  skipSpace(cursor);
  if (!take(cursor, /in\b/)) throw broken(cursor, "Expected 'in' after the variable of #foreach");
  const over = parseExpression(cursor);
  close(cursor);
  return { kind: 'foreach', name, over, body: block(cursor, '#foreach') };
}

function parseDefine(cursor: Cursor): Node {
  open(cursor);
  const { name } = referenceHere(cursor);
  close(cursor);
  return { kind: 'define', name, body: block(cursor, '#define') };
}

function parseMacro(cursor: Cursor): Node {
  open(cursor);
  skipSpace(cursor);
  const name = take(cursor, identifier);
  if (name === undefined) throw broken(cursor, 'A #macro without a name');
  const parameters: string[] = [];
  while (skipCommas(cursor) !== ')') parameters.push(referenceHere(cursor).name);
  close(cursor);
  return { kind: 'macro', name, parameters, body: block(cursor, '#macro') };
}

function macroCall(cursor: Cursor, head: string): Node {
  open(cursor);
  const inputs: Expression[] = [];
  while (skipCommas(cursor) !== ')') inputs.push(parseExpression(cursor));
  close(cursor);
  if (!head.startsWith('@')) return { kind: 'call', name: head, inputs };
  return { kind: 'call', name: head.slice(1), inputs, body: block(cursor, `#${head}`) };
}

function skipCommas(cursor: Cursor): string | undefined {
  take(cursor, /[\s,]*/);
  if (cursor.at >= cursor.source.length) throw broken(cursor, "Expected ')' but found the end");
  return cursor.source[cursor.at];
}

const blockEnd = /#(?:\{end\}|end\b)/;

function block(cursor: Cursor, what: string): Node[] {
  const body = parseNodes(cursor, () => atKeyword(cursor, blockEnd));
  if (take(cursor, blockEnd) === undefined) throw broken(cursor, `${what} without its #end`);
  eatLineEnd(cursor);
  return body;
}

function atKeyword(cursor: Cursor, pattern: RegExp): boolean {
  const at = cursor.at;
  const found = take(cursor, pattern) !== undefined;
  cursor.at = at;
  return found;
}

function referenceHere(cursor: Cursor): Reference {
  skipSpace(cursor);
  const reference = parseReference(cursor);
  if (!reference) throw broken(cursor, 'Expected a $reference');
  return reference;
}

function open(cursor: Cursor): void {
  expectText(cursor, '(');
}

function close(cursor: Cursor): void {
  expectText(cursor, ')');
  eatLineEnd(cursor);
}

/** A directive that ends its line takes the line end with it. */
function eatLineEnd(cursor: Cursor): void {
  take(cursor, /[ \t]*(?:\r\n|\n|\r)/);
}

function skipPast(cursor: Cursor, end: string, what: string): string {
  const found = cursor.source.indexOf(end, cursor.at);
  if (found < 0) throw broken(cursor, `A ${what} without its '${end}'`);
  const text = cursor.source.slice(cursor.at, found);
  cursor.at = found + end.length;
  return text;
}
