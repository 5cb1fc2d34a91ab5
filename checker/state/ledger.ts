import type { State } from './open-state.ts';

export type LedgerKind = 'baseline' | 'seen' | 'made' | 'intent' | 'result' | 'claimed';

/** One line of what we have seen and what we set out to do; never changed, never removed. */
export interface LedgerRow {
  id: number;
  at: number;
  kind: LedgerKind;
  /** `function`, `table` …; `account` for the baseline as a whole. */
  type: string;
  /** The name or id it is held by. */
  resource: string;
  arn: string;
  /** Whatever proves it the same later: creation time, ids; for a result, how it ended. */
  facts: Readonly<Record<string, unknown>>;
}

/** The ledger of one target: append and read. */
export function ledgerOf({ db }: State, target: string) {
  return {
    append(row: Omit<LedgerRow, 'id'>): number {
      const { lastInsertRowid } = db
        .prepare(
          'INSERT INTO ledger (at, target, kind, type, resource, arn, facts) VALUES (?, ?, ?, ?, ?, ?, ?)',
        )
        .run(row.at, target, row.kind, row.type, row.resource, row.arn, JSON.stringify(row.facts));
      return Number(lastInsertRowid);
    },
    rows(filter: { kind?: LedgerKind; type?: string; resource?: string } = {}): LedgerRow[] {
      return db
        .prepare(
          `SELECT id, at, kind, type, resource, arn, facts FROM ledger
           WHERE target = ?1 AND (?2 IS NULL OR kind = ?2) AND (?3 IS NULL OR type = ?3) AND (?4 IS NULL OR resource = ?4)
           ORDER BY id`,
        )
        .all(target, filter.kind ?? null, filter.type ?? null, filter.resource ?? null)
        .map((row) => ({ ...row, facts: JSON.parse(String(row.facts)) }) as unknown as LedgerRow);
    },
  };
}

export type Ledger = ReturnType<typeof ledgerOf>;
