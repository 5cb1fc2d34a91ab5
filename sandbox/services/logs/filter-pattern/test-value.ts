import { invalidPattern, regularExpression } from './invalid-pattern.ts';
import type { Token } from './json-tokens.ts';

export type Test = (value: unknown) => boolean;

/** What stands behind a field: a number compares as one, `*` stands for anything, `%…%` is a regular expression. */
export function comparison(operator: string, wanted: Pick<Token, 'kind' | 'text'>): Test {
  if (operator === '=') return equals(wanted);
  if (operator === '!=') {
    const same = equals(wanted);
    return (value) => value !== undefined && !same(value);
  }
  const limit = Number(wanted.text);
  if (wanted.kind !== 'word' || Number.isNaN(limit)) throw invalidPattern();
  const holds = orders[operator];
  if (!holds) throw invalidPattern();
  return (value) => {
    const number = numeric(value);
    return number !== undefined && holds(number, limit);
  };
}

const orders: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
};

function equals({ kind, text }: Pick<Token, 'kind' | 'text'>): Test {
  if (kind === 'expression') {
    const expression = regularExpression(text);
    return (value) => isScalar(value) && expression.test(String(value));
  }
  if (kind !== 'string' && kind !== 'word') throw invalidPattern();
  const number = kind === 'word' && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined;
  if (number !== undefined) return (value) => numeric(value) === number;
  const wild = wildcard(text);
  return (value) => isScalar(value) && wild.test(String(value));
}

function wildcard(text: string): RegExp {
  const escaped = text.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`, 's');
}

function numeric(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value)) return undefined;
  return Number(value);
}

function isScalar(value: unknown): boolean {
  return value !== undefined && value !== null && typeof value !== 'object';
}
