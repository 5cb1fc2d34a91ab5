import type { Matches } from './filter-pattern.ts';
import { invalidPattern } from './invalid-pattern.ts';
import { comparison, type Test } from './test-value.ts';

interface Field {
  name: string;
  /** All of `alternatives[i]` for some `i`. */
  alternatives: Test[][];
}

/** `[ip, user, ..., status = 4*, size > 1000]`: the message's fields, split at spaces; quotes and brackets hold one. */
export function fieldPattern(pattern: string): Matches {
  if (!pattern.endsWith(']')) throw invalidPattern();
  const fields = pattern.slice(1, -1).split(',').map(fieldOf);
  const gap = fields.findIndex(({ name }) => name === '...');
  if (fields.slice(gap + 1).some(({ name }) => name === '...') && gap !== -1) throw invalidPattern();
  return (message) => {
    const values = split(message);
    if (gap === -1) return values.length === fields.length && fits(fields, values);
    const tail = fields.slice(gap + 1);
    return (
      values.length >= fields.length - 1 &&
      fits(fields.slice(0, gap), values) &&
      (tail.length === 0 || fits(tail, values.slice(-tail.length)))
    );
  };
}

function fieldOf(text: string): Field {
  const name = /^\s*(\.\.\.|[A-Za-z_][\w-]*|)\s*/.exec(text)?.[0] ?? '';
  const rest = text.slice(name.length).trim();
  if (rest === '') return { name: name.trim(), alternatives: [] };
  const alternatives = text.split('||').map((some) => some.split('&&').map(conditionOf));
  return { name: name.trim(), alternatives };
}

function conditionOf(text: string): Test {
  const match = /^\s*[A-Za-z_][\w-]*\s*(!=|<=|>=|=|<|>)\s*(?:"([^"]*)"|%([^%]+)%|([^\s"%]+))\s*$/.exec(text);
  if (!match) throw invalidPattern();
  const [, operator = '', quoted, expression, word] = match;
  if (expression !== undefined) return comparison(operator, { kind: 'expression', text: expression });
  return comparison(
    operator,
    quoted === undefined ? { kind: 'word', text: word ?? '' } : { kind: 'string', text: quoted },
  );
}

function fits(fields: Field[], values: string[]): boolean {
  return fields.every(
    ({ alternatives }, index) =>
      alternatives.length === 0 || alternatives.some((tests) => tests.every((test) => test(values[index]))),
  );
}

function split(message: string): string[] {
  return [...message.matchAll(/"([^"]*)"|\[([^\]]*)\]|(\S+)/g)].map(
    ([, quoted, bracketed, plain]) => quoted ?? bracketed ?? plain ?? '',
  );
}
