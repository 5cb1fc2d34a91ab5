/** A template that cannot be parsed, or that goes beyond what a template may use. API Gateway answers 500 for it. */
export class TemplateError extends Error {
  readonly line: number | undefined;

  constructor(message: string, line?: number) {
    super(line === undefined ? message : `${message} (line ${line})`);
    this.name = 'TemplateError';
    this.line = line;
  }
}

/** A place in a template's text that the parsing functions move on. */
export interface Cursor {
  readonly source: string;
  at: number;
  /** Names of the macros that the template defines anywhere: `#name(` means a call for these only. */
  readonly macros: ReadonlySet<string>;
  /** How deep expressions and blocks are nested. */
  depth: number;
}

const deepest = 100;

export function nested<T>(cursor: Cursor, parse: () => T): T {
  cursor.depth += 1;
  if (cursor.depth > deepest) throw broken(cursor, `Nested deeper than ${deepest} levels`);
  const parsed = parse();
  cursor.depth -= 1;
  return parsed;
}

export function broken(cursor: Cursor, message: string): TemplateError {
  return new TemplateError(message, cursor.source.slice(0, cursor.at).split('\n').length);
}

/** Moves beyond what a sticky expression matches here, and answers it. */
export function take(cursor: Cursor, pattern: RegExp): string | undefined {
  const sticky = new RegExp(pattern.source, 'y');
  sticky.lastIndex = cursor.at;
  const found = sticky.exec(cursor.source)?.[0];
  if (found !== undefined) cursor.at += found.length;
  return found;
}

export function skipSpace(cursor: Cursor): void {
  while (' \t\r\n'.includes(cursor.source[cursor.at] ?? 'x')) cursor.at += 1;
}

export function takeText(cursor: Cursor, text: string): boolean {
  if (!cursor.source.startsWith(text, cursor.at)) return false;
  cursor.at += text.length;
  return true;
}

export function expectText(cursor: Cursor, text: string): void {
  skipSpace(cursor);
  if (takeText(cursor, text)) return;
  const found = cursor.source[cursor.at];
  throw broken(cursor, `Expected '${text}' but found ${found === undefined ? 'the end' : `'${found}'`}`);
}

export const identifier = /[A-Za-z_][A-Za-z0-9_-]*/;
