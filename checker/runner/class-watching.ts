import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a `grade --watch` says of itself, for boards in other processes. */
export interface Watching {
  pid: number;
  round: number;
  /** The run of the gradebook that this round is; `null`: it has not begun. */
  run: number | null;
  /** When the next round begins; `null`: one is under way. */
  next: number | null;
  /** Why the last round could not be carried through. */
  trouble: string | null;
}

export function sayWatching(folder: string, watching: Watching): void {
  const draft = `${fileIn(folder)}.${watching.pid}`;
  writeFileSync(draft, JSON.stringify(watching), { mode: 0o600 });
  renameSync(draft, fileIn(folder));
}

export function sayNotWatching(folder: string): void {
  rmSync(fileIn(folder), { force: true });
}

/** A file outlives a killed process, so the process is looked for. */
export function readWatching(folder: string): Watching | undefined {
  try {
    const watching = JSON.parse(readFileSync(fileIn(folder), 'utf8')) as Watching;
    process.kill(watching.pid, 0);
    return watching;
  } catch {
    return undefined;
  }
}

function fileIn(folder: string): string {
  return path.join(folder, 'watching.json');
}
