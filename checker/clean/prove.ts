import type { Resource } from '#labs/kit/resources.ts';
import { type Said, says } from '#labs/kit/text.ts';
import type { Live } from '../resources/kind.ts';
import { coverageOf, coveredAt } from './coverage.ts';
import { historyOf, isOlderThan, lately, type Rows, remembered } from './history.ts';
import { texts } from './prove.texts.ts';

/** Whether something is ours, and by what. Whatever is not proven is not ours. */
export type Proof =
  | { is: 'ours'; why: Said }
  /** It was there before, or nobody knows since when: taken by its name alone. */
  | { is: 'unclaimed'; why: Said }
  /** Somebody else uses it: not even by its name. */
  | { is: 'shared'; why: Said };

export interface Evidence {
  declared: readonly Resource[];
  rows: Rows;
  lives: readonly Live[];
  now: number;
}

export function prove(live: Live, evidence: Evidence): Proof {
  const { declared, rows } = evidence;
  const history = historyOf(live, rows);
  if (live.shared) return { is: 'shared', why: live.shared };
  if (history.claimed) return ours(says(texts.claimed, { at: day(history.claimed.at) }));
  const { made, baseline } = history;
  // Made by `apply` before the account was looked at as a whole: the baseline only saw our own work.
  if (baseline && !(made && made.at <= baseline.at))
    return unclaimed(says(texts.stoodThere, { at: day(baseline.at) }));
  if (made) return ours(says(texts.made, { at: day(made.at) }));
  if (live.needsClaim) return unclaimed(live.needsClaim);
  const since = coveredAt(live, declared, coverageOf(rows));
  if (since === undefined) return unclaimed(says(texts.notInBaseline));
  const owner = ownerOf(live, evidence);
  if (owner && prove(owner, evidence).is !== 'ours')
    return unclaimed(says(texts.ofDoubtful, { owner: owner.name }));
  if (history.seen) return ours(says(texts.seen, { since: day(since), at: day(history.seen.at) }));
  return proveByOwner(live, since, evidence) ?? unclaimed(says(texts.notSeen, { since: day(since) }));
}

/** What belongs to something of ours (that is known by now) and was made after the baseline is ours too. */
function proveByOwner(live: Live, since: number, evidence: Evidence): Proof | undefined {
  const { owner } = live;
  if (!owner || isOlderThan(since, live)) return undefined;
  const its = ownerOf(live, evidence);
  const why = says(texts.ofOurs, { owner: its?.name ?? owner.id, since: day(since) });
  if (its) return ours(why);
  const { rows, now } = evidence;
  const was = [...remembered(owner.type, rows), ...lately(owner.type, rows, now)];
  return was.includes(owner.id) ? ours(why) : undefined;
}

function ownerOf({ owner }: Live, { lives }: Evidence): Live | undefined {
  return owner && lives.find(({ type, id }) => type === owner.type && id === owner.id);
}

function ours(why: Said): Proof {
  return { is: 'ours', why };
}

function unclaimed(why: Said): Proof {
  return { is: 'unclaimed', why };
}

export function day(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
