import type { Lab, Step } from '#labs/kit/lab.ts';
import type { Result } from '#labs/kit/result.ts';
import type { Marks } from '../marks.ts';
import { hasCredit } from './class-tally.ts';

/** The first step that counts and is not done: what somebody can act on goes before what waits. */
export function nextStepOf(
  { steps }: Marks,
  labs: readonly Lab[],
): { lab: Lab; at: number; step: Step; result: Result } | undefined {
  const open = steps.filter((one) => one.of > 0 && !hasCredit(one));
  const first = order.flatMap((outcome) => open.find(({ result }) => result?.outcome === outcome) ?? [])[0];
  const lab = labs.find(({ id }) => id === first?.lab);
  const at = lab?.steps.findIndex(({ id }) => id === first?.step) ?? -1;
  const step = lab?.steps[at];
  return lab && step && first?.result ? { lab, at, step, result: first.result } : undefined;
}

const order = ['fail', 'unknown', 'waiting', 'blocked', 'pass'] as const;
