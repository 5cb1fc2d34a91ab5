import { order } from '../values/compare.ts';
import { typeOf, type Value } from '../values/value.ts';
import { checkOperands } from './operand-types.ts';
import { type Path, parsePath } from './path.ts';
import type { Scope } from './scope.ts';
import { type Cursor, cursor, wrong } from './tokens.ts';

export type Comparator = '=' | '<>' | '<' | '<=' | '>' | '>=';
export type Operand = { path: Path } | { value: Value } | { size: Operand };

export type Condition =
  | { is: 'and' | 'or'; left: Condition; right: Condition }
  | { is: 'not'; of: Condition }
  | { is: Comparator; left: Operand; right: Operand }
  | { is: 'between'; of: Operand; low: Operand; high: Operand }
  | { is: 'in'; of: Operand; among: Operand[] }
  | { is: FunctionName; args: Operand[] };

export type FunctionName = keyof typeof FUNCTIONS;

/** The functions that answer yes or no, and how many operands each takes. */
export const FUNCTIONS = {
  attribute_exists: 1,
  attribute_not_exists: 1,
  attribute_type: 2,
  begins_with: 2,
  contains: 2,
} as const;

const COMPARATORS = ['=', '<>', '<', '<=', '>', '>='] as const;
const MAX_DEPTH = 300;

export function parseCondition(source: string, what: string, scope: Scope): Condition {
  const at = cursor(source, what);
  const condition = parseOr({ at, scope, depth: 0, enclosed: new Set() });
  if (at.peek().kind !== 'end') throw at.fail();
  return condition;
}

interface State {
  at: Cursor;
  scope: Scope;
  depth: number;
  /** Conditions that stood in parentheses of their own. */
  enclosed: Set<Condition>;
}

function parseOr(state: State): Condition {
  let left = parseAnd(state);
  while (state.at.accept('OR')) left = { is: 'or', left, right: parseAnd(state) };
  return left;
}

function parseAnd(state: State): Condition {
  let left = parseNot(state);
  while (state.at.accept('AND')) left = { is: 'and', left, right: parseNot(state) };
  return left;
}

function parseNot(state: State): Condition {
  if (state.depth > MAX_DEPTH) {
    throw wrong(
      state.at.what,
      `The expression contains more than the maximum number of operators: ${MAX_DEPTH}`,
    );
  }
  const deeper = { ...state, depth: state.depth + 1 };
  if (state.at.accept('NOT')) return { is: 'not', of: parseNot(deeper) };
  if (!state.at.is('(')) return parseTest(state);
  state.at.next();
  const inner = parseOr(deeper);
  state.at.expect(')');
  if (state.enclosed.has(inner)) throw wrong(state.at.what, 'The expression has redundant parentheses;');
  state.enclosed.add(inner);
  return inner;
}

function parseTest(state: State): Condition {
  const { at } = state;
  const name = at.peek().text;
  if (at.peek().kind === 'word' && at.is('(', 1) && name !== 'size') return parseFunction(state, name);
  const left = parseOperand(state);
  if (at.accept('BETWEEN')) return parseBetween(state, left);
  if (at.accept('IN')) return { is: 'in', of: left, among: parseList(state) };
  const comparator = COMPARATORS.find((sign) => at.accept(sign));
  if (!comparator) throw at.fail();
  const right = parseOperand(state);
  checkOperands(at.what, comparator, [left, right]);
  return { is: comparator, left, right };
}

function parseBetween(state: State, of: Operand): Condition {
  const { at } = state;
  const low = parseOperand(state);
  at.expect('AND');
  const high = parseOperand(state);
  checkOperands(at.what, 'BETWEEN', [of, low, high]);
  if ('value' in low && 'value' in high) checkBounds(at.what, low.value, high.value);
  return { is: 'between', of, low, high };
}

function checkBounds(what: string, low: Value, high: Value): void {
  const bounds = `lower bound operand: AttributeValue: ${print(low)}, upper bound operand: AttributeValue: ${print(high)}`;
  if (typeOf(low) !== typeOf(high)) {
    throw wrong(what, `The BETWEEN operator requires same data type for lower and upper bounds; ${bounds}`);
  }
  if ((order(low, high) ?? 0) > 0) {
    throw wrong(
      what,
      `The BETWEEN operator requires upper bound to be greater than or equal to lower bound; ${bounds}`,
    );
  }
}

function print(value: Value): string {
  return `{${typeOf(value)}:${Object.values(value)[0]}}`;
}

function parseFunction(state: State, name: string): Condition {
  const { at } = state;
  if (!Object.hasOwn(FUNCTIONS, name)) {
    if (name === 'if_not_exists' || name === 'list_append') throw notHere(at.what, name);
    throw wrong(at.what, `Invalid function name; function: ${name}`);
  }
  const is = name as FunctionName;
  at.next();
  const args = parseList(state);
  if (args.length !== FUNCTIONS[is]) {
    throw wrong(
      at.what,
      `Incorrect number of operands for operator or function; operator or function: ${name}, number of operands: ${args.length}`,
    );
  }
  checkOperands(at.what, is, args);
  return { is, args };
}

function parseList(state: State): Operand[] {
  const list: Operand[] = [];
  state.at.expect('(');
  do list.push(parseOperand(state));
  while (state.at.accept(','));
  state.at.expect(')');
  return list;
}

function parseOperand(state: State): Operand {
  const { at, scope } = state;
  const token = at.peek();
  if (token.kind === 'value') return { value: scope.value(at.next().text, at.what) };
  if (token.kind === 'word' && at.is('(', 1)) {
    if (token.text !== 'size') {
      const known = Object.hasOwn(FUNCTIONS, token.text);
      throw known
        ? notHere(at.what, token.text)
        : wrong(at.what, `Invalid function name; function: ${token.text}`);
    }
    at.next();
    at.expect('(');
    const inner = parseOperand(state);
    if ('size' in inner) throw notHere(at.what, 'size');
    at.expect(')');
    return { size: inner };
  }
  return { path: parsePath(at, scope) };
}

function notHere(what: string, name: string) {
  return wrong(what, `The function is not allowed to be used this way in an expression; function: ${name}`);
}
