import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Locale } from '#labs/kit/text.ts';
import { type ClassFileFault, classFileFaults } from './class-file-faults.ts';
import type { Access, Learner } from './learner.ts';
import { hasAccount, learnerId, roleNameOf } from './learner.ts';
import type { RosterLine, RosterProblem } from './roster.ts';
import type { Decision, Rules } from './rules.ts';

/** A class: who is in it, and everything that was changed, when. */
export interface ClassFile {
  schema: 'handson.class-file/1';
  name: string;
  /** Whose account looks: what the learners' roles trust. */
  instructor: string;
  region: string;
  learners: Learner[];
  /** Absent: `noRules`. */
  rules?: Rules;
  history: Change[];
}

export type Change =
  | Decision
  | ({ at: string } & (
      | { what: 'init' }
      /** Somebody was removed: what stood here of them is gone, and it is not said who. */
      | { what: 'forget' }
      | { what: 'add'; learners: string[] }
      | { what: 'access'; learner: string; from: Access | null; to: Access }
      | { what: 'rules'; from: Rules; to: Rules }
    ));

export const classNamePattern = /^[a-z0-9][a-z0-9-]{0,39}$/;

export const classFolder = (home: string, name: string): string => path.join(home, 'classes', name);

export function classNames(home: string): string[] {
  const folder = path.join(home, 'classes');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'class.json')));
}

export function newClass(options: {
  name: string;
  instructor: string;
  region: string;
  at: string;
}): ClassFile {
  const { at, ...facts } = options;
  return { schema: 'handson.class-file/1', ...facts, learners: [], history: [{ at, what: 'init' }] };
}

/** A class file that nobody can make sense of: not JSON, or with these faults. */
export class ClassUnreadable extends Error {
  readonly file: string;
  readonly faults: readonly ClassFileFault[];

  constructor(file: string, why: string, faults: readonly ClassFileFault[] = []) {
    super(why);
    this.name = 'ClassUnreadable';
    this.file = file;
    this.faults = faults;
  }
}

export function readClass(home: string, name: string): ClassFile {
  const place = path.join(classFolder(home, name), 'class.json');
  const file = parsed(readFileSync(place, 'utf8'), place);
  const faults = classFileFaults(file);
  if (faults.length > 0) throw new ClassUnreadable(place, faults[0]?.place ?? '', faults);
  return file as ClassFile;
}

function parsed(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ClassUnreadable(place, error instanceof Error ? error.message : String(error));
  }
}

/** Reads, changes and writes while nobody else can: of two commands at once none is lost. */
export function changeClass(home: string, name: string, change: (file: ClassFile) => ClassFile): ClassFile {
  // The lock is the operating system's, and ends with the process however that ends.
  const lock = new DatabaseSync(path.join(classFolder(home, name), 'class.lock'), { timeout: 10_000 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    const before = readClass(home, name);
    const file = change(before);
    if (file !== before) writeClass(home, file);
    return file;
  } finally {
    lock.close();
  }
}

/** Written beside and put in its place: a class is never half a class. */
export function writeClass(home: string, file: ClassFile): void {
  const folder = classFolder(home, file.name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = path.join(folder, `class.json.${process.pid}`);
  writeFileSync(draft, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, path.join(folder, 'class.json'));
}

/** Adds a roster's learners. Who is there already, unchanged, is passed over; who would change is a problem. */
export function withRoster(
  file: ClassFile,
  lines: readonly RosterLine[],
  { at, language, externalId }: { at: string; language: Locale; externalId: () => string },
): { file: ClassFile; added: Learner[] } | { problems: RosterProblem[] } {
  const known = new Map(file.learners.map((one) => [one.id, one]));
  const roles = new Set(file.learners.map(({ role }) => role));
  const former = formerIds(file);
  const added: Learner[] = [];
  const problems: RosterProblem[] = [];
  for (const one of lines) {
    const learner = learnerOf(one, language, externalId);
    const before = known.get(learner.id);
    if (before && !(sameFacts(before, learner) && (one.language ?? before.language) === before.language))
      problems.push({ line: one.line, fault: 'in-class', found: learner.id });
    else if (!before && former.has(learner.id))
      problems.push({ line: one.line, fault: 'in-class', found: learner.id });
    else if (!before && hasAccount(learner) && roles.has(learner.role))
      problems.push({ line: one.line, fault: 'repeated-role', found: learner.role });
    if (!before) added.push(learner);
  }
  if (problems.length > 0) return { problems };
  if (added.length === 0) return { file, added };
  const change: Change = { at, what: 'add', learners: added.map(({ id }) => id) };
  return {
    file: { ...file, learners: [...file.learners, ...added], history: [...file.history, change] },
    added,
  };
}

/** What somebody's account was before they moved: what was seen there is theirs, so nobody else gets that id. */
export function formerIds({ history }: Pick<ClassFile, 'history'>): Set<string> {
  return new Set(history.flatMap((one) => (one.what === 'move' ? [one.from] : [])));
}

/** What `verify` saw; the history holds what changed. */
export function withAccess(file: ClassFile, seen: ReadonlyMap<string, Access>, at: string): ClassFile {
  const changes = file.learners.flatMap(({ id, access }): Change[] => {
    const to = seen.get(id);
    return to === undefined || to === access?.verdict
      ? []
      : [{ at, what: 'access', learner: id, from: access?.verdict ?? null, to }];
  });
  const learners = file.learners.map((one) => {
    const verdict = seen.get(one.id);
    return verdict === undefined ? one : { ...one, access: { verdict, at } };
  });
  return { ...file, learners, history: [...file.history, ...changes] };
}

function learnerOf(one: RosterLine, language: Locale, externalId: () => string): Learner {
  const { name, email, account, region, prefix } = one;
  return {
    id: learnerId(one),
    name,
    ...(email ? { email } : {}),
    account,
    role: hasAccount(one) ? (one.role ?? `arn:aws:iam::${account}:role/${roleNameOf(prefix)}`) : '',
    region,
    prefix,
    language: one.language ?? language,
    externalId: hasAccount(one) ? externalId() : '',
  };
}

function sameFacts(a: Learner, b: Learner): boolean {
  return a.name === b.name && a.email === b.email && a.role === b.role && a.region === b.region;
}
