import type { Node } from './ast.ts';
import { type Cursor, TemplateError } from './cursor.ts';
import { parseDirective } from './parse-directive.ts';
import { parseReferenceNode } from './parse-reference.ts';

const largest = 300 * 1024;

/** Reads a mapping template; throws a TemplateError that names the line. */
export function parseTemplate(source: string): Node[] {
  if (source.length > largest)
    throw new TemplateError(`A mapping template may have ${largest} bytes at most`);
  const cursor: Cursor = { source, at: 0, macros: macroNames(source), depth: 0 };
  return parseNodes(cursor, () => false);
}

/** Parses until `stop` says so (looking at the cursor), or to the end. */
export function parseNodes(cursor: Cursor, stop: () => boolean): Node[] {
  const nodes: Node[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') nodes.push({ kind: 'text', text });
    text = '';
  };
  while (cursor.at < cursor.source.length) {
    const next = firstSpecial(cursor.source, cursor.at);
    text += cursor.source.slice(cursor.at, next);
    cursor.at = next;
    if (next === cursor.source.length || stop()) break;
    const parsed = parseSpecial(cursor);
    if (typeof parsed === 'string') {
      text += parsed;
      continue;
    }
    if (parsed.kind === 'set') text = text.replace(/(^|\n)[ \t]+$/, '$1');
    flush();
    nodes.push(parsed);
  }
  flush();
  return nodes;
}

function parseSpecial(cursor: Cursor): Node | string {
  const here = cursor.source[cursor.at];
  const parsed = here === '#' ? parseDirective(cursor) : parseReferenceNode(cursor);
  if (parsed !== undefined) return parsed;
  cursor.at += 1;
  return here as string;
}

function firstSpecial(source: string, from: number): number {
  for (let at = from; at < source.length; at += 1) {
    const character = source[at];
    if (character === '#' || character === '$' || character === '\\') return at;
  }
  return source.length;
}

function macroNames(source: string): Set<string> {
  const names = new Set<string>();
  for (const [, name] of source.matchAll(/#(?:macro|\{macro\})[ \t]*\([ \t\r\n]*([A-Za-z_][\w-]*)/g)) {
    if (name !== undefined) names.add(name);
  }
  return names;
}
