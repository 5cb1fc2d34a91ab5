import type { Runtime } from '#labs/kit/lab.ts';
import { fill } from '#labs/kit/text.ts';
import { exitCodes } from '../cli/exit-codes.ts';
import { Told } from '../cli/told.ts';
import { markProvided, refuseForeign } from '../commands/apply.ts';
import type { ChosenLab } from '../commands/choose-labs.ts';
import type { Desk } from '../commands/open-desk.ts';
import { applySteps } from '../core/apply-steps.ts';
import type { Room } from './room.ts';
import { texts } from './runner.texts.ts';

export interface ApplyOptions {
  run: string;
  chosen: ChosenLab;
  /** Which steps of the lab; all, where neither is named. */
  part: { through?: string; only?: string };
  runtime: Runtime;
  /** The account that the page showed. */
  account: string;
  signal: AbortSignal;
}

/** Does a lab, or a part of it, with what earlier labs leave if it is missing, in the account that was named or not at all. */
export async function applyRun(room: Room, options: ApplyOptions): Promise<void> {
  const { chosen, part, account, signal } = options;
  const desk = await room.openDesk(signal);
  try {
    refuseOtherAccount(account, desk);
    await desk.baseline();
    await refuseForeign(desk);
    const earlier = room.labs.filter(({ number }) => number > 0 && number < chosen.number);
    for (const one of earlier) await applyLab(room, one, {}, desk, options);
    await applyLab(room, chosen, part, desk, options);
  } finally {
    await desk.close();
  }
}

/** Asked again after the target was reached: between a click and here somebody may have chosen another one. */
export function refuseOtherAccount(shown: string, { target }: Pick<Desk, 'target'>): void {
  if (target.account === shown) return;
  throw new Told(exitCodes.cannotTell, (locale) =>
    fill(texts.otherAccount, locale, { shown, pinned: target.account }),
  );
}

async function applyLab(
  room: Room,
  chosen: ChosenLab,
  part: ApplyOptions['part'],
  desk: Desk,
  { run, runtime, signal }: ApplyOptions,
): Promise<void> {
  const steps = applySteps({
    lab: chosen.lab,
    session: desk.session(),
    doing: desk.doing(chosen.folder, runtime),
    kept: desk.kept,
    signal,
    ...part,
  });
  for await (const { type, step } of steps) {
    if (type === 'done') await markProvided(chosen, step.id, desk);
    room.hub.tell(() => ({ type: 'apply', run, lab: chosen.lab.id, step: step.id, state: type }));
  }
}
