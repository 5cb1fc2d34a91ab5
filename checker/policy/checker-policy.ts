import { callsOfChecks, callsOfUse } from './calls-of-checks.ts';
import type { Statement } from './document.ts';
import type { Place } from './places.ts';
import { type ReadName, readPermissions } from './read-permissions.ts';
import { type Grant, statementsOf } from './statements.ts';

/** What a check calls besides reading, where the learner said yes to it. */
const behaviour: readonly Grant[] = [
  { action: 'lambda:InvokeFunction', on: 'function' },
  { action: 'translate:TranslateText', on: 'anything' },
];

/** Reads of every lab's checks, in every region; with `calls`, also running what the learner built. */
export function checkerPolicy(place: Place, { calls = false }: { calls?: boolean } = {}): Statement[] {
  return [
    ...readsOf([...callsOfChecks, ...callsOfUse], place),
    ...(calls ? statementsOf(behaviour, place, 'Call') : []),
  ];
}

export function readsOf(names: readonly ReadName[], place: Place): Statement[] {
  const grants = names.flatMap((name) => {
    const permission = readPermissions[name];
    return permission ? [permission] : [];
  });
  return statementsOf(grants, { ...place, region: '*' }, 'Read');
}
