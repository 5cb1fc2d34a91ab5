import { countedIn, type Marks } from './marks.ts';

/** The head of the table that spreadsheets take in. */
export function csvHead(labs: readonly string[]): string {
  return csvLine(['Name', 'Email address', 'Account', 'Prefix', 'State', ...labs, 'Incomplete steps']);
}

/** A lab's cell is its points; it is empty while a step of it is incomplete. */
export function csvRow(marks: Marks, labs: readonly string[]): string {
  const cells = labs.map((lab) => {
    const { points, of, incomplete } = countedIn(marks.steps.filter((one) => one.lab === lab));
    return of === 0 || incomplete > 0 ? null : points;
  });
  const { name, email = '', account, prefix } = marks.learner;
  const wasSeen = marks.at !== null;
  const incomplete = wasSeen ? marks.incomplete : null;
  return csvLine([name, email, account, prefix, wasSeen ? marks.state : '', ...cells, incomplete]);
}

/** `null`: nothing. A sign is ours, so that it may be one that begins a formula. */
export type Cell = string | number | null | { sign: '-' };

/** With CRLF, as RFC 4180 says. Numbers stay numbers: with a point, whatever the language. */
export function csvLine(cells: readonly Cell[]): string {
  const line = cells.map((cell) => {
    if (typeof cell === 'string') return csvCell(cell);
    return cell !== null && typeof cell === 'object' ? cell.sign : (cell?.toString() ?? '');
  });
  return `${line.join(',')}\r\n`;
}

/** Spreadsheets take a file for UTF-8 by this mark. */
export const byteOrderMark = '\ufeff';

/** A spreadsheet runs what begins like a formula, also behind white space; an apostrophe makes it text. */
export function csvCell(text: string): string {
  const plain = text.replaceAll('\0', '\ufffd');
  const safe = /^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(plain)
    ? `'${plain}`
    : plain;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
