import type { State } from './open-state.ts';

/** What was printed when something was cleaned, kept: the plan that was shown, and what came of it. */
export interface Kept {
  at: number;
  kind: 'plan' | 'receipt';
  /** The hash of the plan. */
  hash: string;
  document: unknown;
}

/** Plans and receipts of one target; like the ledger, only added to. */
export function receiptsOf({ db }: State, target: string) {
  return {
    keep({ at, kind, hash, document }: Kept): void {
      db.prepare('INSERT INTO receipt (target, at, kind, hash, document) VALUES (?, ?, ?, ?, ?)').run(
        target,
        at,
        kind,
        hash,
        JSON.stringify(document),
      );
    },
    all(kind: Kept['kind']): Kept[] {
      return db
        .prepare('SELECT at, kind, hash, document FROM receipt WHERE target = ? AND kind = ? ORDER BY rowid')
        .all(target, kind)
        .map((row) => ({ ...row, document: JSON.parse(String(row.document)) }) as unknown as Kept);
    },
  };
}

export type Receipts = ReturnType<typeof receiptsOf>;
