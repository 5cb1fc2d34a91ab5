import { fieldPattern } from './field-pattern.ts';
import { jsonPattern } from './json-pattern.ts';
import { termPattern } from './term-pattern.ts';

export type Matches = (message: string) => boolean;

/** A filter pattern of CloudWatch Logs: `{ … }` looks into JSON, `[ … ]` into fields, all else for terms. */
export function filterPattern(pattern: string): Matches {
  const text = pattern.trim();
  if (text === '' || text === '""' || text === '" "') return () => true;
  if (text.startsWith('{')) return jsonPattern(text);
  if (text.startsWith('[')) return fieldPattern(text);
  return termPattern(text);
}
