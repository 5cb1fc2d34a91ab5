import type { Result } from '#labs/kit/result.ts';
import type { State } from './open-state.ts';

export interface Passed {
  lab: string;
  step: string;
  at: number;
  how: 'earned' | 'provided';
  result: Result;
}

/** What passed when, and whether the learner did it or it was done for them. */
export function progressOf({ db }: State, target: string) {
  return {
    /** The first time counts: what was earned stays earned, and its evidence stays. */
    record({ lab, step, at, how, result }: Passed): void {
      db.prepare(
        'INSERT INTO progress (target, lab, step, at, how, result) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
      ).run(target, lab, step, at, how, JSON.stringify(result));
    },
    all(): Passed[] {
      return db
        .prepare('SELECT lab, step, at, how, result FROM progress WHERE target = ? ORDER BY at')
        .all(target)
        .map(passedOf);
    },
    one(lab: string, step: string): Passed | undefined {
      const row = db
        .prepare('SELECT lab, step, at, how, result FROM progress WHERE target = ? AND lab = ? AND step = ?')
        .get(target, lab, step);
      return row ? passedOf(row) : undefined;
    },
  };
}

export type Progress = ReturnType<typeof progressOf>;

function passedOf(row: Record<string, unknown>): Passed {
  const { lab, step, at, how, result } = row as Record<'lab' | 'step' | 'result', string> & {
    at: number;
    how: Passed['how'];
  };
  return { lab, step, at, how, result: JSON.parse(result) };
}
