import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Cause, Result } from '#labs/kit/result.ts';
import type { GradedStep, GradeState, LearnerGrade } from './grade-learner.ts';

export interface GradeRun {
  id: number;
  began: number;
  /** Absent: it was stopped, and can be resumed. */
  ended?: number;
  version: string;
  labs: string[];
  learners: string[];
}

/** How one learner stood in one run. */
export interface Standing {
  learner: string;
  at: number;
  state: GradeState;
  cause: Cause | null;
  steps: Array<GradedStep & { best?: { at: number; run: number } }>;
}

const version = 1;

/** Everything that was ever seen of a class, and for each step the first evidence of a pass. */
export function openGradebook(folder: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const db = openFile(path.join(folder, 'gradebook.sqlite'));
  return {
    begin(run: Omit<GradeRun, 'id' | 'ended'>): GradeRun {
      const { lastInsertRowid } = db
        .prepare('INSERT INTO run (began, version, labs, learners) VALUES (?, ?, ?, ?)')
        .run(run.began, run.version, JSON.stringify(run.labs), JSON.stringify(run.learners));
      return { ...run, id: Number(lastInsertRowid) };
    },
    run(id: number): GradeRun | undefined {
      const row = db.prepare('SELECT * FROM run WHERE id = ?').get(id);
      return row && runOf(row);
    },
    /** The last run, where it was stopped. */
    stopped(): GradeRun | undefined {
      const row = db.prepare('SELECT * FROM run ORDER BY id DESC LIMIT 1').get();
      return row && row.ended === null ? runOf(row) : undefined;
    },
    end(run: number, at: number): void {
      db.prepare('UPDATE run SET ended = ? WHERE id = ?').run(at, run);
    },
    /** One learner, whole or not at all. */
    keep(run: number, at: number, grade: LearnerGrade): void {
      db.exec('BEGIN IMMEDIATE');
      try {
        db.prepare(
          'INSERT INTO looked (run, learner, at, state, cause, calls) VALUES (?, ?, ?, ?, ?, ?)',
        ).run(run, grade.learner, at, grade.state, grade.cause, grade.calls);
        for (const { lab, step, optional, result } of grade.steps) {
          db.prepare(
            'INSERT INTO seen (run, learner, lab, step, optional, outcome, result) VALUES (?, ?, ?, ?, ?, ?, ?)',
          ).run(run, grade.learner, lab, step, optional ? 1 : 0, result.outcome, JSON.stringify(result));
          if (result.outcome === 'pass') {
            db.prepare(
              'INSERT INTO best (learner, lab, step, at, run, result) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
            ).run(grade.learner, lab, step, at, run, JSON.stringify(result));
          }
        }
        db.exec('COMMIT');
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
    },
    done(run: number): Set<string> {
      const rows = db.prepare('SELECT learner FROM looked WHERE run = ?').all(run);
      return new Set(rows.map(({ learner }) => String(learner)));
    },
    best(learner: string, lab: string, step: string): Result | undefined {
      const row = db
        .prepare('SELECT result FROM best WHERE learner = ? AND lab = ? AND step = ?')
        .get(learner, lab, step);
      return row ? JSON.parse(String(row.result)) : undefined;
    },
    standing(run: number, learner: string): Standing | undefined {
      const looked = db.prepare('SELECT * FROM looked WHERE run = ? AND learner = ?').get(run, learner);
      if (!looked) return undefined;
      const steps = db
        .prepare(
          `SELECT seen.lab, seen.step, seen.optional, seen.result, best.at AS bestAt, best.run AS bestRun
           FROM seen LEFT JOIN best USING (learner, lab, step)
           WHERE seen.run = ? AND seen.learner = ? ORDER BY seen.rowid`,
        )
        .all(run, learner)
        .map((row) => ({
          lab: String(row.lab),
          step: String(row.step),
          optional: row.optional === 1,
          result: JSON.parse(String(row.result)) as Result,
          ...(row.bestAt === null ? {} : { best: { at: Number(row.bestAt), run: Number(row.bestRun) } }),
        }));
      return {
        learner,
        at: Number(looked.at),
        state: looked.state as GradeState,
        cause: looked.cause as Cause | null,
        steps,
      };
    },
    close: () => db.close(),
  };
}

export type Gradebook = ReturnType<typeof openGradebook>;

function openFile(file: string): DatabaseSync {
  const db = new DatabaseSync(file);
  try {
    chmodSync(file, 0o600);
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 3000;');
    const found = Number(db.prepare('PRAGMA user_version').get()?.user_version ?? 0);
    if (found > version) throw new Error(`${file} was written by a newer version (${found})`);
    if (found === 0) db.exec(schema);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function runOf(row: Record<string, unknown>): GradeRun {
  return {
    id: Number(row.id),
    began: Number(row.began),
    ...(row.ended === null ? {} : { ended: Number(row.ended) }),
    version: String(row.version),
    labs: JSON.parse(String(row.labs)),
    learners: JSON.parse(String(row.learners)),
  };
}

const schema = `
  BEGIN;
  CREATE TABLE run (
    id INTEGER PRIMARY KEY, began INTEGER NOT NULL, ended INTEGER, version TEXT NOT NULL,
    labs TEXT NOT NULL, learners TEXT NOT NULL
  );
  CREATE TABLE looked (
    run INTEGER NOT NULL REFERENCES run, learner TEXT NOT NULL, at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('read', 'partly', 'unreadable', 'unsafe')), cause TEXT, calls INTEGER NOT NULL,
    PRIMARY KEY (run, learner)
  );
  CREATE TABLE seen (
    run INTEGER NOT NULL, learner TEXT NOT NULL, lab TEXT NOT NULL, step TEXT NOT NULL, optional INTEGER NOT NULL,
    outcome TEXT NOT NULL, result TEXT NOT NULL, UNIQUE (run, learner, lab, step)
  );
  CREATE TABLE best (
    learner TEXT NOT NULL, lab TEXT NOT NULL, step TEXT NOT NULL, at INTEGER NOT NULL, run INTEGER NOT NULL,
    result TEXT NOT NULL, PRIMARY KEY (learner, lab, step)
  );
  PRAGMA user_version = 1;
  COMMIT;
`;
