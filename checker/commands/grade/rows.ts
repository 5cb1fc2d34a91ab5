import type { ClassFile } from '#checker/grading/class-file.ts';
import { idsOf } from '#checker/grading/decisions.ts';
import type { Gradebook, GradeRun, Standing } from '#checker/grading/gradebook.ts';
import { type Marks, marksOf } from '#checker/grading/marks.ts';
import { standingFor } from '#checker/grading/standing-for.ts';
import type { Lab } from '#labs/kit/lab.ts';

/** What was seen of a class, to be told. */
export interface Graded {
  file: ClassFile;
  gradebook: Gradebook;
  run: GradeRun;
  labs: readonly Lab[];
  /** The whole class as it was seen last, and not the one run. */
  isLast?: boolean;
}

/** Learner by learner from the gradebook, in the order of the class: nothing of a class is held. */
export function* rowsOf({ file, gradebook, run, isLast = false }: Graded): Generator<Marks> {
  const asked = new Set(run.learners);
  for (const learner of file.learners) {
    if (isLast) yield marksOf(file, learner, standingFor(file, learner.id, gradebook));
    // A run from before a move knows the learner by the id of then.
    else if (idsOf(file, learner.id).some((id) => asked.has(id)))
      yield marksOf(file, learner, asThen(standingFor(file, learner.id, gradebook, run.id), run));
  }
}

/** What was seen after a run is no part of it; rules and decisions are those of today. */
function asThen(standing: Standing | undefined, { id }: GradeRun): Standing | undefined {
  if (!standing) return undefined;
  const { cleaned, ...rest } = standing;
  return {
    ...rest,
    ...(cleaned !== undefined && cleaned <= standing.at ? { cleaned } : {}),
    steps: standing.steps.map(({ best, ...step }) => (best && best.run <= id ? { ...step, best } : step)),
  };
}
