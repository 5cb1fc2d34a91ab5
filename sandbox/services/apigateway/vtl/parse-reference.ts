import type { Expression, Node, Reference, Step } from './ast.ts';
import {
  type Cursor,
  expectText,
  identifier,
  nested,
  skipSpace,
  TemplateError,
  take,
  takeText,
} from './cursor.ts';
import { parseExpression } from './parse-expression.ts';

/** Reads a reference in text, with the backslashes that may escape it; `undefined`: it is text. */
export function parseReferenceNode(cursor: Cursor): Node | string | undefined {
  const start = cursor.at;
  const slashes = take(cursor, /\\+/) ?? '';
  if (slashes !== '' && cursor.source[cursor.at] === '#') {
    const kept = '\\'.repeat(slashes.length >> 1);
    if (slashes.length % 2 === 0) return kept;
    cursor.at += 1;
    return `${kept}#`;
  }
  const from = cursor.at;
  const reference = parseReference(cursor);
  if (!reference) {
    cursor.at = Math.max(from, start + 1);
    return cursor.source.slice(start, cursor.at);
  }
  if (slashes.length > 1) {
    cursor.at = from - (slashes.length % 2);
    return '\\'.repeat(slashes.length >> 1);
  }
  const source = cursor.source.slice(from, cursor.at);
  return { kind: 'reference', reference, escaped: slashes !== '', source };
}

/** `$name`, `${name}`, `$!name` and what follows it: properties, methods, indexes. */
export function parseReference(cursor: Cursor): Reference | undefined {
  const start = cursor.at;
  if (!take(cursor, /\$!?/)) return undefined;
  const braced = takeText(cursor, '{');
  const name = take(cursor, identifier);
  if (name === undefined) {
    cursor.at = start;
    return undefined;
  }
  const steps: Step[] = [];
  for (let step = nextStep(cursor); step; step = nextStep(cursor)) steps.push(step);
  if (braced && !takeText(cursor, '}')) {
    cursor.at = start;
    return undefined;
  }
  return { name, steps };
}

function nextStep(cursor: Cursor): Step | undefined {
  const here = cursor.source[cursor.at];
  if (here === '[') return index(cursor);
  if (here !== '.') return undefined;
  const name = take(cursor, /\.[A-Za-z_][A-Za-z0-9_-]*/)?.slice(1);
  if (name === undefined) return undefined;
  if (cursor.source[cursor.at] !== '(') return { kind: 'property', name };
  cursor.at += 1;
  return { kind: 'method', name, inputs: nested(cursor, () => inputs(cursor)) };
}

/** Text may have a `[` after a reference that is no index: then it is text. */
function index(cursor: Cursor): Step | undefined {
  const start = { at: cursor.at, depth: cursor.depth };
  cursor.at += 1;
  try {
    const found = nested(cursor, () => parseExpression(cursor));
    expectText(cursor, ']');
    return { kind: 'index', index: found };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    Object.assign(cursor, start);
    return undefined;
  }
}

function inputs(cursor: Cursor): Expression[] {
  const found: Expression[] = [];
  skipSpace(cursor);
  if (takeText(cursor, ')')) return found;
  for (;;) {
    found.push(parseExpression(cursor));
    skipSpace(cursor);
    if (takeText(cursor, ',')) continue;
    expectText(cursor, ')');
    return found;
  }
}
