import stringWidth from 'string-width';

/** Columns that a text takes on a terminal: Japanese takes two each. */
export function widthOf(text: string): number {
  return isPlainAscii(text) ? text.length : stringWidth(text);
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** Breaks a text into lines of at most `width` columns, at spaces, or between Japanese characters. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(width, 16)));
}

function wrapLine(text: string, width: number): string[] {
  if (widthOf(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of breakable(text)) {
    if (line !== '' && widthOf(line + word.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += word;
  }
  lines.push(line.trimEnd());
  return lines;
}

const segmenters = { words: /\S+\s*/gu };

/** Pieces that must stay together: words with the space behind them; Japanese may break at most characters. */
function breakable(text: string): string[] {
  return (text.match(segmenters.words) ?? []).flatMap((word) =>
    isPlainAscii(word) ? [word] : splitWide(word),
  );
}

function splitWide(word: string): string[] {
  const pieces: string[] = [];
  for (const character of word) {
    const last = pieces.at(-1);
    if (last !== undefined && !canBreak(last, character)) pieces[pieces.length - 1] = last + character;
    else pieces.push(character);
  }
  return pieces;
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、。「」（）！？・…]/u;
const neverFirst = /^[、。，．」）］｝】！？ー・…:;,.!?)\]}%\s]/u;
const neverLast = /[「（［｛【([{]$/u;

function canBreak(before: string, next: string): boolean {
  if (neverFirst.test(next) || neverLast.test(before)) return false;
  return wide.test(next) || wide.test(before.at(-1) ?? '');
}

function isPlainAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}
