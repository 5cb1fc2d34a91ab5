import { typeOf, type Value } from '../values/value.ts';
import { type Path, parsePath, refuseOverlaps } from './path.ts';
import type { Scope } from './scope.ts';
import { type Cursor, cursor, wrong } from './tokens.ts';

export type Source =
  | { path: Path }
  | { value: Value }
  | { is: '+' | '-' | 'list_append'; left: Source; right: Source }
  | { is: 'if_not_exists'; path: Path; otherwise: Source };

export interface Update {
  set: Array<{ path: Path; to: Source }>;
  remove: Path[];
  add: Array<{ path: Path; value: Value }>;
  delete: Array<{ path: Path; value: Value }>;
}

const WHAT = 'UpdateExpression';
const SECTIONS = ['SET', 'REMOVE', 'ADD', 'DELETE'] as const;
const TYPE_NAMES: Record<string, string> = {
  S: 'STRING',
  N: 'NUMBER',
  B: 'BINARY',
  BOOL: 'BOOLEAN',
  NULL: 'NULL',
  L: 'LIST',
  M: 'MAP',
};

export function parseUpdate(source: string, scope: Scope): Update {
  const at = cursor(source, WHAT);
  const update: Update = { set: [], remove: [], add: [], delete: [] };
  const seen = new Set<string>();
  while (at.peek().kind !== 'end') {
    const section = SECTIONS.find((name) => at.accept(name));
    if (!section) throw at.fail();
    if (seen.has(section)) {
      throw wrong(WHAT, `The "${section}" section can only be used once in an update expression;`);
    }
    seen.add(section);
    do PARSE[section](at, scope, update);
    while (at.accept(','));
  }
  refuseOverlaps(pathsOf(update), WHAT);
  return update;
}

export function pathsOf(update: Update): Path[] {
  return [
    ...update.set.map(({ path }) => path),
    ...update.remove,
    ...update.add.map(({ path }) => path),
    ...update.delete.map(({ path }) => path),
  ];
}

const PARSE = {
  SET(at: Cursor, scope: Scope, update: Update) {
    const path = parsePath(at, scope);
    at.expect('=');
    update.set.push({ path, to: parseSum(at, scope) });
  },
  REMOVE(at: Cursor, scope: Scope, update: Update) {
    update.remove.push(parsePath(at, scope));
  },
  ADD(at: Cursor, scope: Scope, update: Update) {
    update.add.push(parseOperation(at, scope, 'ADD', ['N', 'SS', 'NS', 'BS']));
  },
  DELETE(at: Cursor, scope: Scope, update: Update) {
    update.delete.push(parseOperation(at, scope, 'DELETE', ['SS', 'NS', 'BS']));
  },
};

function parseOperation(
  at: Cursor,
  scope: Scope,
  operator: string,
  types: string[],
): { path: Path; value: Value } {
  const path = parsePath(at, scope);
  if (at.peek().kind !== 'value') throw at.fail();
  const value = scope.value(at.next().text, WHAT);
  if (types.includes(typeOf(value))) return { path, value };
  throw wrong(
    WHAT,
    `Incorrect operand type for operator or function; operator: ${operator}, operand type: ${TYPE_NAMES[typeOf(value)] ?? typeOf(value)}, typeSet: ALLOWED_FOR_${operator}_OPERAND`,
  );
}

function parseSum(at: Cursor, scope: Scope): Source {
  const left = parseSource(at, scope);
  const sign = at.accept('+') ? '+' : at.accept('-') ? '-' : undefined;
  if (!sign) return left;
  const right = parseSource(at, scope);
  for (const operand of [left, right]) {
    if ('value' in operand && !('N' in operand.value)) throw badType(sign, operand.value);
  }
  return { is: sign, left, right };
}

function parseSource(at: Cursor, scope: Scope): Source {
  if (at.accept('(')) {
    const inner = parseSum(at, scope);
    at.expect(')');
    return inner;
  }
  const token = at.peek();
  if (token.kind === 'value') return { value: scope.value(at.next().text, WHAT) };
  if (token.kind === 'word' && at.is('(', 1)) return parseFunction(at, scope);
  return { path: parsePath(at, scope) };
}

function parseFunction(at: Cursor, scope: Scope): Source {
  const name = at.next().text;
  if (name !== 'if_not_exists' && name !== 'list_append') throw refuseFunction(name);
  const args: Source[] = [];
  at.expect('(');
  do args.push(parseSource(at, scope));
  while (at.accept(','));
  at.expect(')');
  const [left, right] = args;
  if (!left || !right || args.length !== 2) {
    throw wrong(
      WHAT,
      `Incorrect number of operands for operator or function; operator or function: ${name}, number of operands: ${args.length}`,
    );
  }
  if (name === 'list_append') {
    for (const operand of args) {
      if ('value' in operand && !('L' in operand.value)) throw badType(name, operand.value);
    }
    return { is: name, left, right };
  }
  if ('is' in left || !('path' in left)) {
    throw wrong(WHAT, 'Operator or function requires a document path; operator or function: if_not_exists');
  }
  return { is: name, path: left.path, otherwise: right };
}

const CONDITION_ONLY = [
  'attribute_exists',
  'attribute_not_exists',
  'attribute_type',
  'begins_with',
  'contains',
  'size',
];

function refuseFunction(name: string) {
  return CONDITION_ONLY.includes(name)
    ? wrong(WHAT, `The function is not allowed in an update expression; function: ${name}`)
    : wrong(WHAT, `Invalid function name; function: ${name}`);
}

function badType(operator: string, value: Value) {
  return wrong(
    WHAT,
    `Incorrect operand type for operator or function; operator or function: ${operator}, operand type: ${typeOf(value)}`,
  );
}
