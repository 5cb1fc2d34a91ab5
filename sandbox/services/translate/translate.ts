import { type Language, lookUp, lookUpPattern } from './phrase-book.ts';

/** The same text always becomes the same text; what the book does not have is said to be missing, in plain ASCII. */
export function translate(text: string, from: Language, to: Language): string {
  if (from === to) return text;
  return (
    whole(text, from, to) ??
    sentences(text)
      .map((part) => sentence(part, from, to))
      .join(glue(to))
      .replace(/\n /g, '\n')
      .trim()
  );
}

export const names: Readonly<Record<Language, string>> = { en: 'English', ja: 'Japanese', vi: 'Vietnamese' };

export function missing(to: Language): string {
  return `(the sandbox has no ${names[to]} for this text)`;
}

/** A sentence with the mark at its end. */
interface Sentence {
  text: string;
  mark: string;
  newline: string;
}

/** A dot ends a sentence only before a space, so that `3.14` and `v1.2` stay whole. */
function sentences(text: string): Sentence[] {
  return [...text.matchAll(/([^。！？!?\n]*?)(?:([。！？!?]+|\.+(?=\s|$))|(\n+)|$)[^\S\n]*/gu)]
    .map(([, words = '', mark = '', newline = '']) => ({ text: words.trim(), mark, newline }))
    .filter(({ text: words, mark, newline }) => words + mark + newline !== '');
}

function sentence({ text, mark, newline }: Sentence, from: Language, to: Language): string {
  if (text === '') return (mark === '' ? '' : marked('', mark, to)) + newline;
  return (whole(text + mark, from, to) ?? marked(pieces(text, from, to), mark, to)) + newline;
}

/** A sentence that the book has, as a phrase or by a pattern. */
function whole(text: string, from: Language, to: Language): string | undefined {
  const mark = /[.!?。！？]+\s*$/u.exec(text)?.[0].trim() ?? '';
  const found = lookUp(text, from, to);
  if (found !== undefined) return marked(found, mark, to);
  const { gap, pattern } = lookUpPattern(text, from, to) ?? {};
  if (gap === undefined || pattern === undefined) return undefined;
  const filling = lookUp(gap, from, to) ?? carried(gap, from);
  return filling === undefined ? undefined : marked(upperFirst(pattern.replace('{}', filling)), mark, to);
}

/** What is not language stays as it is: names in Latin letters, numbers, the nonce of a check. */
function carried(text: string, from: Language): string | undefined {
  const name = from === 'ja' ? /^[\x20-\x7e]+$/ : /^(?:[\w@.'-]+|[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,2})$/;
  return name.test(text.trim()) ? text.trim() : undefined;
}

function pieces(text: string, from: Language, to: Language): string {
  const parts = from === 'ja' ? byScript(text) : byWord(text, from, to);
  return parts
    .map(({ text: part, foreign }) => (foreign ? part.trim() : clauses(part, from, to)))
    .filter((part) => part !== '')
    .join(' ');
}

interface Piece {
  text: string;
  foreign: boolean;
}

/** Japanese beside ASCII: the ASCII is somebody's code, name or number. */
function byScript(text: string): Piece[] {
  return [...text.normalize('NFKC').matchAll(/([\x20-\x7e]+)|([^\x20-\x7e]+)/g)].map(([part, ascii]) => ({
    text: part,
    foreign: ascii !== undefined,
  }));
}

/** A phrase with one word before or behind it that is no part of it, or with words that hold digits. */
function byWord(text: string, from: Language, to: Language): Piece[] {
  const words = text.split(/\s+/);
  const foreign = words.map((word) => /[\d_@/]/.test(word));
  const known = (part: string[]) => part.length > 0 && clausesKnown(part.join(' '), from, to);
  if (!foreign.some(Boolean)) {
    const [head, tail] = [words.slice(0, -1), words.slice(1)];
    if (known(head)) foreign[words.length - 1] = isAscii(words.at(-1));
    else if (known(tail)) foreign[0] = isAscii(words[0]);
  }
  const runs: Piece[] = [];
  for (const [i, word] of words.entries()) {
    const last = runs.at(-1);
    if (last && last.foreign === foreign[i]) last.text += ` ${word}`;
    else runs.push({ text: word, foreign: foreign[i] === true });
  }
  return runs;
}

function isAscii(word = ''): boolean {
  return /^[\x21-\x7e]+$/.test(word);
}

function clausesKnown(text: string, from: Language, to: Language): boolean {
  return (
    whole(text, from, to) !== undefined ||
    split(text).every((clause) => whole(clause, from, to) !== undefined)
  );
}

/** `おはよう、ありがとう` is two phrases. One that is missing makes all of it missing: half a sentence misleads. */
function clauses(text: string, from: Language, to: Language): string {
  const found = whole(text, from, to);
  if (found !== undefined) return found;
  const parts = split(text);
  if (parts.length === 0) return text.trim();
  const all = parts.map((clause) => whole(clause, from, to));
  if (all.some((clause) => clause === undefined)) return missing(to);
  return all
    .map((clause, i) => (i === 0 || to === 'ja' ? clause : lowerFirst(clause ?? '')))
    .join(to === 'ja' ? '、' : ', ');
}

function split(text: string): string[] {
  return text
    .split(/[、,，;]/u)
    .map((clause) => clause.trim())
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause));
}

const marks: Readonly<Record<string, string>> = {
  '。': '.',
  '！': '!',
  '？': '?',
  '.': '。',
  '!': '！',
  '?': '？',
};

/** The sentence with the mark that the source had; a question stays a question. */
function marked(text: string, mark: string, to: Language): string {
  if (mark === '' || /[?？]$/u.test(text)) return text;
  const own = [...mark].map((one) => (isAscii(one) === (to === 'ja') ? (marks[one] ?? one) : one)).join('');
  return (to === 'ja' ? text : upperFirst(text)) + own;
}

function glue(to: Language): string {
  return to === 'ja' ? '' : ' ';
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lowerFirst(text: string): string {
  return /^I\b/.test(text) || /^\p{Lu}\p{Lu}/u.test(text)
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1);
}
