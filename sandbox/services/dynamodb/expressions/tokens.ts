import type { AwsError } from '#sandbox/core/errors.ts';
import { invalid } from '../errors.ts';

export interface Token {
  kind: 'word' | 'name' | 'value' | 'number' | 'sign' | 'end';
  text: string;
  from: number;
  to: number;
}

/** Reads one expression token by token; `what` is its parameter, which every error begins with. */
export interface Cursor {
  what: string;
  peek(ahead?: number): Token;
  next(): Token;
  /** Takes the next token if it is this sign or keyword. */
  accept(text: string): boolean;
  is(text: string, ahead?: number): boolean;
  expect(text: string): void;
  fail(): AwsError;
}

const TOKEN =
  /\s*(?:([A-Za-z_][A-Za-z0-9_]*)|(#[A-Za-z0-9_]+)|(:[A-Za-z0-9_]+)|(\d+)|(<>|<=|>=|[=<>()[\].,+-])|(\S))/y;
const MAX_BYTES = 4096;

export function cursor(source: string, what: string): Cursor {
  if (source.trim() === '') throw wrong(what, 'The expression can not be empty;');
  if (source.length > MAX_BYTES) {
    throw wrong(
      what,
      `Expression size has exceeded the maximum allowed size; expression size: ${source.length}`,
    );
  }
  const tokens = tokenize(source, what);
  let at = 0;
  const peek = (ahead = 0) => tokens[Math.min(at + ahead, tokens.length - 1)] as Token;
  const is = (text: string, ahead = 0) => {
    const token = peek(ahead);
    if (token.kind === 'sign') return token.text === text;
    return token.kind === 'word' && token.text.toUpperCase() === text;
  };
  const fail = () => syntaxError(source, what, tokens, at);
  return {
    what,
    peek,
    is,
    fail,
    next() {
      const token = peek();
      at = Math.min(at + 1, tokens.length - 1);
      return token;
    },
    accept(text) {
      if (!is(text)) return false;
      at += 1;
      return true;
    },
    expect(text) {
      if (!is(text)) throw fail();
      at += 1;
    },
  };
}

export function wrong(what: string, message: string): AwsError {
  return invalid(`Invalid ${what}: ${message}`);
}

function tokenize(source: string, what: string): Token[] {
  const tokens: Token[] = [];
  const kinds = ['word', 'name', 'value', 'number', 'sign'] as const;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(source); match; match = TOKEN.exec(source)) {
    const group = match.findIndex((text, index) => index > 0 && text !== undefined);
    const text = match[group] as string;
    const to = TOKEN.lastIndex;
    tokens.push({ kind: kinds[group - 1] ?? 'sign', text, from: to - text.length, to });
    if (group === 6) throw syntaxError(source, what, withNext(tokens, source, to), tokens.length - 1);
  }
  return [...tokens, { kind: 'end', text: '<EOF>', from: source.length, to: source.length }];
}

/** After a character that begins no token, AWS still shows the next one. */
function withNext(tokens: Token[], source: string, at: number): Token[] {
  const following = /^\s*(\w+|\S)/.exec(source.slice(at));
  if (!following) return tokens;
  const to = at + following[0].length;
  return [
    ...tokens,
    { kind: 'sign', text: following[1] as string, from: to - (following[1] as string).length, to },
  ];
}

function syntaxError(source: string, what: string, tokens: Token[], at: number): AwsError {
  const token = tokens[at] as Token;
  const near = source.slice((tokens[at - 1] ?? token).from, (tokens[at + 1] ?? token).to);
  return wrong(what, `Syntax error; token: "${token.text}", near: "${near}"`);
}
