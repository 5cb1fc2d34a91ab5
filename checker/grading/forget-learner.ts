import { closeSync, openSync, readdirSync, readSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Change, type ClassFile, changeClass, classFolder } from './class-file.ts';
import { idsOf } from './decisions.ts';
import { openGradebook } from './gradebook.ts';
import type { Learner } from './learner.ts';
import { initialNames, tagOf } from './reports/labels.ts';

/** What was removed of a learner, and where something is still found. */
export interface Forgotten {
  ids: string[];
  /** In the class's folder, from there on. */
  files: string[];
  /** Files that still hold something: somebody has them open. Then the class file was left alone. */
  left: string[];
}

const kept = /^(class\.(json|lock)|looking\.lock|gradebook\.sqlite(-wal|-shm)?)$/;

/** The files beside the class that speak of a learner: templates, reports and exports. They would go. */
export function filesAbout(home: string, file: ClassFile, learner: Learner): string[] {
  const folder = classFolder(home, file.name);
  const words = [...wordsOf(file, learner), ...namesOf(file, learner)];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((name) => !kept.test(name))
    .filter((name) => words.some((word) => name.includes(word)) || holds(path.join(folder, name), words))
    .sort();
}

/**
 * Removes a learner from everything that a class keeps. The class file goes last: as long as something is left, the
 * learner can be named and the command run again.
 */
export function forgetLearner(home: string, file: ClassFile, learner: Learner): Forgotten {
  const folder = classFolder(home, file.name);
  const ids = idsOf(file, learner.id);
  const gradebook = openGradebook(folder);
  try {
    for (const id of ids) gradebook.forget(id);
  } finally {
    gradebook.close();
  }
  const files = filesAbout(home, file, learner);
  for (const name of files) rmSync(path.join(folder, name), { force: true });
  const words = wordsOf(file, learner);
  const left = readdirSync(folder)
    .filter((name) => name.startsWith('gradebook.'))
    .filter((name) => holds(path.join(folder, name), words));
  if (left.length === 0) changeClass(home, file.name, (now) => withoutLearner(now, learner.id));
  return { ids, files, left };
}

/** The class as if the learner had never been in it; that somebody was removed, and not who, stands in the history. */
export function withoutLearner(file: ClassFile, learner: string, at = new Date().toISOString()): ClassFile {
  const ids = new Set(idsOf(file, learner));
  const history = file.history.flatMap((one): Change[] => {
    if ('learner' in one) return ids.has(one.learner) ? [] : [one];
    if (one.what !== 'add') return [one];
    const learners = one.learners.filter((id) => !ids.has(id));
    return learners.length > 0 ? [{ ...one, learners }] : [];
  });
  return {
    ...file,
    learners: file.learners.filter(({ id }) => !ids.has(id)),
    history: [...history, { at, what: 'forget' }],
  };
}

/** What is of this learner, and neither of nor within what is somebody else's: accounts and prefixes may be shared. */
function wordsOf(file: ClassFile, learner: Learner): string[] {
  const others = file.learners.filter(({ id }) => id !== learner.id).flatMap(factsOf);
  const own = [...idsOf(file, learner.id), ...factsOf(learner)];
  return [...new Set(own)]
    .filter((word) => word.length > 3 && !others.some((one) => one.includes(word)))
    .flatMap(asWritten);
}

const factsOf = ({ id, account, email = '', externalId, role }: Learner): string[] => [
  id,
  account,
  email,
  externalId,
  role,
];

/** What people are called, also in a report with initials; a short name is part of too many words. */
function namesOf(file: ClassFile, learner: Learner): string[] {
  const names = [learner.name, initialNames(file).nameOf(learner), tagOf(file, learner).slice(0, 20)];
  return names.filter((name) => new TextEncoder().encode(name).length > 3).flatMap(asWritten);
}

/** As it stands in plain text, in JSON and in HTML. */
function asWritten(word: string): string[] {
  const html = word
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  const all = [
    word,
    word.normalize('NFD'),
    JSON.stringify(word).slice(1, -1),
    html,
    html.replaceAll("'", '&#39;'),
  ];
  return [...new Set(all)];
}

const piece = 1 << 20;

/** Whether a file of any size holds one of the words. */
function holds(file: string, words: readonly string[]): boolean {
  const sought = words.map((word) => Buffer.from(word));
  const overlap = Math.max(0, ...sought.map(({ length }) => length - 1));
  const bytes = Buffer.alloc(piece + overlap);
  const handle = openSync(file, 'r');
  try {
    for (let carried = 0; ; ) {
      const read = readSync(handle, bytes, carried, piece, null);
      const filled = bytes.subarray(0, carried + read);
      if (sought.some((word) => filled.includes(word))) return true;
      if (read === 0) return false;
      carried = Math.min(overlap, filled.length);
      bytes.copy(bytes, 0, filled.length - carried, filled.length);
    }
  } finally {
    closeSync(handle);
  }
}
