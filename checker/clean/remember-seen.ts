import type { Resource } from '#labs/kit/resources.ts';
import type { Live } from '../resources/kind.ts';
import { survey } from '../resources/survey.ts';
import type { Ledger } from '../state/ledger.ts';
import { type Eyes, rowOf } from './baseline.ts';
import { coverageOf, coveredAt, derivedKinds } from './coverage.ts';
import { historyOf, isOlderThan, remembered } from './history.ts';
import { type Evidence, prove } from './prove.ts';

/**
 * After a check that passed: what stands there now and did not at the baseline was made in between, and a lab of the
 * course found it right. Never a verdict: what cannot be read is simply not remembered.
 */
export async function rememberSeen(
  declared: readonly Resource[],
  { eyes, ledger, now }: { eyes: Eyes; ledger: Ledger; now(): number },
): Promise<void> {
  const recall = ledger.rows();
  const { lives } = await survey({ ...eyes, declared, remembered: (type) => remembered(type, recall) });
  // What belongs to something comes after it: whose it is decides.
  const waiting = new Set(lives);
  for (let before = -1; before !== waiting.size; ) {
    before = waiting.size;
    for (const live of waiting) {
      if ([...waiting].some((one) => isOwner(one, live))) continue;
      waiting.delete(live);
      const rows = ledger.rows();
      if (isNewHere(live, { declared, rows, lives, now: now() }))
        ledger.append({ at: now(), kind: 'seen', ...rowOf(live) });
    }
  }
}

/** Asks what `rememberSeen` will ask while the checks still run: the answers are then in the session's memory. */
export async function readAhead(
  declared: readonly Resource[],
  { eyes, ledger }: { eyes: Eyes; ledger: Ledger },
): Promise<void> {
  const recall = ledger.rows();
  await survey({ ...eyes, declared, remembered: (type) => remembered(type, recall) }).catch(() => {});
}

function isNewHere(live: Live, evidence: Evidence): boolean {
  const { declared, rows, lives } = evidence;
  const { baseline, made, seen, claimed } = historyOf(live, rows);
  if (baseline ?? made ?? seen ?? claimed ?? live.shared ?? live.needsClaim) return false;
  const since = coveredAt(live, declared, coverageOf(rows));
  if (since === undefined || isOlderThan(since, live)) return false;
  const owner = lives.find((one) => isOwner(one, live));
  if (owner) return prove(owner, evidence).is === 'ours';
  return live.owner === undefined || !derivedKinds.some((type) => type === live.type);
}

function isOwner(one: Live, { owner }: Live): boolean {
  return owner?.type === one.type && owner.id === one.id;
}
