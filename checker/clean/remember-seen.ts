import type { Resource } from '#labs/kit/resources.ts';
import { survey } from '../resources/survey.ts';
import type { Ledger } from '../state/ledger.ts';
import { type Eyes, rowOf } from './baseline.ts';
import { coverageOf, coveredAt } from './coverage.ts';
import { historyOf, isOlderThan, remembered } from './history.ts';

/**
 * After a check that passed: what stands there now and did not at the baseline was made in between, and a lab of the
 * course found it right. Never a verdict: what cannot be read is simply not remembered.
 */
export async function rememberSeen(
  declared: readonly Resource[],
  { eyes, ledger, now }: { eyes: Eyes; ledger: Ledger; now(): number },
): Promise<void> {
  const rows = ledger.rows();
  const covered = coverageOf(rows);
  const { lives } = await survey({ ...eyes, declared, remembered: (type) => remembered(type, rows) });
  for (const live of lives) {
    const { baseline, made, seen, claimed } = historyOf(live, rows);
    if (baseline ?? made ?? seen ?? claimed ?? live.shared ?? live.needsClaim) continue;
    const since = coveredAt(live, declared, covered);
    if (since === undefined || isOlderThan(since, live)) continue;
    ledger.append({ at: now(), kind: 'seen', ...rowOf(live) });
  }
}
