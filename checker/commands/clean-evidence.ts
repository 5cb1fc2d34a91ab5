import type { Cli } from '../cli/cli.ts';
import type { ChosenLab } from './choose-labs.ts';
import { texts } from './clean.texts.ts';
import type { Desk } from './open-desk.ts';

/**
 * Looks once more, reading only, at the labs whose steps were not all seen to pass: cleaning must not cost a learner
 * what they have done. What this look cannot see is no reason to stop.
 */
export async function keepEvidence(chosen: readonly ChosenLab[], desk: Desk, cli: Cli): Promise<void> {
  const open = chosen
    .map(({ lab }) => lab)
    .filter((lab) => lab.steps.some((step) => !step.optional && !desk.progress.one(lab.id, step.id)));
  if (open.length === 0) return;
  cli.note(cli.say(texts.keeping));
  for await (const _ of desk.check(open, { wait: false, remember: false }));
}
