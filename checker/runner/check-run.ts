import type { Outcome } from '#labs/kit/result.ts';
import { sayIn } from '#labs/kit/text.ts';
import type { ChosenLab } from '../commands/choose-labs.ts';
import { stepReport } from '../core/check-report.ts';
import type { CheckEvent } from '../core/events.ts';
import { keyOf, readTarget } from '../target/target-file.ts';
import type { Say } from './hub.ts';
import type { Room } from './room.ts';
import { targetReport } from './state-of.ts';

export interface CheckOptions {
  run: string;
  labs: readonly ChosenLab[];
  only?: string | undefined;
  wait: boolean;
  signal: AbortSignal;
  /** Whether an event is worth telling; a watch tells only what has changed. */
  isNews?(place: string, report: string): boolean;
}

/** Looks once, and tells every listener what it sees as it sees it. Returns the outcome of each lab. */
export async function checkRun(room: Room, options: CheckOptions): Promise<Map<string, Outcome>> {
  const { run, only, wait, signal, isNews = () => true } = options;
  const outcomes = new Map<string, Outcome>();
  const moved = new AbortController();
  const desk = await room.openDesk(AbortSignal.any([signal, moved.signal]));
  try {
    const key = keyOf(desk.target);
    room.hub.tell((locale) => ({ type: 'target', target: targetReport(desk.target, room.cli, locale) }));
    const labs = options.labs.map(({ lab }) => lab);
    for await (const event of desk.check(labs, { ...(only === undefined ? {} : { only }), wait })) {
      // Another target is chosen by now: what is seen in this one would be read as that one's.
      if (keyOf(readTarget(room.cli.home)) !== key) moved.abort();
      if (moved.signal.aborted) continue;
      if (event.type === 'lab-done') outcomes.set(event.lab.id, event.outcome);
      const say = sayOf(event, run);
      if (!say) continue;
      if (event.type === 'result') {
        const place = `${event.lab.id}/${event.step.id}`;
        room.board.put(key, place, say);
        if (!isNews(place, JSON.stringify(event.result))) continue;
      } else if (options.isNews) continue;
      room.hub.tell(say);
    }
  } finally {
    await desk.close();
  }
  return outcomes;
}

/** An event of the engine as the page gets it; what is told once for all is left out. */
function sayOf(event: CheckEvent, run: string): Say | undefined {
  switch (event.type) {
    case 'looking':
      return () => ({ type: 'looking', run, lab: event.lab.id, step: event.step.id });
    case 'waiting':
      return (locale) => ({
        type: 'waiting',
        run,
        lab: event.lab.id,
        step: event.step.id,
        inMs: Math.round(event.inMs),
        message: event.result.messages.map((message) => sayIn(message, locale)).join('\n'),
      });
    case 'result':
      return (locale) => ({
        type: 'step',
        schema: 'handson.check/1',
        run,
        lab: event.lab.id,
        step: stepReport(event, locale),
      });
    case 'lab-done':
      return () => ({ type: 'lab', run, lab: event.lab.id, outcome: event.outcome });
    default:
      return undefined;
  }
}
