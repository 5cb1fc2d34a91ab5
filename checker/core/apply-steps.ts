import type { Doing, Lab, Step } from '#labs/kit/lab.ts';
import type { Result } from '#labs/kit/result.ts';
import type { Session } from './session.ts';

export type ApplyEvent =
  /** It was done already, by whomever: nothing is changed. */
  | { type: 'already'; lab: Lab; step: Step; result: Result }
  | { type: 'doing'; lab: Lab; step: Step }
  | { type: 'done'; lab: Lab; step: Step };

export interface ApplyOptions {
  lab: Lab;
  /** The last step to do; default: all of the lab. */
  through?: string;
  session: Session;
  doing: Doing;
  /** A milestone that was seen before needs no doing. */
  kept?(lab: string, step: string): Result | undefined;
  signal?: AbortSignal;
}

/** Does the steps of a lab in their order; what is done already is left as it is. */
export async function* applySteps(options: ApplyOptions): AsyncGenerator<ApplyEvent> {
  const { lab, through, session, doing, kept, signal } = options;
  const last = through === undefined ? lab.steps.length : lab.steps.findIndex(({ id }) => id === through) + 1;
  for (const step of lab.steps.slice(0, last)) {
    if (signal?.aborted) return;
    const before = kept?.(lab.id, step.id) ?? (await step.check(session.look({ fresh: true })));
    if (before.outcome === 'pass') {
      yield { type: 'already', lab, step, result: before };
      continue;
    }
    yield { type: 'doing', lab, step };
    await step.apply(doing);
    yield { type: 'done', lab, step };
  }
}
