import type { FullClients, ReadClients } from '#labs/kit/clients.ts';
import type { Resource } from '#labs/kit/resources.ts';
import type { Said } from '#labs/kit/text.ts';
import type { Cost } from './costs.ts';

/** What can be deleted: what labs declare, and what only belongs to that. */
export type KindName = Resource['type'] | 'policy' | 'usage-plan' | 'api-key' | 'scalable-target';

/** Something that stands in the account now. */
export interface Live {
  type: KindName;
  /** What the ledger holds it by. */
  id: string;
  /** What a person calls it, and what `--include` takes. */
  name: string;
  arn: string;
  /** When AWS says that it was made; functions and usage plans do not tell. */
  madeAt?: number;
  changedAt?: number;
  /** Whatever proves later that it is the same one: ids, creation time. */
  identity: Readonly<Record<string, string>>;
  /** What it belongs to: the function of a role, the API of a log group. */
  owner?: { type: KindName; id: string };
  /** Somebody else uses it too: never ours, whatever the ledger says. */
  shared?: Said;
  /** It could be anybody's by its name: ours only when it is claimed, or when `apply` made it. */
  needsClaim?: Said;
  /** Deletion protection is on. It is told and never lifted. */
  guarded?: true;
  cost: Cost;
  /** What `remove` needs to know. */
  parts: Readonly<Record<string, readonly string[]>>;
}

export interface Place {
  account: string;
  region: string;
}

/** What a kind may use to find its own. */
export interface Lookout {
  aws: ReadClients;
  elsewhere: readonly { region: string; aws: ReadClients }[];
  place: Place;
  declared: readonly Resource[];
  /** What another kind found; the same answer for everybody who asks. */
  found(type: KindName): Promise<readonly Live[]>;
  /** Ids of that kind that the ledger knows and does not know to be gone. */
  remembered(type: KindName): readonly string[];
}

/** Calls that a removal makes, with the exact resource: what a cleaner's policy must allow. */
export interface Grant {
  action: string;
  resource: string;
}

/** One kind of resource: how it is found, removed and known to be gone. */
export interface Kind {
  /** As many as the labs can have made of one declared name; more in a plan stops everything. */
  atMost: number;
  /** Waits until these were tried. */
  after: readonly KindName[];
  /** Is left where one of these that it serves could not be removed. */
  onlyWhenGone: readonly KindName[];
  /** Between two removals, by AWS's own limit. */
  everyMs?: number;
  find(look: Lookout): Promise<Live[]>;
  remove(live: Live, aws: FullClients): Promise<void>;
  isGone(live: Live, aws: ReadClients): Promise<boolean>;
  grants(live: Live, place: Place): Grant[];
}

export function declaredOf<Type extends Resource['type']>(
  look: Pick<Lookout, 'declared'>,
  type: Type,
): Array<Extract<Resource, { type: Type }>> {
  return look.declared.filter((one): one is Extract<Resource, { type: Type }> => one.type === type);
}
