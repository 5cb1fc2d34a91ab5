import type { Budget } from './budget.ts';
import { TemplateError } from './cursor.ts';
import { fromJson, type HostObject, toText, type Value } from './values.ts';

/** `$util`: six functions, and no others (`toJson` and its like belong to AppSync). */
export function utilObject(budget: Budget): HostObject {
  return {
    kind: 'host',
    text: '',
    get: () => null,
    call(name, [input = null]) {
      const util = Object.hasOwn(functions, name) ? functions[name] : undefined;
      return util ? util(input === null ? '' : toText(input, budget)) : null;
    },
  };
}

const functions: Record<string, (text: string) => Value> = {
  escapeJavaScript,
  parseJson(text) {
    if (text === '') return null;
    try {
      return fromJson(JSON.parse(text));
    } catch {
      throw new TemplateError('$util.parseJson was given a text that is not JSON');
    }
  },
  urlEncode: (text) =>
    encodeURIComponent(text.toWellFormed())
      .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
      .replace(/%20/g, '+'),
  urlDecode(text) {
    try {
      return decodeURIComponent(text.replace(/\+/g, ' '));
    } catch {
      throw new TemplateError('$util.urlDecode was given a text with a wrong % in it');
    }
  },
  base64Encode: (text) =>
    btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('')),
  base64Decode(text) {
    try {
      return new TextDecoder().decode(
        Uint8Array.from(atob(text.trim()), (character) => character.charCodeAt(0)),
      );
    } catch {
      throw new TemplateError('$util.base64Decode was given a text that is not base64');
    }
  },
};

const shortEscapes: Record<string, string> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  "'": "\\'",
  '/': '\\/',
  '\\': '\\\\',
};

/** Quotes, backslashes and slashes get a backslash; controls and all beyond ASCII become \\uXXXX. */
function escapeJavaScript(text: string): string {
  return text.replace(/["'\\/]|[^ -~]/g, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return shortEscapes[character] ?? `\\u${code}`;
  });
}
