import type { Args, Cli } from '../cli/cli.ts';
import { type ExitCode, exitCodes } from '../cli/exit-codes.ts';
import { wrap } from '../render/width.ts';
import { nextHint } from '../state/hints.ts';
import { openState } from '../state/open-state.ts';
import { type ChosenLab, chooseLabs, stepOf } from './choose-labs.ts';
import { texts } from './hint.texts.ts';

/** The next hint at each call; the last is the answer. */
export async function run(args: Args, cli: Cli): Promise<ExitCode> {
  const [labWord = '', stepWord = ''] = args.operands;
  const [chosen] = await chooseLabs([labWord]);
  const { lab } = chosen as ChosenLab;
  const id = stepOf(lab, stepWord);
  const { hints, title } = lab.steps.find((step) => step.id === id) as (typeof lab.steps)[number];
  const state = openState(cli.home);
  const shown = nextHint(state, lab.id, id, hints.length);
  state.close();
  const hint = hints[shown - 1]?.[cli.locale] ?? '';
  if (cli.json) {
    cli.print(
      JSON.stringify({
        schema: 'handson.hint/1',
        lab: lab.id,
        step: id,
        number: shown,
        of: hints.length,
        hint,
      }),
    );
    return exitCodes.yes;
  }
  const isAnswer = shown === hints.length;
  cli.print(cli.paint.strong(title[cli.locale]));
  cli.print(
    cli.paint.dim(
      isAnswer ? cli.say(texts.answer) : cli.say(texts.number, { number: shown, of: hints.length }),
    ),
  );
  for (const line of wrap(hint, cli.width)) cli.print(line);
  return exitCodes.yes;
}
