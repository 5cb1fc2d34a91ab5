import { TemplateError } from './cursor.ts';

export type Pattern =
  | { kind: 'character'; test: (character: string) => boolean }
  | { kind: 'sequence'; items: Pattern[] }
  | { kind: 'choice'; options: Pattern[] }
  | { kind: 'group'; item: Pattern; number?: number }
  | { kind: 'repeat'; item: Pattern; least: number; most: number; lazy: boolean }
  | { kind: 'place'; test: (text: string, at: number) => boolean }
  | { kind: 'again'; group: number }
  | { kind: 'look'; item: Pattern; wanted: boolean };

interface Reader {
  source: string;
  at: number;
  groups: number;
  depth: number;
}

export function parsePattern(source: string): { pattern: Pattern; groups: number } {
  const reader: Reader = { source, at: 0, groups: 0, depth: 0 };
  const pattern = choice(reader);
  if (reader.at < source.length) throw wrong(reader);
  return { pattern, groups: reader.groups };
}

function choice(reader: Reader): Pattern {
  reader.depth += 1;
  if (reader.depth > 50) throw wrong(reader);
  const options = [sequence(reader)];
  while (reader.source[reader.at] === '|') {
    reader.at += 1;
    options.push(sequence(reader));
  }
  reader.depth -= 1;
  return options.length === 1 ? (options[0] as Pattern) : { kind: 'choice', options };
}

function sequence(reader: Reader): Pattern {
  const items: Pattern[] = [];
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at] as string)) {
    items.push(repeated(reader, atom(reader)));
  }
  return { kind: 'sequence', items };
}

function repeated(reader: Reader, item: Pattern): Pattern {
  const rest = reader.source.slice(reader.at);
  const found = /^(?:([*+?])|\{(\d{1,4})(?:(,)(\d{1,4})?)?\})([?+])?/.exec(rest);
  if (!found) return item;
  reader.at += found[0].length;
  const [, sign, least, comma, most, mode] = found;
  // What a possessive quantifier would not give back again cannot be told here.
  if (mode === '+') throw wrong(reader);
  const lazy = mode === '?';
  if (sign !== undefined) {
    return { kind: 'repeat', item, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity, lazy };
  }
  const from = Number(least);
  return { kind: 'repeat', item, least: from, most: comma ? Number(most ?? Infinity) : from, lazy };
}

function atom(reader: Reader): Pattern {
  const here = reader.source[reader.at] as string;
  reader.at += 1;
  if (here === '(') return group(reader);
  if (here === '[') return { kind: 'character', test: characterClass(reader) };
  if (here === '.')
    return { kind: 'character', test: (character) => character !== '\n' && character !== '\r' };
  if (here === '^') return { kind: 'place', test: (_text, at) => at === 0 };
  if (here === '$')
    return { kind: 'place', test: (text, at) => at === text.length || text.slice(at) === '\n' };
  if (here === '\\') return escaped(reader);
  if ('*+?'.includes(here)) throw wrong(reader);
  return { kind: 'character', test: (character) => character === here };
}

function group(reader: Reader): Pattern {
  const mark = /^\?(?::|=|!)/.exec(reader.source.slice(reader.at))?.[0];
  if (mark === undefined && reader.source[reader.at] === '?') throw wrong(reader);
  reader.at += mark?.length ?? 0;
  const number = mark === undefined ? ++reader.groups : undefined;
  const item = choice(reader);
  if (reader.source[reader.at] !== ')') throw wrong(reader);
  reader.at += 1;
  if (mark === '?=' || mark === '?!') return { kind: 'look', item, wanted: mark === '?=' };
  return { kind: 'group', item, ...(number === undefined ? {} : { number }) };
}

function escaped(reader: Reader): Pattern {
  const here = reader.source[reader.at];
  if (here === undefined) throw wrong(reader);
  if (/[1-9]/.test(here)) {
    reader.at += 1;
    return { kind: 'again', group: Number(here) };
  }
  if (here === 'b' || here === 'B') {
    reader.at += 1;
    return { kind: 'place', test: (text, at) => atWordEdge(text, at) === (here === 'b') };
  }
  return { kind: 'character', test: escapedClass(reader) };
}

function atWordEdge(text: string, at: number): boolean {
  return /\w/.test(text[at - 1] ?? ' ') !== /\w/.test(text[at] ?? ' ');
}

const classes: Record<string, RegExp> = {
  d: /[0-9]/,
  D: /[^0-9]/,
  w: /[A-Za-z0-9_]/,
  W: /[^A-Za-z0-9_]/,
  s: /[ \t\n\v\f\r]/,
  S: /[^ \t\n\v\f\r]/,
};
const controls: Record<string, string> = { n: '\n', r: '\r', t: '\t', f: '\f' };

function escapedClass(reader: Reader): (character: string) => boolean {
  const here = reader.source[reader.at] as string;
  const known = classes[here];
  if (known) {
    reader.at += 1;
    return (character) => known.test(character);
  }
  const literal = escapedCharacter(reader);
  return (character) => character === literal;
}

function escapedCharacter(reader: Reader): string {
  const code = /^(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))/.exec(reader.source.slice(reader.at));
  if (code) {
    reader.at += code[0].length;
    return String.fromCharCode(Number.parseInt(code[1] ?? (code[2] as string), 16));
  }
  const here = reader.source[reader.at];
  if (here === undefined || (/[A-Za-z0-9]/.test(here) && !(here in controls))) throw wrong(reader);
  reader.at += 1;
  return controls[here] ?? here;
}

function characterClass(reader: Reader): (character: string) => boolean {
  const negated = reader.source[reader.at] === '^';
  if (negated) reader.at += 1;
  const tests: Array<(character: string) => boolean> = [];
  while (reader.source[reader.at] !== ']' || tests.length === 0) {
    if (reader.at >= reader.source.length) throw wrong(reader);
    tests.push(classMember(reader));
  }
  reader.at += 1;
  return (character) => tests.some((test) => test(character)) !== negated;
}

function classMember(reader: Reader): (character: string) => boolean {
  if (reader.source[reader.at] === '\\' && classes[reader.source[reader.at + 1] ?? '']) {
    reader.at += 1;
    return escapedClass(reader);
  }
  const from = classCharacter(reader);
  const ranged = reader.source[reader.at] === '-' && ![']', undefined].includes(reader.source[reader.at + 1]);
  if (!ranged) return (character) => character === from;
  reader.at += 1;
  const to = classCharacter(reader);
  return (character) => character >= from && character <= to;
}

function classCharacter(reader: Reader): string {
  const here = reader.source[reader.at];
  if (here === undefined) throw wrong(reader);
  reader.at += 1;
  // Java's nested classes and intersections are not here.
  if (here === '[' || (here === '&' && reader.source[reader.at] === '&')) throw wrong(reader);
  return here === '\\' ? escapedCharacter(reader) : here;
}

function wrong(reader: Reader): TemplateError {
  return new TemplateError(
    `The regular expression ${reader.source} cannot be used (at character ${reader.at})`,
  );
}
