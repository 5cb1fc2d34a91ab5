import type { KindName, Live } from '../resources/kind.ts';
import type { LedgerRow } from '../state/ledger.ts';

/** What the ledger tells of one resource. */
export interface History {
  /** It stood there when the course was first told of the account. */
  baseline: LedgerRow | undefined;
  claimed: LedgerRow | undefined;
  made: LedgerRow | undefined;
  seen: LedgerRow | undefined;
  /** When it was last known to be gone: what was written before tells of another thing. */
  goneAt: number | undefined;
  /** We set out to delete it, and do not know yet that it is gone. */
  underway: boolean;
}

export type Rows = readonly LedgerRow[];

/** This computer's clock may be that much ahead of AWS's; what proves is the baseline, times only contradict. */
const SKEW_MS = 5 * 60_000;

export function historyOf(live: Live, rows: Rows): History {
  const its = rows.filter(({ type, resource }) => type === live.type && resource === live.id);
  const gone = its.findLastIndex(isGone);
  const since = its.slice(gone + 1);
  const same = (row: LedgerRow) => isSame(row, live);
  return {
    baseline: its.findLast((row) => row.kind === 'baseline' && same(row)),
    claimed: since.findLast((row) => row.kind === 'claimed' && same(row)),
    made: since.findLast((row) => row.kind === 'made' && wasMadeThen(row, live)),
    seen: since.findLast((row) => row.kind === 'seen' && same(row)),
    goneAt: its[gone]?.at,
    underway: since.some(({ kind }) => kind === 'intent'),
  };
}

/** By AWS's own time it was made before that. */
export function isOlderThan(at: number, { madeAt }: Live): boolean {
  return madeAt !== undefined && madeAt < at - SKEW_MS;
}

/** Ids that were ours by the ledger and are not known to be gone. */
export function remembered(type: KindName, rows: Rows): string[] {
  const its = rows.filter((row) => row.type === type);
  const ids = new Set(its.filter(({ kind }) => isOurs(kind)).map(({ resource }) => resource));
  return [...ids].filter((id) => {
    const last = its.findLast((row) => row.resource === id && (isOurs(row.kind) || isGone(row)));
    return last !== undefined && !isGone(last);
  });
}

/** Ids that were ours and went so lately that what they wrote may still arrive. */
export function lately(type: KindName, rows: Rows, now: number): string[] {
  return rows
    .filter((row) => row.type === type && isGone(row) && now - row.at < LATE_LOGS_MS)
    .map(({ resource }) => resource);
}

export const LATE_LOGS_MS = 15 * 60_000;

export function isGone({ kind, facts }: LedgerRow): boolean {
  return kind === 'result' && facts.outcome === 'gone';
}

function isOurs(kind: LedgerRow['kind']): boolean {
  return kind === 'made' || kind === 'seen' || kind === 'claimed';
}

/** The very same thing: its ARN and everything that was written down to know it by. */
function isSame({ arn, facts }: LedgerRow, live: Live): boolean {
  const identity = (facts.identity ?? {}) as Record<string, string>;
  return arn === live.arn && Object.entries(identity).every(([key, value]) => live.identity[key] === value);
}

/** `apply` writes down what it makes before it is made: AWS's own time must not be earlier. */
function wasMadeThen({ arn, at }: LedgerRow, live: Live): boolean {
  return arn === live.arn && !isOlderThan(at, live);
}
