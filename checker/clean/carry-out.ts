import { eventQueue } from '../core/event-queue.ts';
import { type Trouble, troubleOf } from '../core/trouble.ts';
import type { KindName, Live } from '../resources/kind.ts';
import { kinds } from '../resources/kinds.ts';
import { rowOf } from './baseline.ts';
import { historyOf } from './history.ts';
import { Stopped, type WritingTools, writerFor } from './ours-only.ts';
import { AnotherAccount } from './same-account.ts';
import { type LookTools, lookUntilGone } from './until-gone.ts';

export type CleanEvent =
  | { type: 'removing' | 'removed' | 'absent' | 'gone' | 'back'; live: Live }
  | { type: 'wait'; live: Live; ms: number }
  | { type: 'quiet'; ms: number }
  | { type: 'left'; left: Left };

/** Why something is still there, or may be. */
export interface Left {
  live: Live;
  why: 'failed' | 'protected' | 'in-use' | 'stopped' | 'came-back' | 'unread' | 'other-account';
  trouble?: Trouble;
}

export interface CarryOutOptions extends Omit<WritingTools, 'onWait' | 'onAnswer'>, LookTools {
  items: readonly Live[];
  /** Whether AWS's own rates apply. */
  paced: boolean;
}

/** Deletes what it is given, as far as it can, each in its turn; yields what happens and ends when all was looked at. */
export async function* carryOut(options: CarryOutOptions): AsyncGenerator<CleanEvent> {
  const queue = eventQueue<CleanEvent>();
  work(options, queue.put)
    .then(queue.end)
    .catch((error) => queue.fail(error));
  yield* queue.events();
}

type Put = (event: CleanEvent) => void;

async function work(options: CarryOutOptions, put: Put): Promise<void> {
  const { items, ledger, now } = options;
  // From here on the ledger alone proves each of them, also when what it belonged to is gone.
  const rows = ledger.rows();
  for (const live of items.filter((one) => !historyOf(one, rows).seen))
    ledger.append({ at: now(), kind: 'seen', ...rowOf(live) });
  const removed = await removeAll(options, put);
  await lookUntilGone(removed, { ...options, removeAgain: (live) => removeOne(live, options, put) }, put);
}

/** Each item as soon as what it waits for was tried; one failure stops nothing but what must not go before it. */
async function removeAll(options: CarryOutOptions, put: Put): Promise<Live[]> {
  const { items } = options;
  const done = new Map<Live, Promise<boolean>>();
  const turn = turns(options);
  const removing = (live: Live): Promise<boolean> => {
    const known = done.get(live);
    if (known) return known;
    const { after, onlyWhenGone } = kinds[live.type];
    const before = items.filter((one) => after.includes(one.type));
    const answer = Promise.all(before.map(removing)).then(async () => {
      const needs = items.filter((one) => onlyWhenGone.includes(one.type) && isOwner(one, live));
      const stays = (await Promise.all(needs.map(removing))).includes(false);
      if (stays) {
        put({ type: 'left', left: { live, why: 'in-use' } });
        return false;
      }
      return turn(live, put, () => removeOne(live, options, put));
    });
    done.set(live, answer);
    return answer;
  };
  const results = await Promise.all(items.map(async (live) => ({ live, ok: await removing(live) })));
  return results.flatMap(({ live, ok }) => (ok ? [live] : []));
}

function isOwner(one: Live, { owner }: Live): boolean {
  return owner?.type === one.type && owner.id === one.id;
}

/** Says itself what is left; true where the calls were answered. */
async function removeOne(live: Live, options: CarryOutOptions, put: Put): Promise<boolean> {
  if (live.guarded) {
    put({ type: 'left', left: { live, why: 'protected' } });
    return false;
  }
  let isAbsent = false;
  put({ type: 'removing', live });
  const writer = writerFor(live, {
    ...options,
    onWait: (ms) => put({ type: 'wait', live, ms }),
    onAnswer: (outcome) => {
      isAbsent = outcome === 'absent';
    },
  });
  try {
    await kinds[live.type].remove(live, writer);
    put({ type: isAbsent ? 'absent' : 'removed', live });
    return true;
  } catch (error) {
    put({ type: 'left', left: leftBy(error, live) });
    return false;
  }
}

export function leftBy(error: unknown, live: Live): Left {
  if (error instanceof Stopped) return { live, why: 'stopped' };
  if (error instanceof AnotherAccount) return { live, why: 'other-account' };
  return { live, why: 'failed', trouble: troubleOf(error) };
}

/** Kinds that AWS lets go only so often wait for their turn, and say so. */
function turns({ paced, sleep, now, signal }: CarryOutOptions) {
  const last = new Map<KindName, Promise<number>>();
  return async (live: Live, put: Put, remove: () => Promise<boolean>): Promise<boolean> => {
    const { everyMs } = kinds[live.type];
    if (!paced || everyMs === undefined) return remove();
    const before = last.get(live.type);
    let ended: (at: number) => void = () => {};
    last.set(
      live.type,
      new Promise((resolve) => {
        ended = resolve;
      }),
    );
    const ms = before ? (await before) + everyMs - now() : 0;
    if (ms > 0 && !signal.aborted) {
      put({ type: 'wait', live, ms });
      await sleep(ms);
    }
    try {
      return await remove();
    } finally {
      ended(now());
    }
  };
}
