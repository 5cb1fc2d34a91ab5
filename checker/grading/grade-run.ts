import { gradeClass } from './grade-class.ts';
import type { LearnerGrade } from './grade-learner.ts';
import type { Gradebook, GradeRun } from './gradebook.ts';
import type { Learner } from './learner.ts';

export interface RunOptions {
  gradebook: Gradebook;
  run: GradeRun;
  /** Of the whole class; who is not of this run, or has been graded in it, is passed over. */
  learners: readonly Learner[];
  grade(learner: Learner, signal: AbortSignal): Promise<LearnerGrade>;
  concurrency: number;
  now(): number;
  signal?: AbortSignal;
}

/** Goes on with a run until every learner of it is in the gradebook. */
export async function* gradeRun(options: RunOptions): AsyncGenerator<LearnerGrade> {
  const { gradebook, run, learners, grade, concurrency, now, signal } = options;
  const done = gradebook.done(run.id);
  const asked = new Set(run.learners);
  const left = learners.filter(({ id }) => asked.has(id) && !done.has(id));
  for await (const one of gradeClass(left, grade, { concurrency, ...(signal ? { signal } : {}) })) {
    gradebook.keep(run.id, now(), one);
    yield one;
  }
  if (!signal?.aborted) gradebook.end(run.id, now());
}
