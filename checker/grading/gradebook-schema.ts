import type { DatabaseSync } from 'node:sqlite';
import type { Result } from '#labs/kit/result.ts';
import type { GradeState, LearnerGrade } from './grade-learner.ts';
import { gradeKeeper } from './gradebook-keep.ts';

export const version = 2;

/**
 * Looks are numbered as they come, over all runs; a step's result is one row for as long as looks of that learner
 * followed one another and saw the same.
 */
const tables = `
  CREATE TABLE run (
    id INTEGER PRIMARY KEY, began INTEGER NOT NULL, ended INTEGER, version TEXT NOT NULL,
    labs TEXT NOT NULL, learners TEXT NOT NULL, lab_versions TEXT NOT NULL DEFAULT '{}'
  );
  CREATE TABLE look (
    id INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER NOT NULL REFERENCES run, learner TEXT NOT NULL,
    at INTEGER NOT NULL, state TEXT NOT NULL CHECK (state IN ('read', 'partly', 'unreadable', 'unsafe')),
    cause TEXT, calls INTEGER NOT NULL, empty INTEGER, changed INTEGER NOT NULL,
    UNIQUE (run, learner)
  );
  CREATE INDEX look_of_learner ON look (learner, id);
  CREATE INDEX look_at_leftovers ON look (learner, empty, id, at);
  CREATE TABLE quoted (look INTEGER PRIMARY KEY, requests TEXT NOT NULL);
  CREATE TABLE span (
    learner TEXT NOT NULL, lab TEXT NOT NULL, step TEXT NOT NULL, place INTEGER NOT NULL, optional INTEGER NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('seen', 'claimed')), how TEXT CHECK (how IN ('earned', 'provided')),
    outcome TEXT NOT NULL, result TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
    PRIMARY KEY (learner, lab, step, first)
  ) WITHOUT ROWID;
`;

/** Makes the tables, or brings those of an older version here; all of it or nothing. */
export function bringUpToDate(db: DatabaseSync): void {
  const found = () => Number(db.prepare('PRAGMA user_version').get()?.user_version ?? 0);
  if (found() === version) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    // Somebody else may have done it while this one waited.
    const from = found();
    if (from > version) throw new Error(`the gradebook was written by a newer version (${from})`);
    if (from === 0) db.exec(tables);
    if (from === 1) fromFirst(db);
    db.exec(`PRAGMA user_version = ${version}; COMMIT;`);
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

/** Version 1 held every step of every run in a row of its own: each look is kept again, as it is kept now. */
function fromFirst(db: DatabaseSync): void {
  db.exec('ALTER TABLE run RENAME TO run_1; ALTER TABLE looked RENAME TO looked_1;');
  db.exec(tables);
  db.exec('INSERT INTO run (id, began, ended, version, labs, learners) SELECT * FROM run_1');
  const keep = gradeKeeper(db);
  const steps = db.prepare(
    'SELECT lab, step, optional, result FROM seen WHERE run = ? AND learner = ? ORDER BY rowid',
  );
  for (const look of db.prepare('SELECT * FROM looked_1 ORDER BY run, rowid').iterate()) {
    const [run, learner] = [Number(look.run), String(look.learner)];
    const grade: LearnerGrade = {
      learner,
      state: look.state as GradeState,
      cause: look.cause as LearnerGrade['cause'],
      calls: Number(look.calls),
      steps: steps.all(run, learner).map((row) => ({
        lab: String(row.lab),
        step: String(row.step),
        optional: row.optional === 1,
        result: JSON.parse(String(row.result)) as Result,
      })),
    };
    keep(run, Number(look.at), grade);
  }
  db.exec('DROP TABLE best; DROP TABLE seen; DROP TABLE looked_1; DROP TABLE run_1;');
}
