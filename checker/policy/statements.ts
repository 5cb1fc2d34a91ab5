import type { Statement } from './document.ts';
import { type Place, type PlaceName, places } from './places.ts';

export interface Grant {
  action: string;
  on: PlaceName;
}

/** One statement for each set of resources, with every action given on it. */
export function statementsOf(grants: readonly Grant[], place: Place, name: string): Statement[] {
  const byPlace = new Map<PlaceName, Set<string>>();
  for (const { action, on } of grants) {
    const actions = byPlace.get(on) ?? new Set();
    byPlace.set(on, actions.add(action));
  }
  return [...byPlace].map(([on, actions]) => ({
    Sid: `${name}${on.charAt(0).toUpperCase()}${on.slice(1)}`,
    Effect: 'Allow',
    Action: [...actions].sort(),
    Resource: places[on](place),
  }));
}
