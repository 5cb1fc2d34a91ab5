import type { Matches } from './filter-pattern.ts';
import { invalidPattern, regularExpression } from './invalid-pattern.ts';

/** `ERROR "timed out" -DEBUG`: all of these and none of those; `?ERROR ?WARN`: any. Case counts. */
export function termPattern(pattern: string): Matches {
  const terms = readTerms(pattern);
  const wanted = terms.filter(({ sign }) => sign === '');
  const unwanted = terms.filter(({ sign }) => sign === '-');
  // AWS ignores `?` beside other terms.
  const any = wanted.length + unwanted.length > 0 ? [] : terms.filter(({ sign }) => sign === '?');
  return (message) =>
    wanted.every(({ found }) => found(message)) &&
    !unwanted.some(({ found }) => found(message)) &&
    (any.length === 0 || any.some(({ found }) => found(message)));
}

interface Term {
  sign: string;
  found: Matches;
}

function readTerms(pattern: string): Term[] {
  const whole = /\s*([-?]?)(?:"((?:[^"\\]|\\.)*)"|%([^%]+)%|([^\s"%]+))/y;
  const terms: Term[] = [];
  while (whole.lastIndex < pattern.length) {
    const at = whole.lastIndex;
    const match = whole.exec(pattern);
    if (!match) throw invalidPattern(`Invalid character(s) in term '${pattern.slice(at).trim()}'`);
    const [, sign = '', quoted, expression, word] = match;
    terms.push({ sign, found: finder(quoted, expression, word) });
  }
  return terms;
}

function finder(quoted?: string, expression?: string, word?: string): Matches {
  if (expression !== undefined) {
    const wanted = regularExpression(expression);
    return (message) => wanted.test(message);
  }
  if (word !== undefined && !/^[\p{L}\p{M}\p{N}_.*]+$/u.test(word)) {
    throw invalidPattern(`Invalid character(s) in term '${word}'`);
  }
  const text = word ?? (quoted ?? '').replace(/\\(.)/g, '$1');
  return (message) => message.includes(text);
}
