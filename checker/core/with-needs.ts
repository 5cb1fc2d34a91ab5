import type { Lab, Step } from '#labs/kit/lab.ts';

/** A step with every step that it needs, in the order of the lab. */
export function withNeeds(lab: Lab, id: string): Step[] {
  const chosen = new Set<string>();
  const add = (one: string) => {
    chosen.add(one);
    for (const need of lab.steps.find((step) => step.id === one)?.needs ?? []) add(need);
  };
  add(id);
  return lab.steps.filter((step) => chosen.has(step.id));
}
