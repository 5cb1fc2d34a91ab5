import { TemplateError } from './cursor.ts';

/** What one rendering may still use, so that no template can hang or fill the memory. */
export interface Budget {
  steps: number;
  /** How deep macros and defined blocks call each other. */
  depth: number;
}

export const limits = { steps: 2_000_000, textLength: 10 * 1024 * 1024, depth: 60, loops: 1000 };

export function newBudget(): Budget {
  return { steps: limits.steps, depth: 0 };
}

export function spend(budget: Budget, steps: number): void {
  budget.steps -= steps;
  if (budget.steps < 0) throw new TemplateError('The template does more work than a mapping template may');
}

/** Every text that a template makes is paid for, sixteen characters a step, and has a largest size. */
export function spendText(budget: Budget, length: number): void {
  if (length > limits.textLength) throw new TemplateError('The template makes a text of more than 10 MB');
  spend(budget, length >>> 4);
}

export function deeper<T>(budget: Budget, work: () => T): T {
  budget.depth += 1;
  if (budget.depth > limits.depth) throw new TemplateError('Macros, blocks or values are nested too deeply');
  const done = work();
  budget.depth -= 1;
  return done;
}
