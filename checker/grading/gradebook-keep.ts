import type { DatabaseSync } from 'node:sqlite';
import type { Result } from '#labs/kit/result.ts';
import type { RequestMade } from '../core/reader.ts';
import type { LearnerGrade } from './grade-learner.ts';

/** Enough to quote every call of a learner's look; what failed comes first. */
const mostRequests = 60;

/**
 * Writes one look within the transaction of its caller: a result that is the one of the look before makes that row
 * longer. Answers whether it was written; a learner is looked at once in a run.
 */
export function gradeKeeper(db: DatabaseSync): (run: number, at: number, grade: LearnerGrade) => boolean {
  const before = db.prepare(
    'SELECT id, state, cause, empty, changed FROM look WHERE learner = ? ORDER BY id DESC LIMIT 1',
  );
  const addLook = db.prepare(
    `INSERT INTO look (run, learner, at, state, cause, calls, empty, changed) VALUES (?, ?, ?, ?, ?, ?, ?, 0)
     ON CONFLICT DO NOTHING`,
  );
  const lengthen = db.prepare(
    `UPDATE span SET last = ?, place = ?, optional = ? WHERE learner = ? AND lab = ? AND step = ? AND last = ?
     AND source = ? AND how IS ? AND result = ?`,
  );
  const addSpan = db.prepare('INSERT INTO span VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const hasChanged = db.prepare('UPDATE look SET changed = 1 WHERE id = ?');
  // A table of its own: what is dropped makes room for the next.
  const quote = db.prepare('INSERT INTO quoted VALUES (?, ?)');
  const dropQuoted = db.prepare('DELETE FROM quoted WHERE look = ?');

  return (run, at, grade) => {
    const { learner, state, cause, calls, steps, empty = null, requests = [] } = grade;
    const last = before.get(learner);
    const isEmpty = empty === null ? null : Number(empty);
    const added = addLook.run(run, learner, at, state, cause, calls, isEmpty);
    if (added.changes === 0) return false;
    const look = Number(added.lastInsertRowid);
    if (requests.length > 0) quote.run(look, JSON.stringify(quotable(requests)));
    let changed = last?.state !== state || last.cause !== cause || last.empty !== isEmpty;
    for (const [place, { lab, step, optional, result, source = 'seen', how = null }] of steps.entries()) {
      const { text, outcome } = asWritten(result);
      const facts = [learner, lab, step] as const;
      const same =
        last && lengthen.run(look, place, Number(optional), ...facts, Number(last.id), source, how, text);
      if (same?.changes) continue;
      changed = true;
      addSpan.run(...facts, place, Number(optional), source, how, outcome, text, look, look);
    }
    if (changed) hasChanged.run(look);
    if (last && last.changed === 0) dropQuoted.run(Number(last.id));
    return true;
  };
}

/** Without the mark that it was not asked for again: a milestone is the same evidence in every look. */
function asWritten(result: Result & { kept?: true }): { text: string; outcome: string } {
  const { kept: _, ...plain } = result;
  return { text: JSON.stringify(plain), outcome: plain.outcome };
}

function quotable(requests: readonly RequestMade[]): readonly RequestMade[] {
  const failed = requests.filter(({ error }) => error !== undefined);
  return [...failed, ...requests.filter(({ error }) => error === undefined)].slice(0, mostRequests);
}
