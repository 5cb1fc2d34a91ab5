import { hasAccount, learnerId, noAccount } from './learner.ts';

/** One line of a roster, understood. */
export interface RosterLine {
  line: number;
  name: string;
  email?: string;
  /** Twelve digits, or `sandbox` for who has none. */
  account: string;
  /** The grader's role in the learner's account; absent: the one that the printed commands make. */
  role?: string;
  region: string;
  prefix: string;
  language?: RosterLanguage;
}

export type RosterLanguage = (typeof languages)[number];

/** What is wrong with a roster, and on which line, as data. */
export interface RosterProblem {
  line: number;
  fault: RosterFault;
  /** The word that is wrong, shortened. */
  found: string;
}

export type RosterFault =
  | 'too-large'
  | 'empty'
  | 'not-utf8'
  | 'open-quote'
  | 'stray-quote'
  | 'columns'
  | 'missing-column'
  | 'unknown-column'
  | 'repeated-column'
  | 'name'
  | 'account'
  | 'email'
  | 'role-without-account'
  | 'role'
  | 'role-account'
  | 'region'
  | 'prefix'
  | 'language'
  | 'repeated'
  | 'repeated-role'
  | 'in-class';

export const mostRosterBytes = 10 * 1024 * 1024;

const languages = ['en', 'ja', 'vi'] as const;
const columns = ['name', 'email', 'account', 'role', 'region', 'prefix', 'language'] as const;
const required = ['name', 'account'] as const;

/** Reads a roster as spreadsheets save it. With one problem there are no lines: a class is changed whole or not at all. */
export function readRoster(
  bytes: Uint8Array,
  { region }: { region: string },
): { lines: RosterLine[] } | { problems: RosterProblem[] } {
  if (bytes.length > mostRosterBytes) return one(1, 'too-large', `${bytes.length}`);
  const text = decoded(bytes);
  if (text === undefined) return one(1, 'not-utf8', '');
  const table = readCsv(text);
  if ('fault' in table) return { problems: [table] };
  const [head, ...rows] = table.rows;
  if (!head || rows.length === 0) return one(1, 'empty', '');
  const places = placesOf(head.cells.map((cell) => cell.trim().toLowerCase()));
  if ('problems' in places) return places;

  const problems: RosterProblem[] = [];
  const lines: RosterLine[] = [];
  const seen = new Set<string>();
  const roles = new Set<string>();
  for (const { line, cells } of rows) {
    const found = understood(line, cells, head.cells.length, places.at, region);
    if ('problems' in found) {
      problems.push(...found.problems);
      continue;
    }
    const key = learnerId(found.line);
    if (seen.has(key)) problems.push({ line, fault: 'repeated', found: key });
    else if (found.line.role && roles.has(found.line.role))
      problems.push({ line, fault: 'repeated-role', found: found.line.role });
    seen.add(key);
    if (found.line.role) roles.add(found.line.role);
    lines.push(found.line);
  }
  return problems.length > 0 ? { problems } : { lines };
}

function one(line: number, fault: RosterFault, found: string) {
  return { problems: [{ line, fault, found }] };
}

/** Without the mark that spreadsheets put before UTF-8. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

interface Row {
  line: number;
  cells: string[];
}

/** RFC 4180, with any line ending; lines that hold nothing are passed over. */
function readCsv(text: string): { rows: Row[] } | RosterProblem {
  const rows: Row[] = [];
  let cells: string[] = [];
  let line = 1;
  let began = 1;
  const end = (cell: string) => {
    cells.push(cell);
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: began, cells });
    cells = [];
    began = line;
  };
  for (let at = 0; at <= text.length; ) {
    let cell: string;
    if (text[at] === '"') {
      const quoted = closing(text, at);
      if (quoted === undefined) return { line: began, fault: 'open-quote', found: '' };
      const raw = text.slice(at + 1, quoted);
      cell = raw.replaceAll('""', '"');
      line += raw.split('\n').length - 1;
      at = quoted + 1;
      if (at < text.length && !',\r\n'.includes(text[at] as string))
        return { line, fault: 'stray-quote', found: text.slice(at, at + 20) };
    } else {
      const from = at;
      while (at < text.length && !',\r\n'.includes(text[at] as string)) at++;
      cell = text.slice(from, at);
    }
    if (text[at] === ',') {
      cells.push(cell);
      at++;
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    line++;
    end(cell);
    if (at >= text.length) break;
    at++;
  }
  return { rows };
}

function closing(text: string, opening: number): number | undefined {
  for (let at = text.indexOf('"', opening + 1); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at;
  return undefined;
}

type Column = (typeof columns)[number];

function placesOf(head: readonly string[]): { at: Map<Column, number> } | { problems: RosterProblem[] } {
  const problems: RosterProblem[] = [];
  const at = new Map<Column, number>();
  for (const [place, word] of head.entries()) {
    const column = columns.find((name) => name === word);
    if (!column) problems.push({ line: 1, fault: 'unknown-column', found: short(word) });
    else if (at.has(column)) problems.push({ line: 1, fault: 'repeated-column', found: word });
    else at.set(column, place);
  }
  for (const name of required)
    if (!at.has(name)) problems.push({ line: 1, fault: 'missing-column', found: name });
  return problems.length > 0 ? { problems } : { at };
}

function understood(
  line: number,
  cells: readonly string[],
  width: number,
  at: ReadonlyMap<Column, number>,
  usualRegion: string,
): { line: RosterLine } | { problems: RosterProblem[] } {
  if (cells.length !== width) return one(line, 'columns', `${cells.length}`);
  const cell = (column: Column) => {
    const place = at.get(column);
    return place === undefined ? '' : (cells[place] ?? '').trim();
  };
  const [name, email, account, role] = [
    cell('name').normalize('NFC'),
    cell('email').normalize('NFC'),
    cell('account').toLowerCase() === noAccount ? noAccount : cell('account'),
    cell('role'),
  ];
  const isAlone = !hasAccount({ account });
  const [region, prefix, language] = [cell('region') || usualRegion, cell('prefix'), cell('language')];
  const arn = /^arn:aws[a-z-]*:iam::(\d{12}):role\/[\w+=,.@/-]{1,576}$/.exec(role);
  const spoken = languages.find((known) => known === language);
  const wrong: Array<[boolean, RosterFault, string]> = [
    [name === '' || name.length > 200 || /\p{Cc}/u.test(name), 'name', name],
    [!isAlone && !/^\d{12}$/.test(account), 'account', account],
    [isAlone && !/^[^\s@]{1,64}@[^\s@]{1,190}$/.test(email), 'email', email],
    [isAlone && role !== '', 'role-without-account', role],
    [role !== '' && !arn, 'role', role],
    [!isAlone && arn !== null && arn[1] !== account, 'role-account', role],
    [!/^[a-z]{2}(-[a-z]+){1,3}-\d$/.test(region), 'region', region],
    [!/^([a-z][a-z0-9-]{0,15})?$/.test(prefix), 'prefix', prefix],
    [language !== '' && !spoken, 'language', language],
  ];
  const problems = wrong.flatMap(([is, fault, found]) => (is ? [{ line, fault, found: short(found) }] : []));
  if (problems.length > 0) return { problems };
  return {
    line: {
      line,
      name,
      account,
      region,
      prefix,
      ...(email ? { email } : {}),
      ...(role ? { role } : {}),
      ...(spoken ? { language: spoken } : {}),
    },
  };
}

/** Fit for a terminal: a cell may hold anything. */
function short(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').slice(0, 60);
}
