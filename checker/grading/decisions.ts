import type { ClassFile } from './class-file.ts';
import { type Decision, everyLab } from './rules.ts';

/** What holds for one learner now, by everything that was decided of them. */
export interface Decided {
  /** The learner's id, and those it had before it moved. */
  ids: string[];
  withdrawn: boolean;
  /** Until when, as a local time; `undefined`: as for everybody. */
  extension(lab: string): string | undefined;
  /** `exempt`, or the points that the instructor gave; the later of the two where both were said. */
  ruling(lab: string, step: string): 'exempt' | number | undefined;
  /** What was seen before this instant does not count. */
  since(lab: string): number;
}

type History = Pick<ClassFile, 'history'>;

export function decidedOf(file: History, learner: string): Decided {
  const ids = idsOf(file, learner);
  const all = decisionsOf(file, ids);
  const latest = (is: (one: Decision) => boolean) => all.findLastIndex(is);
  return {
    ids,
    withdrawn: all.findLast(({ what }) => what === 'withdraw' || what === 'rejoin')?.what === 'withdraw',
    extension: (lab) => extensionOf(all, lab) ?? extensionOf(all, everyLab),
    ruling(lab, step) {
      const on = (one: Decision) => 'lab' in one && one.lab === lab && 'step' in one && one.step === step;
      const onAll = (one: Decision) =>
        on(one) || ('lab' in one && one.lab === lab && stepOf(one) === undefined);
      const after = (at: number, ...ends: number[]) => (ends.some((end) => end > at) ? -1 : at);
      const exempt = after(
        latest((one) => one.what === 'exempt' && onAll(one)),
        latest((one) => one.what === 'lift' && one.of === 'exempt' && onAll(one)),
      );
      const override = after(
        latest((one) => one.what === 'override' && on(one)),
        latest((one) => one.what === 'lift' && one.of === 'override' && onAll(one)),
        latest((one) => one.what === 'regrade' && (one.lab ?? lab) === lab),
      );
      const given = all[override];
      if (given?.what === 'override' && override > exempt) return given.points;
      return exempt >= 0 ? 'exempt' : undefined;
    },
    since(lab) {
      const at = all.findLast((one) => one.what === 'regrade' && (one.lab ?? lab) === lab)?.at;
      return at === undefined ? 0 : Date.parse(at);
    },
  };
}

/** The newest first. Nobody else ever gets an id that was somebody's. */
export function idsOf({ history }: History, learner: string): string[] {
  const ids = [learner];
  for (let at = history.length - 1; at >= 0; at--) {
    const change = history[at];
    if (change?.what === 'move' && change.learner === ids.at(-1)) ids.push(change.from);
  }
  return [...new Set(ids)];
}

/** Everything that was decided of a learner, oldest first, under whichever of these ids. */
export function decisionsOf({ history }: History, ids: readonly string[]): Decision[] {
  return history.filter((one): one is Decision => 'reason' in one && ids.includes(one.learner));
}

/** The ids of all who have left the class and not come back. */
export function withdrawnFrom({ history }: History): Set<string> {
  const gone = new Set<string>();
  for (const change of history) {
    if (change.what === 'withdraw') gone.add(change.learner);
    if (change.what === 'rejoin') gone.delete(change.learner);
    if (change.what === 'move' && gone.delete(change.from)) gone.add(change.learner);
  }
  return gone;
}

function extensionOf(all: readonly Decision[], lab: string): string | undefined {
  const last = all.findLast(
    (one) => (one.what === 'extend' || (one.what === 'lift' && one.of === 'extend')) && one.lab === lab,
  );
  return last?.what === 'extend' ? last.until : undefined;
}

const stepOf = (one: Decision): string | undefined => ('step' in one ? one.step : undefined);
