import type { Ledger } from '../state/ledger.ts';
import type { State } from '../state/open-state.ts';
import { newestOwnCalls } from '../state/own-calls.ts';
import { progressOf } from '../state/progress.ts';
import { receiptsOf } from '../state/receipts.ts';
import { placeOf } from './kept-tables.ts';
import { type Claims, limits, type WorldRecord } from './submission.ts';

/** What this installation remembers of a target and an instructor needs: no evidence, no hints, no ledger. */
export function claimsOf(
  { state, ledger, key }: { state: State; ledger: Ledger; key: string },
  { labs, records }: { labs: ReadonlySet<string>; records: readonly WorldRecord[] },
): Claims {
  const apiId = ledger
    .rows({ type: 'rest-api' })
    .findLast(({ kind }) => kind === 'made' || kind === 'claimed')?.resource;
  const cleaned = cleanedAt(state, key);
  return {
    steps: progressOf(state, key)
      .all()
      .filter(({ lab }) => labs.has(lab))
      .map(({ lab, step, at, how }) => ({ lab, step, at, how }))
      .sort((a, b) => a.at - b.at || compare(`${a.lab}/${a.step}`, `${b.lab}/${b.step}`)),
    ownCalls: ownCallsIn({ state, key }, records),
    ...(apiId === undefined ? {} : { apiId }),
    ...(cleaned === undefined ? {} : { cleaned }),
  };
}

/** Those that the log in the file tells of; the others have nothing there to be told apart from. */
function ownCallsIn(
  { state, key }: { state: State; key: string },
  records: readonly WorldRecord[],
): Claims['ownCalls'] {
  const lines = records.flatMap(([place, value]) => {
    const { service, table } = placeOf(place) ?? {};
    return service === 'logs' && table === 'events' ? [value as { at?: number; message?: string }] : [];
  });
  const logged = new Set(lines.flatMap(({ message = '' }) => message.match(uuid) ?? []));
  const moments = lines.map(({ at = 0 }) => at).sort((a, b) => a - b);
  const calls = newestOwnCalls(state, key, limits.ownCalls);
  return {
    requests: calls.flatMap(({ requestId }) =>
      requestId !== undefined && logged.has(requestId) ? [requestId] : [],
    ),
    times: calls.flatMap(
      ({ requestId, from, to }): Array<[number, number]> =>
        requestId === undefined && moments.some((at) => at >= from && at <= to) ? [[from, to]] : [],
    ),
  };
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** The last receipt, where it says that nothing was left. */
function cleanedAt(state: State, key: string): number | undefined {
  const last = receiptsOf(state, key).all('receipt').at(-1);
  const { receipt } = (last?.document ?? {}) as { receipt?: { left?: unknown[] } };
  return last && receipt?.left?.length === 0 ? last.at : undefined;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
