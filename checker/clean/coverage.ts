import type { Resource } from '#labs/kit/resources.ts';
import type { KindName, Live } from '../resources/kind.ts';
import type { Rows } from './history.ts';

/** What a baseline looked for: a declared resource by its text, a derived kind by its name. */
export function wordOf(resource: Resource): string {
  return Object.values(resource).join(' ');
}

export const derivedKinds = [
  'policy',
  'usage-plan',
  'api-key',
  'scalable-target',
] as const satisfies readonly KindName[];

/** When each thing was looked for first, by all baselines of this target. */
export function coverageOf(rows: Rows): ReadonlyMap<string, number> {
  const covered = new Map<string, number>();
  for (const row of rows) {
    if (row.kind !== 'baseline' || row.type !== 'account') continue;
    for (const word of (row.facts.covers ?? []) as string[])
      if (!covered.has(word)) covered.set(word, row.at);
  }
  return covered;
}

/** When the baseline looked for what this is; undefined where it could not or did not. */
export function coveredAt(
  live: Live,
  declared: readonly Resource[],
  covered: ReadonlyMap<string, number>,
): number | undefined {
  const words = (derivedKinds as readonly string[]).includes(live.type)
    ? [live.type]
    : declared.filter((one) => one.type === live.type && mayBe(one, live)).map(wordOf);
  const times = words.map((word) => covered.get(word));
  return times.length === 0 || times.includes(undefined)
    ? undefined
    : Math.max(...times.map((at) => at ?? 0));
}

function mayBe(declared: Resource, live: Live): boolean {
  // APIs are held by their id: one that was renamed is still the one that was made.
  return 'name' in declared && declared.type !== 'rest-api' ? declared.name === live.name : true;
}
