import { invalidPattern } from './invalid-pattern.ts';

export interface Token {
  kind: 'selector' | 'operator' | 'string' | 'expression' | 'word' | 'mark';
  text: string;
  /** Of a selector: names and indexes from the root. */
  path: Array<string | number>;
}

/** One alternative of the pattern for each kind, in the order of `kinds`. */
const token =
  /\s*(?:(\$(?:\.?\[(?:\d+|'[^']*'|"[^"]*")\]|\.[\p{L}\p{N}_\-:@#/]+)*)|(!=|<=|>=|=|<|>)|"((?:[^"\\]|\\.)*)"|%([^%]+)%|(&&|\|\||[()])|([^\s"%()&|<>=!$]+))\s*/uy;
const kinds = ['selector', 'operator', 'string', 'expression', 'mark', 'word'] as const;

export function tokens(text: string): Token[] {
  const found: Token[] = [];
  token.lastIndex = 0;
  let at = text.length - text.trimStart().length;
  while (at < text.length) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match || match[0] === '') throw invalidPattern();
    at = token.lastIndex;
    const index = match.slice(1).findIndex((part) => part !== undefined);
    const kind = kinds[index] ?? 'word';
    const raw = match[index + 1] ?? '';
    found.push({
      kind,
      text: kind === 'string' ? raw.replace(/\\(.)/g, '$1') : raw,
      path: kind === 'selector' ? pathOf(raw) : [],
    });
  }
  return found;
}

function pathOf(selector: string): Array<string | number> {
  return [...selector.matchAll(/\[(\d+)\]|\['([^']*)'\]|\["([^"]*)"\]|\.([^.[]+)/g)].map(
    ([, index, single, double, name]) =>
      index === undefined ? (single ?? double ?? name ?? '') : Number(index),
  );
}
