import type { ReadClients } from '#labs/kit/clients.ts';
import { troubleOf } from '../core/trouble.ts';
import type { Live } from '../resources/kind.ts';
import { kinds } from '../resources/kinds.ts';
import type { Ledger } from '../state/ledger.ts';
import type { CleanEvent } from './carry-out.ts';
import { AnotherAccount } from './same-account.ts';

export interface LookTools {
  /** Looks anew at every call. */
  fresh(): ReadClients;
  ledger: Ledger;
  sleep(ms: number): Promise<void>;
  now(): number;
  signal: AbortSignal;
  /** Between the two looks that must both find nothing. */
  quietMs: number;
  /** Between looks at something that takes its time to go. */
  pollMs: number;
}

const MOST_ROUNDS = 6;
const MOST_POLLS = 40;

type Put = (event: CleanEvent) => void;
type Tools = LookTools & { removeAgain(live: Live): Promise<boolean> };

/** Gone is what was absent twice across a quiet interval; a log group that came back is deleted again. */
export async function lookUntilGone(removed: readonly Live[], tools: Tools, put: Put): Promise<void> {
  let open = removed;
  for (let round = 1; open.length > 0; round++) {
    const absent = await firstLook(open, tools, put);
    if (absent.length === 0) return;
    if (tools.quietMs > 0 && !tools.signal.aborted) {
      put({ type: 'quiet', ms: tools.quietMs });
      await tools.sleep(tools.quietMs);
    }
    const again = await secondLook(absent, tools, put);
    if (round === MOST_ROUNDS) {
      for (const live of again) put({ type: 'left', left: { live, why: 'came-back' } });
      return;
    }
    const retried = await Promise.all(
      again.map(async (live) => ({ live, ok: await tools.removeAgain(live) })),
    );
    open = retried.flatMap(({ live, ok }) => (ok ? [live] : []));
  }
}

/** Some go at once, some take a while: each is waited for, within reason. */
async function firstLook(open: readonly Live[], tools: Tools, put: Put): Promise<Live[]> {
  const looked = await Promise.all(
    open.map(async (live) => {
      for (let polls = 0; polls < MOST_POLLS; polls++) {
        const state = await look(live, tools, put);
        if (state === 'absent') return [live];
        if (state === 'unread') return [];
        if (tools.signal.aborted) break;
        await tools.sleep(tools.pollMs);
      }
      put({ type: 'left', left: { live, why: tools.signal.aborted ? 'stopped' : 'failed' } });
      return [];
    }),
  );
  return looked.flat();
}

async function secondLook(absent: readonly Live[], tools: Tools, put: Put): Promise<Live[]> {
  const { ledger, now, signal } = tools;
  const looked = await Promise.all(
    absent.map(async (live) => {
      const state = signal.aborted && tools.quietMs > 0 ? 'stopped' : await look(live, tools, put);
      if (state === 'stopped') put({ type: 'left', left: { live, why: 'stopped' } });
      if (state === 'absent') {
        const { type, id: resource, arn } = live;
        ledger.append({ at: now(), kind: 'result', type, resource, arn, facts: { outcome: 'gone' } });
        put({ type: 'gone', live });
      }
      if (state !== 'there') return [];
      put({ type: 'back', live });
      return [live];
    }),
  );
  return looked.flat();
}

async function look(live: Live, tools: Tools, put: Put): Promise<'absent' | 'there' | 'unread'> {
  try {
    return (await kinds[live.type].isGone(live, tools.fresh())) ? 'absent' : 'there';
  } catch (error) {
    const why = error instanceof AnotherAccount ? 'other-account' : 'unread';
    put({ type: 'left', left: { live, why, trouble: troubleOf(error) } });
    return 'unread';
  }
}
