import type { Rules } from './rules.ts';

interface Step {
  lab: string;
  step: string;
  optional: boolean;
}

/**
 * What each step is worth, in the order given, to the hundredth. Where a lab has points as a whole they are shared out by
 * what its steps are worth to each other, and what cannot be split goes to the first: the sum is exact.
 */
export function worthOf(steps: readonly Step[], { points }: Pick<Rules, 'points'>): number[] {
  const own = steps.map(({ lab, step, optional }) => points[`${lab}/${step}`] ?? (optional ? 0 : 1));
  const worth = [...own];
  for (const lab of new Set(steps.map((one) => one.lab))) {
    const whole = points[lab];
    if (whole === undefined) continue;
    const places = steps.flatMap((one, at) => (one.lab === lab ? [at] : []));
    const named = places.map((at) => own[at] ?? 0);
    // A lab of optional steps alone is worth what was said too.
    const weights = named.some((weight) => weight > 0) ? named : named.map(() => 1);
    for (const [nth, cents] of shared(Math.round(whole * 100), weights).entries())
      worth[places[nth] ?? -1] = cents / 100;
  }
  return worth;
}

function shared(cents: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const parts = weights.map((weight) => Math.floor((cents * weight) / sum));
  const givers = weights.flatMap((weight, at) => (weight > 0 ? [at] : []));
  const left = cents - parts.reduce((a, b) => a + b, 0);
  for (let nth = 0; nth < left; nth++) {
    const at = givers[nth % givers.length] ?? 0;
    parts[at] = (parts[at] ?? 0) + 1;
  }
  return parts;
}
