import type { Resource } from '#labs/kit/resources.ts';
import type { KindName } from '../resources/kind.ts';
import { kindNames } from '../resources/kinds.ts';
import type { Ledger } from '../state/ledger.ts';
import { remembered } from './history.ts';
import type { Plan } from './plan.ts';

/** Which declared type must be asked for, so that a kind is looked for at all. */
const lookedForBy: Partial<Record<KindName, Resource['type']>> = {
  policy: 'execution-role',
  'usage-plan': 'rest-api',
  'api-key': 'rest-api',
  'scalable-target': 'table',
};

/** What was ours by the ledger and was looked for in vain: its history is closed, and it is told. */
export function closeGone(
  { items, doubtful, unread }: Plan,
  { declared, ledger, now }: { declared: readonly Resource[]; ledger: Ledger; now(): number },
) {
  const rows = ledger.rows();
  const standing = new Set([...items, ...doubtful].map(({ live }) => `${live.type} ${live.id}`));
  const gone = kindNames
    .filter((type) => !unread.some((one) => one.type === type))
    .flatMap((type) => remembered(type, rows).map((id) => ({ type, id })))
    .filter(({ type, id }) => wasLookedFor(type, id, declared) && !standing.has(`${type} ${id}`))
    .map(({ type, id }) => ({
      type,
      id,
      arn: rows.findLast((row) => row.type === type && row.resource === id)?.arn ?? '',
    }));
  for (const { type, id: resource, arn } of gone)
    ledger.append({ at: now(), kind: 'result', type, resource, arn, facts: { outcome: 'gone' } });
  return gone;
}

function wasLookedFor(type: KindName, id: string, declared: readonly Resource[]): boolean {
  const asked = declared.filter((one) => one.type === (lookedForBy[type] ?? type));
  // What is found by its own name was looked for only if that name was asked for.
  const byName = type === 'function' || type === 'table' || type === 'log-group';
  return byName ? asked.some((one) => 'name' in one && one.name === id) : asked.length > 0;
}
