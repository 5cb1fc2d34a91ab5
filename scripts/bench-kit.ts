import { execaSync } from 'execa';

export interface Bench {
  name: string;
  run(): Promise<Row[]> | Row[];
}

/** One figure, with the goal it is held against where there is one. */
export interface Row {
  what: string;
  value: string;
  goal?: string;
}

/** Milliseconds that whole processes take, run in turn so that a drifting machine weighs on each alike. */
export function timeProcesses(
  commands: Record<string, { program: string; args: readonly string[]; env?: NodeJS.ProcessEnv }>,
  runs = 15,
): Record<string, number[]> {
  const times: Record<string, number[]> = {};
  for (let run = -1; run < runs; run++) {
    for (const [name, { program, args, env }] of Object.entries(commands)) {
      const began = performance.now();
      execaSync(program, [...args], { stdio: 'ignore', env: { ...env }, reject: false });
      // The first round warms the caches and is not counted.
      if (run >= 0) times[name] = [...(times[name] ?? []), performance.now() - began];
    }
  }
  return times;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function ms(values: readonly number[]): string {
  return `${median(values).toFixed(1)} ms (${Math.min(...values).toFixed(1)}–${Math.max(...values).toFixed(1)})`;
}

export function ratio(of: readonly number[], to: readonly number[]): string {
  return `${median(of.map((value, at) => value / (to[at] ?? Number.NaN))).toFixed(2)} ×`;
}

export function printRows(rows: readonly Row[]): void {
  for (const { what, value, goal } of rows) {
    console.log(`  ${what.padEnd(52)} ${value}${goal ? `   (goal ${goal})` : ''}`);
  }
}
