import { TemplateError } from './cursor.ts';
import { type Filter, parseFilter } from './json-path-filter.ts';

export type PathStep =
  | { kind: 'names'; names: string[] }
  | { kind: 'indexes'; indexes: number[] }
  | { kind: 'slice'; from: number | undefined; to: number | undefined }
  | { kind: 'all' }
  | { kind: 'deep' }
  | { kind: 'filter'; test: Filter }
  | { kind: 'length' };

/** The forms of a step, tried in this order where the last one ended. */
const forms: ReadonlyArray<readonly [RegExp, (match: RegExpExecArray) => PathStep[]]> = [
  [/\.length\(\)/y, () => [{ kind: 'length' }]],
  [/\.\.(?=\[)/y, () => [{ kind: 'deep' }]],
  [/\.\.\*/y, () => [{ kind: 'deep' }, { kind: 'all' }]],
  [/\.\.([^.[\]()*\s]+)/y, ([, name]) => [{ kind: 'deep' }, { kind: 'names', names: [name as string] }]],
  [/\.\*|\[\s*\*\s*\]/y, () => [{ kind: 'all' }]],
  [/\.([^.[\]()*]+)/y, ([, name]) => [{ kind: 'names', names: [name as string] }]],
  [
    /\[\s*(-?\d+(?:\s*,\s*-?\d+)*)\s*\]/y,
    ([, list]) => [{ kind: 'indexes', indexes: numbers(list as string) }],
  ],
  [
    /\[\s*(-?\d+)?\s*:\s*(-?\d+)?\s*\]/y,
    ([, from, to]) => [{ kind: 'slice', from: optionalNumber(from), to: optionalNumber(to) }],
  ],
  [
    /\[\s*((?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")(?:\s*,\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"))*)\s*\]/y,
    ([, list]) => [{ kind: 'names', names: quotedNames(list as string) }],
  ],
];

/** `$` may be left out, as API Gateway allows (`$input.json('name')`). */
export function parsePath(path: string): PathStep[] {
  const text = path.trim();
  const source = text.startsWith('$') ? text.slice(1) : text.startsWith('[') ? text : `.${text}`;
  const steps: PathStep[] = [];
  let at = source === '.' ? 1 : 0;
  while (at < source.length) {
    const found = source.startsWith('[?', at) ? filterAt(source, at) : formAt(source, at);
    if (!found) throw new TemplateError(`Invalid JSONPath: ${path}`);
    steps.push(...found.steps);
    at = found.end;
  }
  return steps;
}

function formAt(source: string, at: number): { steps: PathStep[]; end: number } | undefined {
  for (const [pattern, read] of forms) {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match) return { steps: read(match), end: at + match[0].length };
  }
  return undefined;
}

function filterAt(source: string, at: number): { steps: PathStep[]; end: number } | undefined {
  const open = source.indexOf('(', at);
  let depth = 0;
  let quote: string | undefined;
  for (let end = open; open > 0 && end < source.length; end += 1) {
    const character = source[end] as string;
    if (quote !== undefined) {
      if (character === quote) quote = undefined;
    } else if (character === "'" || character === '"') quote = character;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth > 0) continue;
    const closing = /\)\s*\]/y;
    closing.lastIndex = end;
    const closed = closing.exec(source);
    if (!closed) return undefined;
    return {
      steps: [{ kind: 'filter', test: parseFilter(source.slice(open + 1, end)) }],
      end: end + closed[0].length,
    };
  }
  return undefined;
}

function numbers(list: string): number[] {
  return list.split(',').map(Number);
}

function optionalNumber(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function quotedNames(list: string): string[] {
  return [...list.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g)].map(([, single, double]) =>
    (single ?? double ?? '').replace(/\\(.)/g, '$1'),
  );
}
