import type { Lab, Step, TargetFacts } from '#labs/kit/lab.ts';
import type { Result } from '#labs/kit/result.ts';

/** What a run tells as it goes; terminal, JSON and page are renderers of this one stream. */
export type CheckEvent =
  | { type: 'target'; target: TargetFacts }
  | { type: 'lab'; lab: Lab }
  | { type: 'looking'; lab: Lab; step: Step }
  /** AWS is late: looked at again in `inMs`. */
  | { type: 'waiting'; lab: Lab; step: Step; result: Result; inMs: number }
  | { type: 'result'; lab: Lab; step: Step; result: StepResult }
  | { type: 'lab-done'; lab: Lab; outcome: Result['outcome'] }
  /** Ctrl-C or the run's deadline: what follows was not looked at. */
  | { type: 'stopped'; unseen: ReadonlyArray<{ lab: Lab; step: Step }> };

export interface StepResult extends Result {
  /** A milestone that held before; its evidence is the one kept then. */
  kept?: true;
}
