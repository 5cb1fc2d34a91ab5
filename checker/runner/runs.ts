import { setTimeout as pause } from 'node:timers/promises';
import type { Locale } from '#labs/kit/text.ts';
import type { ChosenLab } from '../commands/choose-labs.ts';
import { readTarget } from '../target/target-file.ts';
import { type ApplyOptions, applyRun } from './apply-run.ts';
import { checkRun } from './check-run.ts';
import { RefusedError } from './refused.ts';
import type { Room } from './room.ts';
import { troubleIn } from './trouble-in.ts';
import type { EventOf } from './wire.ts';

/** Everything that is under way. */
export interface Runs {
  /** Joins the run of that lab that is under way, if there is one. Returns its id. */
  check(labs: readonly ChosenLab[], only: string | undefined): string;
  watch(lab: ChosenLab, on: boolean): void;
  watched(): string[];
  /** One at a time. */
  apply(lab: ChosenLab, how: Pick<ApplyOptions, 'part' | 'account' | 'runtime'>): string;
  /** Anything else that changes the account: waits for nothing, and is refused while something is being done. */
  exclusively<Value>(work: () => Promise<Value>): Promise<Value>;
  close(): Promise<void>;
}

export function openRuns(room: Room): Runs {
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, room.cli.signal]);
  const checking = new Map<string, string>();
  const watching = new Map<string, AbortController>();
  const underWay = new Set<Promise<void>>();
  const acting = { now: false };

  const begin = (
    what: EventOf<'end'>['what'],
    labs: readonly string[],
    work: (run: string) => Promise<void>,
  ) => {
    const run = crypto.randomUUID();
    const tell = (trouble: (locale: Locale) => string | null) =>
      room.hub.tell((locale) => ({ type: 'end', run, labs: [...labs], what, trouble: trouble(locale) }));
    const done = work(run)
      .then(
        () => tell(() => null),
        (error: unknown) => tell((locale) => troubleIn(error, locale)),
      )
      .finally(() => underWay.delete(done));
    underWay.add(done);
    return run;
  };

  const check = (labs: readonly ChosenLab[], only?: string) => {
    const asked = `${labs.map(({ lab }) => lab.id).join()}/${only ?? ''}`;
    const known = checking.get(asked);
    if (known !== undefined) return known;
    const run = begin(
      'check',
      labs.map(({ lab }) => lab.id),
      async (id) => {
        await checkRun(room, { run: id, labs, only, wait: true, signal }).finally(() =>
          checking.delete(asked),
        );
      },
    );
    checking.set(asked, run);
    return run;
  };

  const alone = () => {
    if (acting.now) throw new RefusedError('busy', 'Something is being done in the account already.');
    acting.now = true;
    return () => {
      acting.now = false;
    };
  };

  const unwatch = (id: string) => {
    watching.get(id)?.abort();
    watching.delete(id);
    room.hub.tell(() => ({ type: 'watch', lab: id, on: false }));
  };

  return {
    check,
    watched: () => [...watching.keys()],
    watch(chosen, on) {
      const { id } = chosen.lab;
      if (!on) return unwatch(id);
      if (watching.has(id)) return;
      const own = new AbortController();
      watching.set(id, own);
      room.hub.tell(() => ({ type: 'watch', lab: id, on: true }));
      const ends = AbortSignal.any([own.signal, signal]);
      begin('check', [id], (run) =>
        watchLab(room, chosen, run, ends).finally(() => {
          if (watching.get(id) === own) unwatch(id);
        }),
      );
    },
    apply(chosen, how) {
      const over = alone();
      return begin('apply', [chosen.lab.id], async (run) => {
        await applyRun(room, { ...how, run, chosen, signal }).finally(over);
        check([chosen]);
      });
    },
    async exclusively(work) {
      const over = alone();
      return work().finally(over);
    },
    async close() {
      stop.abort(new Error('stopped'));
      await Promise.allSettled([...underWay]);
    },
  };
}

/** Looks again and again and tells what has changed, until the lab is done or nobody listens any more. */
async function watchLab(room: Room, chosen: ChosenLab, run: string, signal: AbortSignal): Promise<void> {
  const before = new Map<string, string>();
  const isNews = (place: string, report: string) => {
    if (before.get(place) === report) return false;
    before.set(place, report);
    return true;
  };
  while (!signal.aborted && room.hub.count() > 0) {
    const outcomes = await checkRun(room, { run, labs: [chosen], wait: false, signal, isNews });
    if (outcomes.get(chosen.lab.id) === 'pass') return;
    const { kind } = readTarget(room.cli.home);
    await pause(kind === 'sandbox' ? 1000 : 5000, undefined, { signal }).catch(() => {});
  }
}
