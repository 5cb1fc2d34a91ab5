import type { Standing } from './gradebook.ts';
import type { Learner } from './learner.ts';
import { scoreOf } from './score.ts';

/** The head of the table that spreadsheets and learning platforms take in. */
export function csvHead(labs: readonly string[]): string {
  return csvLine(['Name', 'Email address', 'Account', 'Prefix', 'State', ...labs, 'Incomplete steps']);
}

/** A lab's cell is the number of credited steps; it is empty while a step of it is incomplete. */
export function csvRow(learner: Learner, standing: Standing | undefined, labs: readonly string[]): string {
  const steps = standing?.steps ?? [];
  const cells = labs.map((lab) => {
    const score = scoreOf(steps.filter((one) => one.lab === lab));
    return score.steps === 0 || score.incomplete > 0 ? '' : String(score.credited);
  });
  const { name, email = '', account, prefix } = learner;
  const incomplete = standing ? String(scoreOf(steps).incomplete) : '';
  return csvLine([name, email, account, prefix, standing?.state ?? '', ...cells, incomplete]);
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
