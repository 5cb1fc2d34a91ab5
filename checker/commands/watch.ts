import type { Outcome } from '#labs/kit/result.ts';
import type { Cli } from '../cli/cli.ts';
import { type ExitCode, exitCodes } from '../cli/exit-codes.ts';
import { stepLines } from '../render/check-screen.ts';
import type { ChosenLab } from './choose-labs.ts';
import type { Desk } from './open-desk.ts';
import { texts } from './watch.texts.ts';

/** Looks again and again, tells what changed, and ends when the last lab is done. */
export async function watch(chosen: readonly ChosenLab[], desk: Desk, cli: Cli): Promise<ExitCode> {
  const pauseMs = desk.target.kind === 'sandbox' ? 1000 : 5000;
  cli.note(cli.paint.dim(cli.say(texts.watching, { seconds: pauseMs / 1000 })));
  for (const { lab, number } of chosen) {
    cli.print(`\n${cli.paint.strong(`${number} ${lab.title[cli.locale]}`)}`);
    const before = new Map<string, string>();
    while (!cli.signal.aborted) {
      const outcome = await lookAgain(lab, before, desk, cli);
      if (outcome === 'pass') break;
      await desk.sleep(pauseMs);
    }
    if (cli.signal.aborted) return exitCodes.stopped;
    cli.print(cli.paint.good(cli.say(texts.labDone)));
  }
  return exitCodes.yes;
}

/** Prints the steps that are not as they were at the last look; the first open one with its details. */
async function lookAgain(
  lab: ChosenLab['lab'],
  before: Map<string, string>,
  desk: Desk,
  cli: Cli,
): Promise<Outcome> {
  let outcome: Outcome = 'unknown';
  const results = new Map<string, Parameters<typeof stepLines>[1]>();
  for await (const event of desk.check([lab], { wait: false })) {
    if (event.type === 'result') results.set(event.step.id, event.result);
    if (event.type === 'lab-done') outcome = event.outcome;
  }
  const firstOpen = lab.steps.find(({ id, optional }) => !optional && results.get(id)?.outcome !== 'pass');
  for (const step of lab.steps) {
    const result = results.get(step.id);
    if (!result) continue;
    const lines = stepLines(step, result, step === firstOpen, cli);
    const now = lines.join('\n');
    if (before.get(step.id) !== now) for (const line of lines) cli.print(line);
    before.set(step.id, now);
  }
  return outcome;
}
