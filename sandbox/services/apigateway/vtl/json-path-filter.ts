import { TemplateError } from './cursor.ts';
import type { Json } from './values.ts';

/** A filter of a JSONPath: comparisons of members with values, joined by `&&` and `||`. */
export type Filter =
  | { kind: 'any' | 'every'; parts: Filter[] }
  | { kind: 'not'; part: Filter }
  | { kind: 'exists'; side: Side }
  | { kind: 'compare'; left: Side; operator: string; right: Side };

type Side = { kind: 'member'; from: 'item' | 'root'; keys: string[] } | { kind: 'value'; value: Json };

const tokens =
  /\s*(?:(&&|\|\||==|!=|<=|>=|<|>|!|\(|\))|([@$](?:\.[A-Za-z_][\w-]*|\[(?:\d+|'[^']*'|"[^"]*")\])*)|('[^']*'|"[^"]*")|(-?\d+(?:\.\d+)?)|(true|false|null)\b)/y;

interface Reader {
  words: string[];
  at: number;
  source: string;
}

export function parseFilter(source: string): Filter {
  const reader: Reader = { words: split(source), at: 0, source };
  const filter = any(reader);
  if (reader.at < reader.words.length) throw wrong(source);
  return filter;
}

export function holds(filter: Filter, item: Json, root: Json): boolean {
  switch (filter.kind) {
    case 'any':
      return filter.parts.some((part) => holds(part, item, root));
    case 'every':
      return filter.parts.every((part) => holds(part, item, root));
    case 'not':
      return !holds(filter.part, item, root);
    case 'exists':
      return sideValue(filter.side, item, root) !== undefined;
    case 'compare':
      return compare(
        sideValue(filter.left, item, root),
        filter.operator,
        sideValue(filter.right, item, root),
      );
  }
}

function split(source: string): string[] {
  const words: string[] = [];
  tokens.lastIndex = 0;
  for (let at = 0; at < source.trimEnd().length; at = tokens.lastIndex) {
    tokens.lastIndex = at;
    const word = tokens.exec(source)?.[0].trim();
    if (word === undefined) throw wrong(source);
    words.push(word);
  }
  return words;
}

function any(reader: Reader): Filter {
  const parts = [every(reader)];
  while (takeWord(reader, '||')) parts.push(every(reader));
  return { kind: 'any', parts };
}

function every(reader: Reader): Filter {
  const parts = [one(reader)];
  while (takeWord(reader, '&&')) parts.push(one(reader));
  return { kind: 'every', parts };
}

function one(reader: Reader): Filter {
  if (reader.at > 200) throw wrong(reader.source);
  if (takeWord(reader, '!')) return { kind: 'not', part: one(reader) };
  if (takeWord(reader, '(')) {
    const inner = any(reader);
    if (!takeWord(reader, ')')) throw wrong(reader.source);
    return inner;
  }
  const left = side(reader);
  const operator = reader.words[reader.at];
  if (operator === undefined || !/^[=!<>]=?$/.test(operator) || operator === '!')
    return { kind: 'exists', side: left };
  reader.at += 1;
  return { kind: 'compare', left, operator, right: side(reader) };
}

function side(reader: Reader): Side {
  const word = reader.words[reader.at];
  if (word === undefined) throw wrong(reader.source);
  reader.at += 1;
  if (/^['"]/.test(word)) return { kind: 'value', value: word.slice(1, -1) };
  if (/^(?:-?\d|true|false|null)/.test(word)) return { kind: 'value', value: JSON.parse(word) as Json };
  if (!/^[@$]/.test(word)) throw wrong(reader.source);
  const keys = [...word.matchAll(/\.([A-Za-z_][\w-]*)|\[(?:(\d+)|'([^']*)'|"([^"]*)")\]/g)];
  return {
    kind: 'member',
    from: word.startsWith('@') ? 'item' : 'root',
    keys: keys.map((key) => key.slice(1).find((part) => part !== undefined) as string),
  };
}

function sideValue(side: Side, item: Json, root: Json): Json | undefined {
  if (side.kind === 'value') return side.value;
  let value: Json | undefined = side.from === 'item' ? item : root;
  for (const key of side.keys) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, Json>)[key];
  }
  return value;
}

function compare(left: Json | undefined, operator: string, right: Json | undefined): boolean {
  if (operator === '==') return left === right;
  if (operator === '!=') return left !== right;
  if (typeof left !== typeof right || left === undefined || right === undefined) return false;
  if (left === null || right === null) return false;
  if (operator === '<') return left < right;
  if (operator === '<=') return left <= right;
  return operator === '>' ? left > right : left >= right;
}

function takeWord(reader: Reader, word: string): boolean {
  if (reader.words[reader.at] !== word) return false;
  reader.at += 1;
  return true;
}

function wrong(source: string): TemplateError {
  return new TemplateError(`Invalid JSONPath filter: ${source}`);
}
