import type { ClassFile } from './class-file.ts';
import { type Decided, decidedOf } from './decisions.ts';
import type { FirstPass, Gradebook, Standing } from './gradebook.ts';

/**
 * How a learner stood in a run, or stands by all that was ever seen, held to what was decided: what was seen in a former
 * account counts, and what was seen before a regrade does not.
 */
export function standingFor(
  file: ClassFile,
  learner: string,
  gradebook: Gradebook,
  run?: number,
): Standing | undefined {
  const decided = decidedOf(file, learner);
  const seen = run === undefined ? gradebook.latest(decided.ids) : inRun(gradebook, run, decided.ids);
  if (!seen) return undefined;
  const cleaned = gradebook.cleanedAt(decided.ids);
  return {
    ...seen,
    learner,
    steps: seen.steps.map((one) => held(one, seen.at, decided, gradebook)),
    ...(cleaned === undefined ? {} : { cleaned }),
  };
}

/** What was seen to pass before and still counts: a milestone is not asked for again. */
export function keptFor(
  file: ClassFile,
  learner: string,
  gradebook: Gradebook,
): (lab: string, step: string) => FirstPass['result'] | undefined {
  const { ids, since } = decidedOf(file, learner);
  return (lab, step) => {
    const first = gradebook.firstPass(ids, lab, step, since(lab));
    return first?.source === 'seen' ? first.result : undefined;
  };
}

/** A run from before a move knows the learner by the id of then. */
function inRun(gradebook: Gradebook, run: number, ids: readonly string[]): Standing | undefined {
  for (const id of ids) {
    const standing = gradebook.standing(run, id);
    if (standing) return standing;
  }
  return undefined;
}

function held(
  { best: _, ...seen }: Standing['steps'][number],
  lookedAt: number,
  { ids, since }: Decided,
  gradebook: Gradebook,
): Standing['steps'][number] {
  const { lab, step } = seen;
  const from = since(lab);
  const first = gradebook.firstPass(ids, lab, step, from);
  if (first) return { ...seen, best: { at: first.at, run: first.run, source: first.source, how: first.how } };
  const isNew = from === 0 || (lookedAt >= from && lastSeen(gradebook, ids, seen) >= from);
  return isNew ? seen : { ...seen, result: notSince };
}

/** A look at other labs is no look at this step. */
function lastSeen(
  gradebook: Gradebook,
  ids: readonly string[],
  { lab, step }: Pick<Standing['steps'][number], 'lab' | 'step'>,
): number {
  const spells = gradebook.history(ids).filter((one) => one.lab === lab && one.step === step);
  return Math.max(0, ...spells.map(({ to }) => to));
}

/** Since the regrade nobody has looked. */
const notSince = { outcome: 'unknown', cause: null, messages: [], next: null, evidence: [] } as const;
