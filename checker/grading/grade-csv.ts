import { countedIn, type Marks } from './marks.ts';

/** The head of the table that spreadsheets and learning platforms take in. */
export function csvHead(labs: readonly string[]): string {
  return csvLine(['Name', 'Email address', 'Account', 'Prefix', 'State', ...labs, 'Incomplete steps']);
}

/** A lab's cell is its points; it is empty while a step of it is incomplete. */
export function csvRow(marks: Marks, labs: readonly string[]): string {
  const cells = labs.map((lab) => {
    const { points, of, incomplete } = countedIn(marks.steps.filter((one) => one.lab === lab));
    return of === 0 || incomplete > 0 ? '' : String(points);
  });
  const { name, email = '', account, prefix } = marks.learner;
  const wasSeen = marks.at !== null;
  const incomplete = wasSeen ? String(marks.incomplete) : '';
  return csvLine([name, email, account, prefix, wasSeen ? marks.state : '', ...cells, incomplete]);
}

/** With CRLF, as RFC 4180 says. */
function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** A spreadsheet runs what begins like a formula, also behind white space; an apostrophe makes it text. */
export function csvCell(text: string): string {
  const safe = /^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
