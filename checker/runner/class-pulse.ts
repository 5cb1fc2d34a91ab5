import { existsSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface Pulse {
  /** Another number whenever another connection, also in another process, has written. */
  version: number;
  /** The newest run; `undefined`: there is none. */
  run: number | undefined;
  /** The newest look of all. */
  look: number;
}

export interface Look {
  id: number;
  run: number;
  learner: string;
  /** Whether it saw anything else than the look before it. */
  changed: boolean;
}

/** Whether a gradebook has been written, and what was looked at since: asked every second, so it must cost nothing. */
export function openPulse(folder: string): ClassPulse | undefined {
  const file = path.join(folder, 'gradebook.sqlite');
  if (!existsSync(file)) return undefined;
  const db = new DatabaseSync(file, { readOnly: true });
  const version = db.prepare('PRAGMA data_version');
  const newest = db.prepare('SELECT (SELECT max(id) FROM run) AS run, (SELECT max(id) FROM look) AS look');
  const looks = db.prepare('SELECT id, run, learner, changed FROM look WHERE id > ? ORDER BY id');
  return {
    feel() {
      // The version first: what is written in between is then found the next time.
      const now = Number(version.get()?.data_version);
      const { run, look } = newest.get() ?? {};
      return { version: now, run: typeof run === 'number' ? run : undefined, look: Number(look ?? 0) };
    },
    looksAfter: (id) =>
      looks.all(id).map((row) => ({
        id: Number(row.id),
        run: Number(row.run),
        learner: String(row.learner),
        changed: row.changed === 1,
      })),
    close: () => db.close(),
  };
}

export interface ClassPulse {
  feel(): Pulse;
  looksAfter(id: number): Look[];
  close(): void;
}
