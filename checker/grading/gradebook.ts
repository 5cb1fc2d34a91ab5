import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import type { Cause, Result } from '#labs/kit/result.ts';
import type { GradedStep, GradeState, LearnerGrade } from './grade-learner.ts';
import { gradeKeeper } from './gradebook-keep.ts';
import { gradebookReader } from './gradebook-read.ts';
import { bringUpToDate } from './gradebook-schema.ts';

export interface GradeRun {
  id: number;
  began: number;
  /** Absent: it was stopped, and can be resumed. */
  ended?: number;
  version: string;
  labs: string[];
  /** By lab, a hash of the files that looked. */
  labVersions?: Readonly<Record<string, string>>;
  learners: string[];
}

/** A run without its learners: there may be thousands of both. */
export interface RunSummary extends Omit<GradeRun, 'learners'> {
  /** How many were to be looked at, and how many were. */
  asked: number;
  looked: number;
}

/** `seen`: by our own checks. `claimed`: the learner's word alone. */
export interface Sight {
  source: 'seen' | 'claimed';
  how: 'earned' | 'provided' | null;
}

/** How one learner stood in one run, or when it was seen last. */
export interface Standing {
  learner: string;
  at: number;
  state: GradeState;
  cause: Cause | null;
  /** Nothing of the course was there any more; `null`, or absent: nobody can tell. */
  empty?: boolean | null;
  /** `best`: the first pass that counts; without a sight of its own it was seen. */
  steps: Array<GradedStep & { best?: { at: number; run: number } & Partial<Sight> }>;
  /** When everything was first seen to be gone. */
  cleaned?: number;
}

/** The first pass that was seen; where nobody saw one, the first that was claimed. */
export interface FirstPass extends Sight {
  at: number;
  run: number;
  result: Result;
}

/** For how long a step was seen to be one and the same. */
export interface Spell extends Sight {
  lab: string;
  step: string;
  from: number;
  to: number;
  runs: [first: number, last: number];
  result: Result;
}

export interface StepChange {
  learner: string;
  lab: string;
  step: string;
  was: Result;
  is: Result;
}

/** Everything that was ever seen of a class. */
export function openGradebook(folder: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const db = openFile(path.join(folder, 'gradebook.sqlite'));
  const write = gradeKeeper(db);
  const reader = gradebookReader(db);
  return {
    ...reader,
    begin(run: Omit<GradeRun, 'id' | 'ended'>): GradeRun {
      const { began, version, labs, learners, labVersions = {} } = run;
      const { lastInsertRowid } = db
        .prepare('INSERT INTO run (began, version, labs, learners, lab_versions) VALUES (?, ?, ?, ?, ?)')
        .run(began, version, JSON.stringify(labs), JSON.stringify(learners), JSON.stringify(labVersions));
      return { ...run, labVersions, id: Number(lastInsertRowid) };
    },
    run(id: number): GradeRun | undefined {
      const row = db.prepare('SELECT * FROM run WHERE id = ?').get(id);
      return row && runOf(row);
    },
    /** Every run, the newest first. */
    runs(): RunSummary[] {
      return db
        .prepare(
          `SELECT id, began, ended, version, labs, lab_versions, json_array_length(learners) AS asked,
           (SELECT count(*) FROM look WHERE look.run = run.id) AS looked FROM run ORDER BY id DESC`,
        )
        .all()
        .map((row) => ({ ...factsOf(row), asked: Number(row.asked), looked: Number(row.looked) }));
    },
    /** The newest run that was stopped. */
    stopped(): GradeRun | undefined {
      const row = db.prepare('SELECT * FROM run WHERE ended IS NULL ORDER BY id DESC LIMIT 1').get();
      return row && runOf(row);
    },
    end(run: number, at: number): void {
      db.prepare('UPDATE run SET ended = ? WHERE id = ?').run(at, run);
    },
    /** One learner, whole or not at all; `false` where somebody kept it for this run already. */
    keep: (run: number, at: number, grade: LearnerGrade): boolean => atOnce(db, () => write(run, at, grade)),
    done(run: number): Set<string> {
      const rows = db.prepare('SELECT learner FROM look WHERE run = ?').all(run);
      return new Set(rows.map(({ learner }) => String(learner)));
    },
    /** Removes what was ever seen of somebody, from the file's free pages and its journal too. */
    forget(learner: string): void {
      atOnce(db, () => {
        db.prepare('DELETE FROM span WHERE learner = ?').run(learner);
        db.prepare('DELETE FROM quoted WHERE look IN (SELECT id FROM look WHERE learner = ?)').run(learner);
        db.prepare('DELETE FROM look WHERE learner = ?').run(learner);
        db.prepare(
          `UPDATE run SET learners = (SELECT json_group_array(value) FROM json_each(run.learners) WHERE value <> ?1)
           WHERE EXISTS (SELECT 1 FROM json_each(run.learners) WHERE value = ?1)`,
        ).run(learner);
      });
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    },
    close: () => db.close(),
  };
}

export type Gradebook = ReturnType<typeof openGradebook>;

function openFile(file: string): DatabaseSync {
  const db = new DatabaseSync(file);
  try {
    chmodSync(file, 0o600);
    // A commit outlives the process, however that ends. Where the machine itself goes down, the last learners may be
    // missing, never half there, and are looked at again.
    db.exec(
      'PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;',
    );
    bringUpToDate(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function atOnce<Value>(db: DatabaseSync, work: () => Value): Value {
  db.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    db.exec('COMMIT');
    return value;
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

function runOf(row: Record<string, SQLOutputValue>): GradeRun {
  return { ...factsOf(row), learners: JSON.parse(String(row.learners)) };
}

function factsOf(row: Record<string, SQLOutputValue>): Omit<GradeRun, 'learners'> {
  return {
    id: Number(row.id),
    began: Number(row.began),
    ...(row.ended === null ? {} : { ended: Number(row.ended) }),
    version: String(row.version),
    labs: JSON.parse(String(row.labs)),
    labVersions: JSON.parse(String(row.lab_versions)),
  };
}
