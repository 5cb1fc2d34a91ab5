import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RunnerState } from './wire.ts';

export interface RunningRunner {
  pid: number;
  url: string;
  instance: string;
}

/** Written where others look, and removed in the end. */
export function announceRunner(home: string, runner: RunningRunner): { withdraw(): void } {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const draft = `${fileIn(home)}.${runner.pid}`;
  writeFileSync(draft, JSON.stringify(runner), { mode: 0o600 });
  renameSync(draft, fileIn(home));
  return {
    withdraw() {
      if (read(home)?.instance === runner.instance) rmSync(fileIn(home), { force: true });
    },
  };
}

/** The runner of this installation that answers now. A file outlives a killed process, so the address is asked. */
export async function runningRunner(home: string): Promise<RunningRunner | undefined> {
  const known = read(home);
  if (!known) return undefined;
  try {
    const answer = await fetch(`${known.url}/api/state`, { signal: AbortSignal.timeout(2000) });
    const { instance } = (await answer.json()) as RunnerState;
    return instance === known.instance ? known : undefined;
  } catch {
    return undefined;
  }
}

function read(home: string): RunningRunner | undefined {
  try {
    return JSON.parse(readFileSync(fileIn(home), 'utf8')) as RunningRunner;
  } catch {
    return undefined;
  }
}

function fileIn(home: string): string {
  return path.join(home, 'runner.json');
}
