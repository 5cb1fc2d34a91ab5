import type { Lab, Look } from '#labs/kit/lab.ts';
import { declaredBy } from '../clean/whole-course.ts';
import { survey } from '../resources/survey.ts';
import type { GradedStep } from './grade-learner.ts';

/**
 * Whether nothing of the course stands in the account any more; `null`: nobody can tell. That everything is absent
 * that the steps look at is not enough, because a log group outlives its function: for a whole `course` it is looked
 * for by name, in the reads that were made already where they were. A role or policy without its function is found by
 * no name, and costs nothing.
 */
export async function courseGone(
  steps: readonly GradedStep[],
  { labs, course }: { labs: readonly Lab[]; course?: readonly Lab[] },
  { aws, names, target }: Pick<Look, 'aws' | 'names' | 'target'>,
): Promise<boolean | null> {
  const standing = new Set(
    labs
      .filter((lab) => lab.resources(names).length > 0)
      .flatMap((lab) => lab.steps.flatMap(({ id, kind }) => (kind === 'state' ? [`${lab.id}/${id}`] : []))),
  );
  if (steps.some(({ lab, step, result }) => result.outcome === 'pass' && standing.has(`${lab}/${step}`)))
    return false;
  if (!course) return null;
  const declared = declaredBy(course, names);
  const { lives, unread } = await survey({
    aws,
    elsewhere: [],
    place: target,
    declared,
    remembered: () => [],
  });
  if (lives.length > 0) return false;
  return unread.length > 0 ? null : true;
}
