import type { Doing, Lab, Step } from '#labs/kit/lab.ts';
import type { Result } from '#labs/kit/result.ts';
import type { Session } from './session.ts';
import { withNeeds } from './with-needs.ts';

export type ApplyEvent =
  /** It was done already, by whomever: nothing is changed. */
  | { type: 'already'; lab: Lab; step: Step; result: Result }
  | { type: 'doing'; lab: Lab; step: Step }
  | { type: 'done'; lab: Lab; step: Step };

export interface ApplyOptions {
  lab: Lab;
  /** The last step to do; default: all of the lab. */
  through?: string;
  /** Only this step, with what it needs. */
  only?: string;
  session: Session;
  doing: Doing;
  /** A milestone that was seen before needs no doing. */
  kept?(lab: string, step: string): Result | undefined;
  signal?: AbortSignal;
}

/** Does the steps of a lab in their order; what is done already is left as it is. */
export async function* applySteps(options: ApplyOptions): AsyncGenerator<ApplyEvent> {
  const { lab, session, doing, kept, signal } = options;
  // After a clean, what was seen once is gone with what it was seen on: then a milestone is looked at like any step.
  let rebuilt = false;
  for (const step of stepsToDo(options)) {
    if (signal?.aborted) return;
    const seen = step.kind === 'milestone' && !rebuilt ? kept?.(lab.id, step.id) : undefined;
    const before = seen ?? (await step.check(session.look({ fresh: true })));
    if (before.outcome === 'pass') {
      yield { type: 'already', lab, step, result: before };
      continue;
    }
    yield { type: 'doing', lab, step };
    await step.apply(doing);
    if (step.kind === 'state') rebuilt = true;
    yield { type: 'done', lab, step };
  }
}

function stepsToDo({ lab, through, only }: ApplyOptions): readonly Step[] {
  if (only !== undefined) return withNeeds(lab, only);
  return through === undefined
    ? lab.steps
    : lab.steps.slice(0, lab.steps.findIndex(({ id }) => id === through) + 1);
}
