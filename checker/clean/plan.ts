import type { Resource } from '#labs/kit/resources.ts';
import { type Said, says } from '#labs/kit/text.ts';
import type { Live, Place } from '../resources/kind.ts';
import { kindNames, kinds } from '../resources/kinds.ts';
import type { Survey, Unread } from '../resources/survey.ts';
import { hashOf } from './hash.ts';
import type { Rows } from './history.ts';
import { texts } from './plan.texts.ts';
import { type Proof, prove } from './prove.ts';

export interface PlanItem {
  live: Live;
  why: Said;
}

/** What bears a name of the course's and is not proven ours. */
export interface Doubtful extends PlanItem {
  /** `shared` is not taken even by its name. */
  is: Exclude<Proof['is'], 'ours'>;
}

/** What would be deleted and why. Making a plan changes nothing. */
export interface Plan {
  place: Place;
  items: PlanItem[];
  doubtful: Doubtful[];
  unread: Unread[];
  /** Of everything that would be deleted: the same live set gives the same hash. */
  hash: string;
  /** Set where there is more than the labs can have made: nothing is deleted then. */
  fuse?: Said;
}

export interface PlanInput {
  survey: Survey;
  declared: readonly Resource[];
  rows: Rows;
  place: Place;
  now: number;
  /** Names that the learner gave with `--include`. */
  include?: readonly string[];
}

export function makePlan({ survey, declared, rows, place, now, include = [] }: PlanInput): Plan {
  const { lives, unread } = survey;
  const judged = lives.map((live) => ({
    live,
    proof: judge(live, prove(live, { declared, rows, lives, now }), include),
  }));
  keepWhatIsInUse(judged, unread);
  const items = judged.flatMap(({ live, proof }) => (proof.is === 'ours' ? [{ live, why: proof.why }] : []));
  const doubtful = judged.flatMap(({ live, proof }) =>
    proof.is === 'ours' ? [] : [{ live, why: proof.why, is: proof.is }],
  );
  const fuse = blown(items, declared);
  return { place, items, doubtful, unread, hash: planHash(items, place), ...(fuse ? { fuse } : {}) };
}

/** A role goes only with its function, a log group with its writer: where that stays, or cannot be seen, so do they. */
function keepWhatIsInUse(judged: Array<{ live: Live; proof: Proof }>, unread: readonly Unread[]): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const one of judged) {
      const { owner, type } = one.live;
      if (one.proof.is !== 'ours' || !owner || !kinds[type].onlyWhenGone.includes(owner.type)) continue;
      const its = judged.find(({ live }) => live.type === owner.type && live.id === owner.id);
      const isUnseen = !its && unread.some((other) => other.type === owner.type);
      if (!isUnseen && (!its || its.proof.is === 'ours')) continue;
      one.proof = { is: 'shared', why: says(texts.inUse, { owner: its?.live.name ?? owner.id }) };
      changed = true;
    }
  }
}

function judge(live: Live, proof: Proof, include: readonly string[]): Proof {
  const isNamed = include.includes(live.name) || include.includes(live.id) || include.includes(live.arn);
  return proof.is === 'unclaimed' && isNamed ? { is: 'ours', why: says(texts.named) } : proof;
}

/** A counting error of ours must never grow into a loss of theirs. */
function blown(items: readonly PlanItem[], declared: readonly Resource[]): Said | undefined {
  for (const type of kindNames) {
    const names = new Set(declared.filter((one) => one.type === type).map((one) => JSON.stringify(one)));
    const most = kinds[type].atMost * Math.max(1, names.size);
    const count = items.filter(({ live }) => live.type === type).length;
    if (count > most) return says(texts.fuse, { count, type, most });
  }
  return undefined;
}

function planHash(items: readonly PlanItem[], { account, region }: Place): string {
  const lines = items.map(({ live }) => {
    const identity = Object.entries(live.identity).sort(([a], [b]) => (a < b ? -1 : 1));
    const parts = Object.entries(live.parts).map(([key, values]) => [key, [...values].sort()]);
    return JSON.stringify([live.type, live.id, live.arn, identity, live.changedAt ?? null, parts]);
  });
  return hashOf([account, region, ...lines.sort()].join('\n'));
}

/** What is in one plan and not, or not the same, in the other. */
export function differenceOf(before: readonly Live[], after: readonly Live[]) {
  const key = (live: Live) => `${live.type} ${live.id}`;
  const known = new Map(before.map((live) => [key(live), live]));
  const now = new Map(after.map((live) => [key(live), live]));
  const print = ({ arn, identity, changedAt, parts }: Live) =>
    JSON.stringify([arn, identity, changedAt ?? null, parts]);
  return {
    added: after.filter((live) => !known.has(key(live))),
    missing: before.filter((live) => !now.has(key(live))),
    changed: after.filter((live) => {
      const old = known.get(key(live));
      return old !== undefined && print(old) !== print(live);
    }),
  };
}
