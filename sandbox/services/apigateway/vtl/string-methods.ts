import { type Budget, spendText } from './budget.ts';
import { matcher, matchesWhole } from './regex.ts';
import { listOf, toText, type Value } from './values.ts';

type StringMethod = (text: string, inputs: Value[], budget: Budget) => Value;

/** `java.lang.String` as templates use it. */
export const stringMethods: Record<string, StringMethod> = {
  length: (text) => text.length,
  isEmpty: (text) => text === '',
  isBlank: (text) => text.trim() === '',
  trim: (text) => text.trim(),
  strip: (text) => text.trim(),
  toLowerCase: (text) => text.toLowerCase(),
  toUpperCase: (text) => text.toUpperCase(),
  toString: (text: string) => text,
  hashCode: (text) => [...text].reduce((hash, character) => (hash * 31 + character.charCodeAt(0)) | 0, 0),
  equals: (text, [other]) => text === other,
  equalsIgnoreCase: (text, [other]) =>
    typeof other === 'string' && text.toLowerCase() === other.toLowerCase(),
  compareTo: (text, inputs, budget) => compared(text, textOf(inputs, 0, budget)),
  concat: (text, inputs, budget) => text + textOf(inputs, 0, budget),
  contains: (text, inputs, budget) => text.includes(textOf(inputs, 0, budget)),
  startsWith: (text, inputs, budget) => text.startsWith(textOf(inputs, 0, budget)),
  endsWith: (text, inputs, budget) => text.endsWith(textOf(inputs, 0, budget)),
  indexOf: (text, inputs, budget) => text.indexOf(textOf(inputs, 0, budget), numberOf(inputs[1], 0)),
  lastIndexOf: (text, inputs, budget) => text.lastIndexOf(textOf(inputs, 0, budget)),
  charAt: (text, [index]) => text[numberOf(index, -1)] ?? null,
  substring: (text, [from, to]) => substring(text, numberOf(from, -1), numberOf(to, text.length)),
  replace(text, inputs, budget) {
    const [find, put] = [textOf(inputs, 0, budget), textOf(inputs, 1, budget)];
    spendText(budget, text.length + text.split(find).length * put.length);
    return text.split(find).join(put);
  },
  replaceAll: (text, inputs, budget) => replaced(text, inputs, budget, Infinity),
  replaceFirst: (text, inputs, budget) => replaced(text, inputs, budget, 1),
  matches: (text, inputs, budget) => matchesWhole(textOf(inputs, 0, budget), text, budget),
  split: (text, inputs, budget) => split(text, textOf(inputs, 0, budget), numberOf(inputs[1], 0), budget),
  repeat(text, [count]) {
    const times = Math.max(0, numberOf(count, 0));
    return text.length * times > 1_000_000 ? null : text.repeat(times);
  },
};

function compared(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at += 1) {
    if (left[at] !== right[at]) return left.charCodeAt(at) - right.charCodeAt(at);
  }
  return left.length - right.length;
}

/** Java throws outside of the text, and a method that throws reads as nothing. */
function substring(text: string, from: number, to: number): string | null {
  return from < 0 || to > text.length || from > to ? null : text.slice(from, to);
}

function replaced(text: string, inputs: Value[], budget: Budget, most: number): string {
  const find = matcher(textOf(inputs, 0, budget), budget);
  const template = textOf(inputs, 1, budget);
  let result = '';
  let at = 0;
  for (let count = 0; count < most; count += 1) {
    const from = count > 0 && text[at - 1] === undefined ? at + 1 : at;
    const match = from > text.length ? undefined : find(text, from);
    if (!match) break;
    result += text.slice(at, match.from) + filled(template, match.groups);
    spendText(budget, result.length);
    at = match.to;
    if (match.from !== match.to) continue;
    if (at >= text.length) return result;
    result += text[at];
    at += 1;
  }
  return result + text.slice(at);
}

/** `$1` is a group and `\x` is `x`, as in Java. */
function filled(template: string, groups: Array<string | undefined>): string {
  return template.replace(/\\([\s\S])|\$(\d)/g, (_all, escaped: string | undefined, group: string) =>
    escaped !== undefined ? escaped : (groups[Number(group)] ?? ''),
  );
}

function split(text: string, pattern: string, limit: number, budget: Budget): Value {
  const find = matcher(pattern, budget);
  const parts: string[] = [];
  let at = 0;
  let from = 0;
  while (limit <= 0 || parts.length < limit - 1) {
    const match = find(text, from);
    if (!match || match.from >= text.length) break;
    from = match.to === match.from ? match.to + 1 : match.to;
    if (match.to === 0) continue;
    parts.push(text.slice(at, match.from));
    at = match.to;
  }
  parts.push(text.slice(at));
  if (limit === 0) while (parts.length > 1 && parts.at(-1) === '') parts.pop();
  return listOf(parts);
}

function textOf(inputs: Value[], index: number, budget: Budget): string {
  const input = inputs[index];
  return input === undefined || input === null ? '' : toText(input, budget);
}

function numberOf(value: Value | undefined, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}
