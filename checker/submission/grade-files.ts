import path from 'node:path';
import type { ClassFile } from '../grading/class-file.ts';
import { decidedOf } from '../grading/decisions.ts';
import type { LearnerGrade } from '../grading/grade-learner.ts';
import type { Learner } from '../grading/learner.ts';
import { bytesOf, filesIn } from './files-in.ts';
import { lookInWorker, type WorkerLimits } from './in-worker.ts';
import type { LookedAt } from './look-in.ts';
import type { FileProblem } from './read-submission.ts';
import { type Resemblance, resemblances } from './resemblance.ts';
import { whose } from './whose.ts';

export interface FilesOptions {
  folder: string;
  labs: readonly string[];
  limits: WorkerLimits;
  concurrency: number;
  /** Given: learners' code runs too. */
  runCode?: { path: string };
  signal?: AbortSignal;
}

export interface FileLookedAt {
  /** Its name below the folder. */
  file: string;
  looked: LookedAt | { problem: FileProblem };
}

/** What a file may only have come to by its code. */
const ofTheCode: ReadonlySet<string> = new Set(['took-too-long', 'too-much-memory', 'crashed']);

/** Looks at every file of a folder, a few at a time, and gives each away as it is done. */
export async function* lookAtFiles(options: FilesOptions): AsyncGenerator<FileLookedAt> {
  const { folder, labs, limits, concurrency, signal, runCode } = options;
  const left = filesIn(folder);
  const running = new Map<string, Promise<FileLookedAt>>();
  const look = async (file: string): Promise<FileLookedAt> => {
    const bytes = bytesOf(path.join(folder, file));
    if ('problem' in bytes) return { file, looked: bytes };
    const reading = { bytes, labs };
    if (!runCode) return { file, looked: await lookInWorker(reading, limits, signal) };
    const looked = await lookInWorker({ ...reading, runCode }, limits, signal);
    if (!('problem' in looked) || !ofTheCode.has(looked.problem.kind) || signal?.aborted)
      return { file, looked };
    // What running it cost must not cost what reading shows.
    const read = await lookInWorker(reading, limits, signal);
    return { file, looked: 'problem' in read ? read : { ...read, notRun: looked.problem.kind } };
  };
  while (left.length > 0 || running.size > 0) {
    while (left.length > 0 && running.size < concurrency && !signal?.aborted) {
      const file = left.shift() as string;
      running.set(file, look(file));
    }
    if (running.size === 0) return;
    const done = await Promise.race(running.values());
    running.delete(done.file);
    if (!signal?.aborted) yield done;
  }
}

/** What became of a file that was looked at. */
export type Placed =
  | { file: string; is: 'counted'; learner: Learner; looked: LookedAt }
  /** The same learner has handed in later work. */
  | { file: string; is: 'older'; learner: Learner; than: string }
  | { file: string; is: 'unplaced'; id: string; why: 'unknown' | 'has-account' | 'several' | 'withdrawn' };

/** Gives each submission to its learner; of two of one learner the one with the later work counts. */
export function place(
  files: ReadonlyArray<{ file: string; looked: LookedAt }>,
  classFile: ClassFile,
): Placed[] {
  const newest = new Map<string, { file: string; looked: LookedAt }>();
  const placed = files.map(({ file, looked }) => {
    const found = whose(looked.learner.id, classFile.learners);
    if ('nobody' in found) return { file, is: 'unplaced' as const, id: looked.learner.id, why: found.nobody };
    const { learner } = found;
    if (decidedOf(classFile, learner.id).withdrawn)
      return { file, is: 'unplaced' as const, id: looked.learner.id, why: 'withdrawn' as const };
    const before = newest.get(learner.id);
    if (!before || isLater(looked, before.looked)) newest.set(learner.id, { file, looked });
    return { file, is: 'counted' as const, learner, looked };
  });
  return placed.map((one) => {
    if (one.is !== 'counted') return one;
    const than = newest.get(one.learner.id)?.file ?? one.file;
    return than === one.file ? one : { file: one.file, is: 'older', learner: one.learner, than };
  });
}

/** Equally late, the one with more in it; then whichever, but always the same one. */
function isLater(a: LookedAt, b: LookedAt): boolean {
  if (a.lastWork !== b.lastWork) return a.lastWork > b.lastWork;
  return a.labs.length === b.labs.length ? a.digest > b.digest : a.labs.length > b.labs.length;
}

/** What the gradebook keeps of a submission. */
export function gradeOf({ learner, looked }: { learner: Learner; looked: LookedAt }): LearnerGrade {
  const unread = looked.steps.filter(({ result }) => result.outcome === 'unknown');
  const { steps, calls } = looked;
  return {
    learner: learner.id,
    state: unread.length === 0 ? 'read' : 'partly',
    cause: unread[0]?.result.cause ?? null,
    steps: steps.map(({ claimedAt: _, ...step }) => step),
    calls,
  };
}

/** What files of different learners have in common, with their names. */
export function inCommon(
  files: ReadonlyArray<{ file: string; looked: LookedAt }>,
  givenOut: ReadonlySet<string>,
): Array<{ what: Resemblance['what']; files: string[] }> {
  const all = files.map(({ looked }) => ({
    learner: looked.learner.id.trim().toLowerCase(),
    traits: looked.traits,
  }));
  return resemblances(all, givenOut).map(({ what, of }) => ({
    what,
    files: of.map((at) => files[at]?.file ?? ''),
  }));
}
