import type { State } from './open-state.ts';

/** How many hints of a step were shown; each call shows one more, the last one stays. */
export function nextHint({ db }: State, lab: string, step: string, most: number): number {
  const shown = Number(
    db.prepare('SELECT shown FROM hint WHERE lab = ? AND step = ?').get(lab, step)?.shown ?? 0,
  );
  const now = Math.min(shown + 1, most);
  db.prepare(
    'INSERT INTO hint (lab, step, shown) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET shown = excluded.shown',
  ).run(lab, step, now);
  return now;
}
